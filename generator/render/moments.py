"""What belongs to each date: the events, the statements that speak of it, and how the sources word it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.edtf import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.dossier import Dossier, Event, Evidence, Statement
    from generator.model.ids import Edtf, SourceId
    from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """What belongs to one date, and how the sources word that date; `statements` that no event of the date tells."""

    events: Sequence[Event]
    statements: Sequence[Statement]
    wordings: Sequence[str]


@dataclass(slots=True)
class _Found:
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    wordings: dict[str, None] = field(default_factory=dict)


def moments(dossier: Dossier, shown: Mapping[SourceId, frozenset[Span]]) -> dict[Edtf, Moment]:
    """Every date of an event or of a statement that may be `shown`, in their order."""
    found: dict[Edtf, _Found] = {}
    for event in dossier.events:
        if event.edtf:
            found.setdefault(event.edtf, _Found()).events.append(event)
    for said in dossier.statements:
        if said.speaks_of and said.sentence in shown[said.source]:
            for edtf in said.speaks_of:
                found.setdefault(edtf, _Found()).statements.append(said)
    for source in dossier.sources:
        for date in source.dates:
            if date.edtf in found:
                wording = " ".join(date.span.of(source.document.text).split())
                found[date.edtf].wordings.setdefault(wording)
    return {edtf: _moment(found[edtf]) for edtf in sorted(found, key=sort_key)}


def _moment(found: _Found) -> Moment:
    return Moment(tuple(found.events), tuple(_untold(found.statements, found.events)), tuple(found.wordings))


def _untold(statements: Iterable[Statement], events: Iterable[Event]) -> Iterable[Statement]:
    """Leave out the statements that are the very evidence of an event of the date."""
    told: dict[SourceId, list[Evidence]] = {}
    for piece in {piece for event in events for piece in event.evidence}:
        told.setdefault(piece.source, []).append(piece)
    return (s for s in statements if not any(p.span.overlaps(s.span) for p in told.get(s.source, ())))
