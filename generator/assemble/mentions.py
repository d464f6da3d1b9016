"""Mentions that are linked, each with the sentence around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import EntityMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument


def find_mentions(corpus: Corpus) -> tuple[EntityMention, ...]:
    """Every mention that means one entity for certain, in the order of sources and text."""
    return tuple(mention for source in corpus.sources for mention in _of(corpus, source))


def _of(corpus: Corpus, source: AnnotatedDocument) -> Iterator[EntityMention]:
    document = source.document
    for mention in source.mentions:
        entity = corpus.entity_of(mention)
        if entity is not None:
            form = mention.span.of(document.text)
            yield EntityMention(
                entity=entity,
                source=document.id,
                span=mention.span,
                form=form,
                sentence=corpus.sentence_at(document.id, mention.span.start).span,
                metonym=mention.metonym,
                alias=corpus.names.aliases.get((entity, form)),
                rule=mention.rule,
            )
