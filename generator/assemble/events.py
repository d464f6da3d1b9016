"""Events of the registry, with their evidence found in the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Event
from generator.model.edtf import sort_key
from generator.model.ids import Origin

if TYPE_CHECKING:
    from generator.assemble.corpus import Corpus


def find_events(corpus: Corpus) -> tuple[Event, ...]:
    """Every event, the dated ones in order of time, then the undated ones; ties by id."""
    events = [
        Event(
            id=event.id,
            title=event.title,
            edtf=event.edtf,
            certainty=event.certainty,
            origin=Origin.REGISTRY,
            evidence=corpus.evidence(event.evidence),
            participants=event.participants,
            location=event.location,
        )
        for event in corpus.registry.events
    ]
    return tuple(sorted(events, key=lambda e: (e.edtf is None, sort_key(e.edtf) if e.edtf else (), e.id)))
