"""Sections: a heading with what stands under it, and the topic it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import slug
from generator.model.annotation import BlockKind
from generator.model.dossier import Section
from generator.model.ids import EntityId
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument


def find_sections(corpus: Corpus) -> tuple[Section, ...]:
    """The sections of every source, and one for each topic that its metadata gives the whole source."""
    return tuple(section for source in corpus.sources for section in _of(source, corpus.names.topics))


def _of(source: AnnotatedDocument, topics: Mapping[str, EntityId]) -> Iterator[Section]:
    document = source.document
    text = [block for block in source.parse.blocks if block.kind is not BlockKind.BOILERPLATE]
    if not text:
        return
    whole = Span(text[0].span.start, text[-1].span.end)
    for topic in document.meta.topics:
        yield Section(document.id, None, whole, topic)
    headings = [block.span for block in text if block.kind is BlockKind.HEADING]
    starts = [whole.start, *(h.start for h in headings), whole.end]
    for heading, start, end in zip([None, *headings], starts, starts[1:], strict=False):
        if heading is None:
            if start < end:
                yield Section(document.id, None, Span(start, end))
            continue
        name = heading.of(document.text)
        yield Section(document.id, heading, Span(start, end), topics.get(name) or EntityId(f"thema-{slug(name)}"))
