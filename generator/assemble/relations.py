"""Relations: those of the registry, those that facts imply, and those that the language states clearly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.address import digest
from generator.model.dossier import Evidence, Relation
from generator.model.ids import Certainty, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.model.dossier import Entity, EntityQuotation
    from generator.model.ids import EntityId

_IMPLIED = {"institution": "affiliated_with", "origin": "produced_in", "operator": "operated_by"}
"""The relation that a fact of this property implies where its value is an entity."""


def find_relations(
    corpus: Corpus,
    entities: tuple[Entity, ...],
    quotations: tuple[EntityQuotation, ...],
) -> tuple[Relation, ...]:
    """Every relation once, sorted by type, subject and object; evidence of equal ones is joined."""
    found: dict[str, Relation] = {}
    for relation in (*_written(corpus), *_implied(entities), *_quoted(quotations)):
        known = found.get(relation.id)
        found[relation.id] = _join(known, relation) if known else relation
    return tuple(sorted(found.values(), key=lambda r: (r.type, r.subject, r.object, r.id)))


def _join(known: Relation, new: Relation) -> Relation:
    evidence = tuple(dict.fromkeys((*known.evidence, *new.evidence)))
    return replace(known, evidence=evidence)


def _identify(kind: str, subject: EntityId, object_: EntityId, item: EntityId | None, certainty: Certainty) -> str:
    return f"b-{digest(kind, subject, object_, item or '', certainty)}"


def _written(corpus: Corpus) -> Iterator[Relation]:
    for r in corpus.registry.relations:
        yield Relation(
            id=_identify(r.type, r.subject, r.object, r.item, r.certainty),
            type=r.type,
            subject=r.subject,
            object=r.object,
            certainty=r.certainty,
            origin=Origin.REGISTRY,
            evidence=corpus.evidence(r.evidence),
            item=r.item,
            holders=r.holders,
        )


def _implied(entities: tuple[Entity, ...]) -> Iterator[Relation]:
    for entity in entities:
        for fact in entity.facts:
            kind = _IMPLIED.get(fact.property)
            if kind and fact.entity and fact.origin is not Origin.EXTERNAL:
                yield Relation(
                    id=_identify(kind, entity.id, fact.entity, None, fact.certainty),
                    type=kind,
                    subject=entity.id,
                    object=fact.entity,
                    certainty=fact.certainty,
                    origin=fact.origin,
                    evidence=fact.evidence,
                )


def _quoted(quotations: tuple[EntityQuotation, ...]) -> Iterator[Relation]:
    """A speaker is `quoted_in` the outlet through which the words reached the source."""
    for quotation in quotations:
        outlet = quotation.outlet.entity if quotation.outlet else None
        for speaker in quotation.speakers:
            if outlet and speaker.entity and speaker.entity != outlet:
                yield Relation(
                    id=_identify("quoted_in", speaker.entity, outlet, None, Certainty.ASSERTED),
                    type="quoted_in",
                    subject=speaker.entity,
                    object=outlet,
                    certainty=Certainty.ASSERTED,
                    origin=Origin.EXTRACTED,
                    evidence=(Evidence(quotation.source, quotation.span),),
                )
