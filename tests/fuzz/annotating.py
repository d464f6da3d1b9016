"""From any text to pages: nothing crashes, no span lies outside the text, a second run finds the same."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from generator.annotate import annotate
from generator.assemble import assemble
from generator.check import check
from generator.export.annotation import annotation_json
from generator.german.names.known import known_names
from generator.model.document import Document, Metadata
from generator.model.ids import Edtf, SourceId
from generator.model.registry import Registry
from generator.model.span import Span
from generator.pipeline import pages
from tests.fuzz.material import corpus, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4000
"""Characters; what long texts cost is measured elsewhere."""


def annotators(data: bytes) -> None:
    """Everything that the annotators find stands in the text."""
    text = text_of(data)[:LONGEST]
    if not text.strip():
        return
    document = _document(text)
    for registry in (Registry(), corpus()[1]):
        annotated = annotate(document, known_names(registry))
        for span in _spans(annotated):
            assert 0 <= span.start < span.end <= len(text)
        assert annotate(document, known_names(registry)) == annotated
        json.loads(annotation_json(annotated))


def dossier(data: bytes) -> None:
    """A dossier can be made of any text, and its pages are the same the second time."""
    text = text_of(data)[: LONGEST // 4]
    if not text.strip():
        return
    settings = corpus()[0]
    annotated = annotate(_document(text), known_names(Registry()))
    made = assemble(settings, Registry(), [annotated])
    check(made)
    first = pages(made)
    assert first == pages(assemble(settings, Registry(), [annotated]))
    assert len({page.path.casefold() for page in first}) == len(first)
    for page in first:
        page.content.encode()


def _document(text: str) -> Document:
    meta = Metadata(title="Titel", published=Edtf("2024-03"), rights="full")
    return Document(SourceId("artikel"), "seeds/articles/artikel.txt", text, "0" * 64, meta, 0)


def _spans(noun: object) -> Iterator[Span]:
    """Every span in `noun`, however deep."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for each in noun:
            yield from _spans(each)
    elif is_dataclass(noun) and not isinstance(noun, Document):
        for field in fields(noun):
            yield from _spans(getattr(noun, field.name))
