"""What the tests of names, linking and roles share: a parsed text and a small registry."""

from __future__ import annotations

from generator.annotate.sentences import find_sentences
from generator.model.annotation import Block, BlockKind, Parse
from generator.model.document import Document, Metadata
from generator.model.ids import SourceId
from generator.model.registry import Place
from generator.model.span import Span

SOURCE = SourceId("text")
HERE = Place("registry.yml", 1)
PARAGRAPH = " ¶ "


def parse(text: str) -> Parse:
    """`text` with one block a paragraph (paragraphs stand apart by an empty line)."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph)), "test"))
        start += len(paragraph) + 2
    document = Document(SOURCE, "text.txt", text, "", Metadata())
    return Parse(document, tuple(blocks), find_sentences(text, tuple(blocks)))


def paragraphs(line: str) -> str:
    """A line of a case file as the text of a document."""
    return line.replace(PARAGRAPH, "\n\n")
