"""Markdown as a type: the only place of the program that escapes.

Text of a source or of a person becomes `Markdown` through `text` and `name` alone, and only `Markdown` can be
put into a heading, a cell or a page, so that the type checker refuses what was not escaped. A piece carries
the definitions of the marks in it (`mark`), and `document` writes them once, at the end of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.markdown.block import (
    RULE,
    blocks,
    bullets,
    heading,
    numbered,
    paragraph,
    quote,
    table,
    table_of,
    table_rows,
)
from generator.render.markdown.element import Element, container, details, inline, verbatim
from generator.render.markdown.fragment import EMPTY, FIRM_SPACE, LINE, SPACE, Markdown, Reference
from generator.render.markdown.note import note
from generator.render.markdown.phrase import (
    bracketed,
    continued,
    emphasis,
    explained,
    join,
    link,
    mark,
    name,
    sequence,
    strong,
    text,
)

__all__ = [
    "EMPTY",
    "FIRM_SPACE",
    "LINE",
    "RULE",
    "SPACE",
    "Element",
    "Markdown",
    "Reference",
    "blocks",
    "bracketed",
    "bullets",
    "container",
    "continued",
    "details",
    "document",
    "emphasis",
    "explained",
    "heading",
    "inline",
    "join",
    "link",
    "mark",
    "name",
    "note",
    "numbered",
    "paragraph",
    "quote",
    "sequence",
    "strong",
    "table",
    "table_of",
    "table_rows",
    "text",
    "verbatim",
]

if TYPE_CHECKING:
    from collections.abc import Iterable


def document(head: str, *parts: Markdown) -> str:
    """Write a whole file: the front matter `head`, the blocks, the definitions of all marks by their labels.

    Raises ValueError if two marks with one label point to different places.
    """
    body = blocks(*parts)
    definitions = "\n".join(_definition(reference) for reference in _distinct(body.references))
    return "\n".join(filter(None, (head, body.source + "\n", definitions and definitions + "\n")))


def _distinct(references: Iterable[Reference]) -> list[Reference]:
    by_label: dict[str, Reference] = {}
    for reference in references:
        known = by_label.setdefault(reference.label, reference)
        if known is not reference and known != reference:
            raise ValueError(f"two meanings of the mark [{reference.label}]")
    return sorted(by_label.values(), key=_by_number)


def _by_number(reference: Reference) -> tuple[bool, int, str, int]:
    head, _, tail = reference.label.partition(".")
    counted = head.isdecimal()
    return not counted, int(head) if counted else 0, "" if counted else head, int(tail or -1)


def _definition(reference: Reference) -> str:
    title = f' "{reference.title}"' if reference.title else ""
    return f"[{reference.label}]: {reference.target}{title}"
