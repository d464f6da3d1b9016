"""What a relation says, and the extracted relation that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.address import digest
from generator.model.dossier import Evidence, Relation
from generator.model.ids import Origin

if TYPE_CHECKING:
    from generator.assemble.scene import Scene, Standing
    from generator.model.ids import Certainty, EntityId


_MUTUAL = frozenset(("met", "cooperates_with", "allied_with"))


class Tie(NamedTuple):
    """What a relation says: who is what to whom; `item` is what is supplied."""

    type: str
    subject: EntityId
    object: EntityId
    item: EntityId | None = None


def extracted(scene: Scene, tie: Tie, standing: Standing, rule: str) -> Relation:
    """A relation that rests on the sentence of `scene`; its subject is no witness of it."""
    certainty, said_by = standing
    holders = tuple(holder for holder in said_by if holder != tie.subject)
    return plain_relation(tie, certainty, holders, Evidence(scene.source, scene.sentence.span), rule)


def plain_relation(
    tie: Tie, certainty: Certainty, holders: tuple[EntityId, ...], proof: Evidence, rule: str
) -> Relation:
    """An extracted relation with one piece of evidence."""
    return Relation(
        id=identify(tie, certainty, holders),
        type=tie.type,
        subject=tie.subject,
        object=tie.object,
        certainty=certainty,
        origin=Origin.EXTRACTED,
        evidence=(proof,),
        item=tie.item,
        holders=holders,
        rule=rule,
    )


def identify(tie: Tie, certainty: Certainty, holders: tuple[EntityId, ...]) -> str:
    """An id that is the same for equal relations: what two witnesses say, or say more or less surely, is not equal."""
    return f"b-{digest(*unordered(tie), certainty, *sorted(holders))}"


def unordered(tie: Tie) -> tuple[str, ...]:
    """What two ties have in common if they say the same: "A traf B" is "B traf A"."""
    ends = (tie.subject, tie.object)
    return (tie.type, *(sorted(ends) if tie.type in _MUTUAL else ends), tie.item or "")
