"""Who speaks through which outlet, and what outlets report on."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from generator.assemble.relations.tie import Tie, plain_relation
from generator.model.dossier import Evidence
from generator.model.ids import Certainty, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.assemble.names import Names
    from generator.model.dossier import Dispute, EntityQuotation, Relation, Statement
    from generator.model.ids import EntityId

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


def reports_on(statements: tuple[Statement, ...], names: Names) -> Iterator[Relation]:
    """An outlet that is itself the witness of a statement `reports_on` those whom the statement names."""
    for statement in statements:
        proof = Evidence(statement.source, statement.span)
        speaking = [holder.entity for holder in statement.holders if holder.entity]
        reporting = [holder for holder in speaking if names.kinds.get(holder) is Kind.OUTLET]
        for outlet, entity in product(reporting, statement.about):
            if _is_a_subject(names, entity):
                yield plain_relation(
                    Tie("reports_on", outlet, entity), Certainty.ASSERTED, (), proof, "statement-outlet"
                )


def denies(disputes: tuple[Dispute, ...], statement: Callable[[str], Statement]) -> Iterator[Relation]:
    """Those who deny what others say `denies` these, on the strength of the denial; `statement` gives it by its id."""
    for dispute in disputes:
        accusers = [holder for side in dispute.sides if side.stance == "alleges" for holder in side.holders]
        for side in (side for side in dispute.sides if side.stance == "denies"):
            for denier, accuser, key in product(side.holders, accusers, side.statements):
                said = statement(key)
                tie = Tie("denies", denier, accuser)
                yield plain_relation(tie, Certainty.ASSERTED, (), Evidence(said.source, said.span), "dispute")


def _is_a_subject(names: Names, entity: EntityId) -> bool:
    kind = names.kinds.get(entity)
    return kind in _SUBJECTS_OF_REPORTS and not (kind is Kind.WEAPON and names.is_category(entity))
