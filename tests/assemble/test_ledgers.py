from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble import assemble
from generator.model.ids import AliasKind, Certainty, EntityId, Kind
from generator.model.registry import Alias, Place, Registry, RegistryEntity
from generator.model.settings import Settings
from tests.assemble_support import Article

if TYPE_CHECKING:
    from generator.model.ledger import Ledgers

PLACE = Place("seeds/registry/a.yml", 1)
RUSSIA = EntityId("russland")
REGISTRY = Registry(
    (
        RegistryEntity(RUSSIA, Kind.STATE, "Russland", PLACE, aliases=(Alias("Moskau", AliasKind.METONYM),)),
        RegistryEntity(EntityId("moskau"), Kind.PLACE, "Moskau", PLACE),
        RegistryEntity(EntityId("anna-berg"), Kind.PERSON, "Anna Berg", PLACE),
        RegistryEntity(EntityId("karl-berg"), Kind.PERSON, "Karl Berg", PLACE),
    )
)


def ledgers(made: Article) -> Ledgers:
    return assemble(Settings("Probe", "https://probe.example/"), REGISTRY, [made.annotated()]).ledgers


def test_each_metonym_stands_with_its_reading() -> None:
    made = Article("Moskau schweigt. In Moskau regnet es.\n")
    made.name("Moskau", Kind.STATE, "Russland", entity=RUSSIA, candidates=(RUSSIA,), metonym=True)
    made.name("Moskau", Kind.PLACE, nth=2, entity=EntityId("moskau"), candidates=(EntityId("moskau"),))
    found = ledgers(made).metonyms
    assert [reading.entity for reading in found] == ["russland", "moskau"]
    assert all(reading.candidates == ("russland", "moskau") for reading in found)


def test_each_shared_surname_stands_with_whom_it_means() -> None:
    made = Article("Bergs Zug fuhr. Berg kam. Anna Berg ging.\n")
    karl, anna = EntityId("karl-berg"), EntityId("anna-berg")
    made.name("Bergs", Kind.PERSON, "Karl Berg", entity=karl, candidates=(karl,))
    made.name("Berg", Kind.PERSON, nth=2, candidates=(anna, karl))
    made.name("Anna Berg", Kind.PERSON, entity=anna, candidates=(anna,))
    found = ledgers(made).surnames
    assert [(r.span.of(made.text), r.entity, r.candidates) for r in found] == [
        ("Bergs", karl, (anna, karl)),
        ("Berg", None, (anna, karl)),
    ]


def test_figures_are_those_that_are_no_part_of_dates_and_names() -> None:
    made = Article("Im Mai 2019 kosteten 3 M-109 rund 9'000 Franken.\n")
    made.name("M-109", Kind.WEAPON)
    made.date("Im Mai 2019", "2019-05")
    assert [(f.span.of(made.text), f.values, f.unit) for f in ledgers(made).figures] == [
        ("3", ("3",), ""),
        ("9'000 Franken", ("9000",), "CHF"),
    ]


def test_each_sentence_that_yielded_nothing_has_a_reason() -> None:
    made = Article("Der Streit um den Zoll\n\nDer Zoll fällt. Es regnet. Na ja.\n\nMehr zum Thema: Zölle\n")
    made.claim("Der Zoll fällt.", Certainty.ASSERTED)
    assert [(s.span.of(made.text), s.reason) for s in ledgers(made).silences] == [
        ("Der Streit um den Zoll", "no-verb"),
        ("Es regnet.", "no-claim"),
        ("Na ja.", "no-verb"),
        ("Mehr zum Thema: Zölle", "teaser"),
    ]
