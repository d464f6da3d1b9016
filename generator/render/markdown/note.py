"""Markdown that people wrote for a page: it stays as it is, but nothing in it may run, load or restyle the page."""

from __future__ import annotations

import re
import unicodedata

from generator.render.markdown.escape import straight
from generator.render.markdown.fragment import Markdown

_SIGN = r"(?:[\w/.~%+,;=@#?!$*'-]|&(?:amp;|(?!#|\w+;))|\([\w/.~%+,;=@#?!$*'-]*\))"
_TARGET = rf"(?:(?:https?://|mailto:)(?:{_SIGN}|:)+|(?!//){_SIGN}+)"
"""An address of the web, a mailbox, or a place of the dossier; without a colon nothing else can have a scheme."""
_TITLE = r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?"""
_NO_LINK = re.compile(rf"\]\((?![ \t]*{_TARGET}{_TITLE}[ \t]*\))", re.IGNORECASE)
_NO_DEFINITION = re.compile(rf"(\[\^[^\[\]\n]*\]:)|\]:(?![ \t]*{_TARGET}(?:\s|\Z))", re.IGNORECASE)  # but footnotes
_OPENING = r"^((?:[^\S\n]|>|(?:[*+:-]|\d+\.|\[\^[^\[\]\n]*\]:)[ \t])*)"
"""What may stand before a heading in its line: indents, quotations, items of lists, definitions, footnotes."""
_HEADING = re.compile(rf"{_OPENING}(#{{1,6}})(?!#)([ \t]|)", re.MULTILINE)
_UNDERLINE = re.compile(rf"{_OPENING}(?=[=-]+[ \t]*$)", re.MULTILINE)
_ABBREVIATION = re.compile(rf"{_OPENING}\*(?=\[.*\] ?:)", re.MULTILINE)
_AUTOLINK = re.compile(rf"&lt;(https?://(?:{_SIGN}|:)+)>")


def note(source: str) -> Markdown:
    """Take over what people wrote.

    HTML and attributes show as text, links lead to the web or the dossier or are text, pictures become links (a picture
    would be a request to another server), headings stand below those of the page, and no abbreviation is explained
    anywhere else.
    """
    lines = "\n".join(_without_controls(line) for line in source.splitlines())
    inert = lines.replace("<", "&lt;").replace("{", "&#123;").replace("![", "[")
    inert = _ABBREVIATION.sub(r"\1\\*", _AUTOLINK.sub(r"[\1](\1)", inert))
    inert = _NO_DEFINITION.sub(lambda found: found[1] or "]&#58;", _NO_LINK.sub(r"]\\(", inert))
    inert = _UNDERLINE.sub(r"\1\\", inert)
    return Markdown(straight(_HEADING.sub(_lowered, inert)).strip())


def _without_controls(line: str) -> str:
    return "".join(c for c in line if c == "\t" or unicodedata.category(c) not in {"Cc", "Cs", "Cn"})


def _lowered(found: re.Match[str]) -> str:
    """Two levels down; signs that no space follows ("#Gipfel") are meant as words."""
    opening, signs, space = found.groups()
    return opening + ("#" * min(len(signs) + 2, 6) + space if space else "\\" + signs)
