"""Who speaks through which outlet, and what outlets report on."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from generator.assemble.relations.tie import Tie, plain_relation
from generator.model.dossier import Evidence
from generator.model.ids import Certainty, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Dispute, Entity, EntityQuotation, Relation, Statement

_SUBJECTS_OF_REPORTS = frozenset({Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.WEAPON, Kind.EVENT})


def quoted_in(quotations: tuple[EntityQuotation, ...]) -> Iterator[Relation]:
    """A speaker is `quoted_in` the outlet through which the words reached the source."""
    for quotation in quotations:
        outlet = quotation.outlet.entity if quotation.outlet else None
        for speaker in quotation.speakers:
            if outlet and speaker.entity and speaker.entity != outlet:
                proof = Evidence(quotation.source, quotation.span)
                yield plain_relation(
                    Tie("quoted_in", speaker.entity, outlet), Certainty.ASSERTED, (), proof, "quotation-outlet"
                )


def reports_on(statements: tuple[Statement, ...], entities: tuple[Entity, ...]) -> Iterator[Relation]:
    """An outlet that is itself the witness of a statement `reports_on` those whom the statement names."""
    outlets = {entity.id for entity in entities if entity.kind is Kind.OUTLET}
    subjects = {e.id for e in entities if e.kind in _SUBJECTS_OF_REPORTS and not _is_category(e)}
    for statement in statements:
        proof = Evidence(statement.source, statement.span)
        reporting = [holder.entity for holder in statement.holders if holder.entity in outlets]
        for outlet, entity in product(reporting, statement.about):
            if outlet and entity in subjects:
                yield plain_relation(
                    Tie("reports_on", outlet, entity), Certainty.ASSERTED, (), proof, "statement-outlet"
                )


def denies(disputes: tuple[Dispute, ...], statements: tuple[Statement, ...]) -> Iterator[Relation]:
    """Those who deny what others say `denies` these, on the strength of the denial."""
    by_id = {statement.id: statement for statement in statements}
    for dispute in disputes:
        accusers = [holder for side in dispute.sides if side.stance == "alleges" for holder in side.holders]
        for side in (side for side in dispute.sides if side.stance == "denies"):
            for denier, accuser, key in product(side.holders, accusers, side.statements):
                said = by_id[key]
                tie = Tie("denies", denier, accuser)
                yield plain_relation(tie, Certainty.ASSERTED, (), Evidence(said.source, said.span), "dispute")


def _is_category(entity: Entity) -> bool:
    """Whether a weapon is a category: as the registry says, else if its name is a word without a number."""
    if entity.kind is not Kind.WEAPON:
        return False
    said = next((fact.value == "true" for fact in entity.facts if fact.property == "category"), None)
    return not any(char.isdigit() for char in entity.name) if said is None else said
