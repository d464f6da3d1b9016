"""What belongs to each date: the events, the statements that speak of it, and how the sources word it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.edtf import sort_key
from generator.model.ids import Edtf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.dossier import Dossier, Event, Evidence, Statement
    from generator.model.ids import SourceId
    from generator.model.listed import Found, Inverted


@dataclass(frozen=True, slots=True)
class Moment:
    """What belongs to one date, and how the sources word that date; `said` are all statements that speak of it."""

    events: Sequence[Event]
    said: Found[Statement]
    wordings: Sequence[str]

    @property
    def untold(self) -> list[Statement]:
        """The statements that are not the very evidence of an event of the date."""
        told: dict[SourceId, list[Evidence]] = {}
        for piece in {piece for event in self.events for piece in event.evidence}:
            told.setdefault(piece.source, []).append(piece)
        return [s for s in self.said if not any(p.span.overlaps(s.span) for p in told.get(s.source, ()))]


def moments(dossier: Dossier, said: Inverted[Statement]) -> dict[Edtf, Moment]:
    """Every date of an event, or of one of the statements `said` of it, in their order."""
    events: dict[Edtf, list[Event]] = {Edtf(key): [] for key in said}
    for event in dossier.events:
        if event.edtf:
            events.setdefault(event.edtf, []).append(event)
    wordings: dict[Edtf, dict[str, None]] = {edtf: {} for edtf in events}
    for source in dossier.sources:
        for edtf, words in source.wordings:
            if edtf in wordings:
                wordings[edtf].setdefault(words)
    return {
        edtf: Moment(tuple(events[edtf]), said[edtf], tuple(wordings[edtf])) for edtf in sorted(events, key=sort_key)
    }
