"""What stands inside a line: text, names, links, emphasis, marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render.markdown.escape import (
    escape_address,
    escape_attribute,
    escape_text,
    visible,
)
from generator.render.markdown.fragment import EMPTY, Markdown, Reference, combine

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL = re.compile(r"[A-Za-z0-9]+(\.[0-9]+)?")


def text(value: str) -> Markdown:
    """Escape the words of a source or of a person, so that they show exactly as they are."""
    return Markdown(escape_text(value))


def continued(value: str) -> Markdown:
    """Escape text that goes on behind a word set apart, as a link or in bold: its full stop can stay.

    Not behind bare text or a mark, with which it could become the number of a list or a definition.
    """
    return Markdown(escape_text(f"x{value}")[1:])


def name(value: str) -> Markdown:
    """Escape a name or a title; what is invisible in it is left out, lest it pretend to be another."""
    return Markdown(escape_text(visible(value)))


def join(*parts: Markdown, separator: Markdown = EMPTY) -> Markdown:
    """Put the parts one behind the other; empty ones do not get a separator."""
    return combine(separator.source, parts)


def sequence(parts: Iterable[Markdown], separator: str = ", ") -> Markdown:
    """List the parts within a line: "a, b, c"; `separator` is plain text."""
    return combine(escape_text(separator), parts)


def bracketed(content: Markdown) -> Markdown:
    """Put `content` in brackets behind what it explains, with a space before: „ (IISS)“."""
    return Markdown(f" ({content.source})", content.references) if content else content


def explained(term: Markdown, content: Markdown) -> Markdown:
    """Say „term: content“; a term that ends in a mark gets a colon that cannot make it a definition."""
    colon = "&#58;" if term.source.endswith("]") else ":"
    return combine(f"{colon} ", (term, content))


def strong(content: Markdown) -> Markdown:
    """Emphasise `content` strongly."""
    return _around("**", content)


def emphasis(content: Markdown) -> Markdown:
    """Emphasise `content`."""
    return _around("*", content)


def link(label: Markdown, target: str) -> Markdown:
    """Link to a relative address or to one of the web; any other target gives the label alone."""
    address = escape_address(target)
    if address is None or not label.source.strip():
        return label
    return Markdown(f"[{label.source}]({address})", label.references)


def mark(label: str, target: str, title: str) -> Markdown:
    """Make a numbered mark like `[17]`, whose definition the end of the page holds.

    Two marks with one label on a page must agree in target and title. Raises ValueError if `label` is not a
    number or a short word, or `target` not an address.
    """
    address = escape_address(target)
    if address is None or not _LABEL.fullmatch(label):
        raise ValueError(f"no mark can be made of {label!r} and {target!r}")
    return Markdown(f"[{label}]", (Reference(label, address, escape_attribute(title).strip()),))


def _around(sign: str, content: Markdown) -> Markdown:
    stripped = content.source.strip()
    return Markdown(f"{sign}{stripped}{sign}", content.references) if stripped else content
