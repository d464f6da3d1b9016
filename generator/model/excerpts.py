"""Which sentences may be published: all of a source with full rights, else those that serve as evidence.

Evidence is what a fact, a relation, an event or a dispute rests on, and every statement that is somebody's: the
words of the article itself are not repeated for their own sake.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, Evidence
    from generator.model.ids import SourceId
    from generator.model.span import Span


def shown_sentences(dossier: Dossier) -> dict[SourceId, frozenset[Span]]:
    """For each source the spans of the sentences that its rights allow to publish."""
    cited: defaultdict[SourceId, list[Span]] = defaultdict(list)
    for evidence in _evidence(dossier):
        cited[evidence.source].append(evidence.span)
    disputed = {key for dispute in dossier.disputes for side in dispute.sides for key in side.statements}
    for statement in dossier.statements:
        if statement.holders or statement.id in disputed:
            cited[statement.source].append(statement.sentence)
    return {source.document.id: _shown(source, cited[source.document.id]) for source in dossier.sources}


def _evidence(dossier: Dossier) -> Iterator[Evidence]:
    facts = (fact for entity in dossier.entities for fact in (*entity.facts, entity.summary) if fact)
    yield from chain.from_iterable(fact.evidence for fact in facts)
    yield from chain.from_iterable(relation.evidence for relation in dossier.relations)
    yield from chain.from_iterable(event.evidence for event in dossier.events)


def _shown(source: AnnotatedDocument, cited: list[Span]) -> frozenset[Span]:
    sentences = [sentence.span for sentence in source.parse.sentences]
    if source.document.meta.rights == "full":
        return frozenset(sentences)
    return frozenset(_touched(sentences, sorted(cited, key=attrgetter("start"))))


def _touched(sentences: list[Span], cited: list[Span]) -> Iterator[Span]:
    waiting = 0
    reach = 0
    for sentence in sentences:
        while waiting < len(cited) and cited[waiting].start < sentence.end:
            reach = max(reach, cited[waiting].end)
            waiting += 1
        if reach > sentence.start:
            yield sentence
