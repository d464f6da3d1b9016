"""Events: those of the registry, and those that a clause tells with a time.

An event of the registry absorbs the extracted ones that rest on the same sentence or that it names as `formerly`, and
their addresses lead to it.
Two events that may be one are never merged: `check` puts them on the review list.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.happenings import of_noun
from generator.model.dossier import Event
from generator.model.edtf import sort_key
from generator.model.ids import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.assemble.corpus import Corpus
    from generator.model.ids import EntityId, SourceId
    from generator.model.registry import Registry


def find_events(corpus: Corpus, registry: Registry, extracted: Iterable[Event]) -> tuple[Event, ...]:
    """Every event, the dated ones in order of time, then the undated ones; ties by id."""
    events = {event.id: event for event in _written(corpus, registry)}
    resting = _by_sentence(corpus, events.values())
    named = {old: event.id for event in events.values() for old in event.formerly}
    cited = {source for source, _ in resting}
    for event in extracted:
        proof = event.evidence[0]
        written = named.get(event.id)
        if written is None and proof.source in cited:
            written = resting.get((proof.source, corpus.sentence_number(proof.source, proof.span.start)))
        if written is None:
            events.setdefault(event.id, event)
        else:
            old = dict.fromkeys((*events[written].formerly, event.id, *event.formerly))
            events[written] = replace(events[written], formerly=tuple(old))
    return tuple(sorted(events.values(), key=lambda e: (e.edtf is None, sort_key(e.edtf) if e.edtf else (), e.id)))


def _written(corpus: Corpus, registry: Registry) -> Iterable[Event]:
    for event in registry.events:
        yield Event(
            id=event.id,
            title=event.title,
            edtf=event.edtf,
            certainty=event.certainty,
            origin=Origin.REGISTRY,
            evidence=corpus.evidence(event.evidence),
            participants=event.participants,
            location=event.location,
            formerly=event.formerly,
            sort=next((sort for word in event.title.split() if (sort := of_noun(word))), ""),
        )


def _by_sentence(corpus: Corpus, events: Iterable[Event]) -> dict[tuple[SourceId, int], EntityId]:
    """For each sentence that events of the registry rest on, the first of them."""
    found: dict[tuple[SourceId, int], EntityId] = {}
    for event in events:
        for evidence in event.evidence:
            first = corpus.sentence_number(evidence.source, evidence.span.start)
            last = corpus.sentence_number(evidence.source, evidence.span.end - 1)
            for number in range(first, last + 1):
                found.setdefault((evidence.source, number), event.id)
    return found
