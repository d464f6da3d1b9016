"""Markdown that people wrote for a page: it stays as it is, but nothing in it may run, load or restyle the page."""

from __future__ import annotations

import html
import re
import unicodedata

from generator.render.markdown.fragment import Markdown

_TARGET = re.compile(r"(?P<before>\]\(\s*|^ {0,3}\[[^\[\]\n]*\]:[ \t]*\n?[ \t]*)(?P<target>[^\s)]+)", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=\s)", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?=[=-]+[ \t]*$)", re.MULTILINE)
_AUTOLINK = re.compile(r"&lt;(https?://[^\s<>&]+)>")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.IGNORECASE)
_HARMLESS = re.compile(r"https?://|mailto:", re.IGNORECASE)


def note(source: str) -> Markdown:
    """Take over what people wrote.

    HTML and attributes show as text, links lead to the web or the dossier only, pictures become links (a picture
    would be a request to another server), and headings stand below those of the page.
    """
    lines = "\n".join(_without_controls(line) for line in source.splitlines())
    inert = lines.replace("<", "&lt;").replace("{", "&#123;").replace("![", "[")
    inert = _AUTOLINK.sub(r"[\1](\1)", inert)
    inert = _TARGET.sub(_checked, inert)
    inert = _UNDERLINE.sub(r"\\", inert)
    return Markdown(_HEADING.sub(_lowered, inert).strip())


def _without_controls(line: str) -> str:
    return "".join(c for c in line if c == "\t" or unicodedata.category(c) not in {"Cc", "Cs", "Cn"})


def _checked(found: re.Match[str]) -> str:
    target = html.unescape(html.unescape(found["target"]))
    if _SCHEME.match(target) and not _HARMLESS.match(target):
        return found["before"] + "#"
    return found[0]


def _lowered(found: re.Match[str]) -> str:
    return "#" * min(len(found[1]) + 2, 6)
