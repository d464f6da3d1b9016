"""Events: those of the registry, and those that a clause tells with a time.

An event of the registry absorbs the extracted ones that rest on the same sentence, and their addresses lead to it.
Two events that may be one are never merged: `check` puts them on the review list.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.assemble.events.found import events_of
from generator.german.happenings import of_noun
from generator.model.dossier import Event
from generator.model.edtf import sort_key
from generator.model.ids import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.assemble.corpus import Corpus
    from generator.assemble.scene import Scene
    from generator.model.ids import EntityId, SourceId


def find_events(corpus: Corpus, scenes: Iterable[Scene]) -> tuple[Event, ...]:
    """Every event, the dated ones in order of time, then the undated ones; ties by id."""
    events = {event.id: event for event in _written(corpus)}
    resting = _by_sentence(corpus, events.values())
    for event in (event for scene in scenes for event in events_of(scene)):
        evidence = event.evidence[0]
        written = resting.get((evidence.source, corpus.sentence_number(evidence.source, evidence.span.start)))
        if written is None:
            events.setdefault(event.id, event)
        else:
            events[written] = replace(events[written], formerly=(*events[written].formerly, event.id))
    return tuple(sorted(events.values(), key=lambda e: (e.edtf is None, sort_key(e.edtf) if e.edtf else (), e.id)))


def _written(corpus: Corpus) -> Iterable[Event]:
    for event in corpus.registry.events:
        yield Event(
            id=event.id,
            title=event.title,
            edtf=event.edtf,
            certainty=event.certainty,
            origin=Origin.REGISTRY,
            evidence=corpus.evidence(event.evidence),
            participants=event.participants,
            location=event.location,
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
