"""Blocks of a document: what is title, lead, heading, paragraph, caption, credit, and what is boilerplate.

Three steps: `lines` cuts the text, `furniture` recognises single lines that are no running text, `structure`
decides about the rest from where it stands. What is in doubt is a paragraph, for boilerplate yields no facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.layout.furniture import crawler_prefix, credit_start, furniture
from generator.annotate.layout.lines import cut_lines
from generator.annotate.layout.structure import Piece, decide
from generator.model.annotation import Block, BlockKind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.annotate.layout.lines import Line
    from generator.model.document import Document

_MARKED_UP = (".md", ".markdown", ".html", ".htm")


def find_blocks(document: Document) -> tuple[Block, ...]:
    """Cut `document` into blocks in text order.

    A block is a line, or the lines of one paragraph that was wrapped at a fixed width. Its `rule` says why it is
    what it is.
    """
    text = document.text
    lines = cut_lines(text, document.body, markdown=document.path.lower().endswith(_MARKED_UP))
    pieces = [piece for number, line in enumerate(lines) for piece in _pieces(text, line, first=number == 0)]
    blocks = decide(text, pieces, document.meta.title)
    return (*_front_matter(document), *blocks)


def _front_matter(document: Document) -> Iterator[Block]:
    head = document.text[: document.body]
    if head.strip():
        start = len(head) - len(head.lstrip())
        yield Block(BlockKind.BOILERPLATE, Span(start, len(head.rstrip())), "front-matter")


def _pieces(text: str, line: Line, *, first: bool) -> Iterator[Piece]:
    """Take a crawler's prefix and a picture credit off a line and name what is furniture."""
    start, end = line.span.start, line.span.end
    if first and (length := crawler_prefix(text[start:end])):
        yield Piece(Span(start, start + length), "", BlockKind.BOILERPLATE, "crawler-prefix")
        start += length + len(text[start + length : end]) - len(text[start + length : end].lstrip())
        if start >= end:
            return
    if kind_and_rule := furniture(text[start:end]):
        yield Piece(Span(start, end), line.mark, *kind_and_rule, tight=line.tight)
    elif (credit := credit_start(text[start:end])) is not None:
        caption = text[start : start + credit].rstrip()
        yield Piece(Span(start, start + len(caption)), "", BlockKind.CAPTION, "credited-caption", tight=line.tight)
        yield Piece(Span(start + credit, end), "", BlockKind.CREDIT, "picture-credit", tight=True)
    else:
        yield Piece(Span(start, end), line.mark, tight=line.tight)
