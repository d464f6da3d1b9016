"""Relations: those of the registry, those that facts imply, and those that the language states clearly.

What people wrote absorbs what the rules found of the same type between the same ends, as long as both put it equally
sure and name the same witnesses, or rest on the same sentence; otherwise both stand side by side.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from generator.assemble.relations.attributes import stated_by_attributes
from generator.assemble.relations.tie import Tie, unordered
from generator.assemble.relations.titles import stated_by_titles
from generator.assemble.relations.verbs import stated_by_verbs
from generator.model.ids import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.assemble.scene import Scene
    from generator.model.dossier import Evidence, Relation
    from generator.model.ids import SourceId
    from generator.model.span import Span

_RULES = (stated_by_verbs, stated_by_titles, stated_by_attributes)


def stated(scenes: Iterable[Scene]) -> Iterator[Relation]:
    """What each sentence states by itself, in text order; one and the same relation may come more than once."""
    for scene in scenes:
        for rule in _RULES if len(scene.mentions) > 1 else ():
            yield from rule(scene)


def join(*groups: Iterable[Relation]) -> tuple[Relation, ...]:
    """Every relation once, sorted by type, subject and object; evidence of equal ones is joined, the first one wins."""
    found: dict[str, _Joined] = {}
    by_people: dict[tuple[str, ...], list[_Joined]] = {}
    for relation in chain.from_iterable(groups):
        same = by_people.get(_tie(relation), ())
        known = found.get(relation.id) or next((one for one in same if one.rests_with(relation)), None)
        if known is None:
            known = found[relation.id] = _Joined(relation)
            if relation.origin is Origin.REGISTRY:
                by_people.setdefault(_tie(relation), []).append(known)
        known.add(relation)
    joined = (replace(one.first, evidence=one.evidence) for one in found.values())
    return tuple(sorted(joined, key=lambda r: (r.type, r.subject, r.object, r.item or "", r.id)))


def _tie(relation: Relation) -> tuple[str, ...]:
    return unordered(Tie(relation.type, relation.subject, relation.object, relation.item))


class _Joined:
    """A relation, and the evidence of all that are the same as the `first`, by source."""

    def __init__(self, first: Relation) -> None:
        self.first = first
        self._pieces: dict[Evidence, None] = {}
        self._spans: dict[SourceId, list[Span]] = {}

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All of it, in the order in which it came."""
        return tuple(self._pieces)

    def add(self, relation: Relation) -> None:
        """Take the evidence of `relation`; a piece that touches one of another relation adds nothing."""
        new = [piece for piece in relation.evidence if not self._touches(piece)]
        for piece in new:
            self._pieces[piece] = None
            self._spans.setdefault(piece.source, []).append(piece.span)

    def rests_with(self, relation: Relation) -> bool:
        """Whether a person has read the very sentence that a rule read, and decided how sure it is and who says so."""
        return relation.origin is Origin.EXTRACTED and any(map(self._touches, relation.evidence))

    def _touches(self, piece: Evidence) -> bool:
        return any(piece.span.overlaps(span) for span in self._spans.get(piece.source, ()))
