"""Relations that people wrote into the registry, and those that the facts of an entity imply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble.relations.tie import Tie, identify
from generator.model.dossier import Relation
from generator.model.ids import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.model.dossier import Entity
    from generator.model.registry import Registry

_IMPLIED = {"institution": "affiliated_with", "origin": "produced_in", "operator": "operated_by"}
"""The relation that a fact of this property implies where its value is an entity."""


def written(corpus: Corpus, registry: Registry) -> Iterator[Relation]:
    """The relations of the registry, with their evidence found in the sources."""
    for r in registry.relations:
        yield Relation(
            id=identify(Tie(r.type, r.subject, r.object, r.item), r.certainty, r.holders),
            type=r.type,
            subject=r.subject,
            object=r.object,
            certainty=r.certainty,
            origin=Origin.REGISTRY,
            evidence=corpus.evidence(r.evidence),
            item=r.item,
            holders=r.holders,
        )


def implied(entities: tuple[Entity, ...]) -> Iterator[Relation]:
    """What facts with an entity as their value say: an institution, an origin, an operator."""
    for entity in entities:
        for fact in entity.facts:
            kind = _IMPLIED.get(fact.property)
            if kind and fact.entity and fact.origin is not Origin.EXTERNAL:
                yield Relation(
                    id=identify(Tie(kind, entity.id, fact.entity), fact.certainty, ()),
                    type=kind,
                    subject=entity.id,
                    object=fact.entity,
                    certainty=fact.certainty,
                    origin=fact.origin,
                    evidence=fact.evidence,
                )
