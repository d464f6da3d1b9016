"""What is drawn from each source: the facts, relations and events that rest on its sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.dossier import Dossier, Event, Evidence, Fact, Relation
    from generator.model.ids import EntityId, SourceId

    Entry = tuple[EntityId | None, Fact | Relation | Event, tuple[Evidence, ...]]
    """A value that rests on sentences, for a fact, whose it is; without its evidence, which follows for one source."""


def drawn(dossier: Dossier) -> Iterator[tuple[SourceId, Entry]]:
    """Every value that rests on sentences under each source that these stand in; for a fact, whose it is."""
    facts = ((e.id, fact) for e in dossier.entities for fact in (e.summary, *e.facts) if fact)
    values: Iterable[Relation | Event] = chain(dossier.relations, dossier.events)
    owned: Iterable[tuple[EntityId | None, Fact | Relation | Event]] = chain(facts, ((None, value) for value in values))
    for owner, found in owned:
        by_source: dict[SourceId, list[Evidence]] = {}
        for piece in found.evidence:
            by_source.setdefault(piece.source, []).append(piece)
        bare = replace(found, evidence=())
        for source, pieces in by_source.items():
            yield source, (owner, bare, tuple(pieces))
