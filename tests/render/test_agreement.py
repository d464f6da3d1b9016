"""Values that agree and values that differ, in the overview of an entity."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.dossier import Entity, Evidence, Fact
from generator.model.ids import Certainty, Edtf, EntityId, Kind, Origin
from generator.render.context import build_context
from generator.render.entity.overview import property_values
from tests.render.pages_sample import DOSSIER
from tests.render.sample import BEFORE, VISIT, evidence

VISIT_SAYS = evidence(VISIT, "Südmark spricht von einem Geschäft.")
FALK_SAYS = evidence(VISIT, "Die Falke-7 *ähnelt*")
BEFORE_SAYS = evidence(BEFORE, "Im Jahr 2019 besuchte Karl Berg Südmark.")


def fact(name: str, value: str, proof: tuple[Evidence, ...], **more: object) -> Fact:
    fields: dict[str, object] = {"certainty": Certainty.ASSERTED, "origin": Origin.REGISTRY, **more}
    return Fact(name, value, evidence=proof, **fields)  # type: ignore[arg-type]


def shown(kind: Kind, *facts: Fact) -> str:
    """What the overview of a thing says of the property of the first of `facts`."""
    entity = Entity(EntityId("ding"), kind, "Ding", facts=facts)
    context = build_context(replace(DOSSIER, entities=(*DOSSIER.entities, entity)))
    return "; ".join(v.source for v in property_values(context, "orte/ding.md", entity, facts[0].property)).replace(
        "\u00a0", " "
    )


def test_two_values_for_what_can_have_one_only_differ_and_each_has_who_says_it() -> None:
    said = shown(Kind.WEAPON, fact("range", "690 Kilometer", FALK_SAYS), fact("range", "500 Kilometer", BEFORE_SAYS))
    assert said == (
        "**Angaben weichen voneinander ab**: "
        "690 Kilometer, laut [Uwe Falk](../experten/uwe-falk.md) [2.5]; "
        "500 Kilometer, laut [Wie es anfing](../quellen/vorgeschichte.md) [1.2]"
    )


def test_two_sources_that_say_the_same_count_together() -> None:
    said = shown(Kind.WEAPON, fact("range", "690 Kilometer", VISIT_SAYS), fact("range", "690  kilometer", BEFORE_SAYS))
    assert said == "690 Kilometer, zwei Quellen [1.2], [2.7]"


def test_two_sentences_of_one_source_are_one_source() -> None:
    said = shown(Kind.WEAPON, fact("range", "690 km", VISIT_SAYS), fact("range", "690 km", FALK_SAYS))
    assert said == "690 km [2.5], [2.7]"


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (Kind.PERSON, fact("role", "Analyst", VISIT_SAYS), fact("role", "Journalist", BEFORE_SAYS)),
        (Kind.WEAPON, fact("range", "5 km", VISIT_SAYS), fact("range", "6 km", BEFORE_SAYS, date=Edtf("2019"))),
        (
            Kind.WEAPON,
            fact("range", "5 km", VISIT_SAYS),
            fact("range", "6 km", BEFORE_SAYS, certainty=Certainty.DENIED),
        ),
        (
            Kind.WEAPON,
            fact("range", "5 km", VISIT_SAYS),
            fact("range", "6 km", (), origin=Origin.EXTERNAL),
        ),
        (
            Kind.WEAPON,
            fact("origin", "Nordland", VISIT_SAYS, entity=EntityId("nordland")),
            fact("origin", "die Nordländer", BEFORE_SAYS, entity=EntityId("nordland")),
        ),
    ],
    ids=["several are possible", "another time", "denied", "from elsewhere", "one thing in other words"],
)
def test_what_does_not_exclude_each_other_does_not_differ(kind: Kind, first: Fact, second: Fact) -> None:
    assert "weichen" not in shown(kind, first, second)


def test_a_category_of_weapons_has_several_calibres() -> None:
    calibres = (fact("calibre", "152 mm", VISIT_SAYS), fact("calibre", "122 mm", BEFORE_SAYS))
    assert "weichen" in shown(Kind.WEAPON, *calibres)
    assert "weichen" not in shown(Kind.WEAPON, *calibres, fact("category", "true", VISIT_SAYS))
