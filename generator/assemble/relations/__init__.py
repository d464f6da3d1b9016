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

_RULES = (stated_by_verbs, stated_by_titles, stated_by_attributes)


def stated(scenes: Iterable[Scene]) -> Iterator[Relation]:
    """What each sentence states by itself, in text order; one and the same relation may come more than once."""
    for scene in scenes:
        for rule in _RULES if len(scene.mentions) > 1 else ():
            yield from rule(scene)


def join(*groups: Iterable[Relation]) -> tuple[Relation, ...]:
    """Every relation once, sorted by type, subject and object; evidence of equal ones is joined, the first one wins."""
    found: dict[str, Relation] = {}
    by_people: dict[tuple[str, ...], list[str]] = {}
    for relation in chain.from_iterable(groups):
        same = [found[key] for key in by_people.get(_tie(relation), ())]
        known = found.get(relation.id) or next((r for r in same if _rest_on_one_sentence(r, relation)), None)
        found[known.id if known else relation.id] = _joined(known, relation) if known else relation
        if known is None and relation.origin is Origin.REGISTRY:
            by_people.setdefault(_tie(relation), []).append(relation.id)
    return tuple(sorted(found.values(), key=lambda r: (r.type, r.subject, r.object, r.item or "", r.id)))


def _tie(relation: Relation) -> tuple[str, ...]:
    return unordered(Tie(relation.type, relation.subject, relation.object, relation.item))


def _rest_on_one_sentence(known: Relation, new: Relation) -> bool:
    """Whether a person has read the very sentence that a rule read, and decided how sure it is and who says so."""
    return new.origin is Origin.EXTRACTED and any(_touches(n, k) for n in new.evidence for k in known.evidence)


def _joined(known: Relation, new: Relation) -> Relation:
    """One relation with the evidence of both; a piece that touches one of the known adds nothing."""
    new_evidence = (e for e in new.evidence if not any(_touches(e, k) for k in known.evidence))
    return replace(known, evidence=(*known.evidence, *new_evidence))


def _touches(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and one.span.overlaps(other.span)
