"""What ties an entity to others, read from its side: its relations, its facts about others, others' facts about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.ids import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Entity, Evidence, Relation
    from generator.model.ids import Certainty, EntityId
    from generator.render.context import Context

BOTH_WAYS = frozenset({"allied_with", "cooperates_with", "met", "similar_to"})
"""Relations that say of both ends the same."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Read „(the entity) `words` `other`“; `outward` false: the other one acts."""

    words: str
    other: EntityId
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    outward: bool = True
    mutual: bool = False
    item: EntityId | None = None
    holders: tuple[EntityId, ...] = ()


def ties(context: Context, entity: Entity) -> tuple[Tie, ...]:
    """Find the ties of `entity`: its relations in the dossier's order, then facts about those without a relation."""
    relations = context.relations.get(entity.id, ())
    found = [tie for relation in relations for tie in _of_relation(context, entity, relation)]
    related = {tie.other for tie in found}
    facts = (*_of_own_facts(context, entity), *_of_facts_of_others(context, entity))
    return (*found, *(tie for tie in facts if tie.other not in related))


def _of_relation(context: Context, entity: Entity, relation: Relation) -> Iterator[Tie]:
    labels, key, mutual = context.labels, f"relation.{relation.type}", relation.type in BOTH_WAYS
    if relation.subject == entity.id:
        yield _tie(labels(f"{key}.forward"), relation.object, relation, outward=True, mutual=mutual)
    elif relation.object == entity.id:
        yield _tie(labels(f"{key}.backward"), relation.subject, relation, outward=False, mutual=mutual)
    else:
        supply = replace(relation, item=None)
        yield _tie(labels("item.supplied_by"), relation.subject, supply, outward=False)
        yield _tie(labels("item.supplied_to"), relation.object, supply, outward=True)


def _tie(words: str, other: EntityId, relation: Relation, *, outward: bool, mutual: bool = False) -> Tie:
    certainty, evidence = relation.certainty, relation.evidence
    return Tie(words, other, certainty, evidence, outward, mutual, relation.item, relation.holders)


def _of_own_facts(context: Context, entity: Entity) -> Iterator[Tie]:
    for fact in entity.facts:
        if fact.entity and fact.entity != entity.id and fact.origin is not Origin.EXTERNAL:
            words = context.labels(f"property.{fact.property}")
            yield Tie(words, fact.entity, fact.certainty, fact.evidence)


def _of_facts_of_others(context: Context, entity: Entity) -> Iterator[Tie]:
    for other, fact in context.facts_about.get(entity.id, ()):
        if fact.origin is not Origin.EXTERNAL:
            words = context.labels.plain("text.property_of", property=context.labels(f"property.{fact.property}"))
            yield Tie(words, other.id, fact.certainty, fact.evidence, outward=False)
