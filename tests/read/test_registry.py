from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import InputError
from generator.model.ids import AliasKind, Certainty, Kind, Status
from generator.model.registry import Alias, Citation, Decision, Place, RegistryFact, Wording
from generator.model.settings import Expectation, Settings
from generator.read.project import read_project
from generator.read.registry import read_registry
from generator.read.settings import read_settings
from tests.read.support import write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.registry import Registry

PATH = "seeds/registry/more.yml"
FULL = """\
entities:
  - id: putin
    kind: person
    name: Wladimir Putin
    status: draft
    actor: yes
    expert: "no"
    formerly: [wladimir]
    aliases:
      - Putin
      - {text: Kremlchef, kind: description}
    same_as: ["https://www.wikidata.org/wiki/Q7747"]
    summary: {value: Gastgeber, evidence: {source: gipfel, text: Kim trifft Putin}}
    facts:
      - property: role
        value: NO
        entity: russland
        certainty: alleged
        date: 2019~
        evidence:
          - {source: gipfel, text: Das Treffen war, nth: 2}
          - source: gipfel
            text: >
              Kim Jong Un stattete
              Russland 2019
      - property: state
        value: 010
        citation: {title: Wikidata, url: https://www.wikidata.org/, accessed: 2026-11-23}
decisions:
  - {source: gipfel, context: Kims Sohn Kim Jong Un, mention: Kims, entity: nobody, reason: der Vater}
relations:
  - {type: supplies, subject: kim-jong-un, object: russland, item: sanktionen, holders: [afp], certainty: alleged,
     evidence: {source: gipfel, text: Kim trifft Putin}}
events:
  - {id: gipfel-2023, title: Gipfel, date: 2023-09, participants: [putin], location: russland,
     evidence: {source: gipfel, text: Kim trifft Putin}}
disputes:
  - id: waffendeal
    title: Waffendeal
    sides:
      - {stance: alleges, holders: [afp], evidence: {source: gipfel, text: Kim trifft Putin}}
      - {stance: denies, holders: [russland], evidence: {source: gipfel, text: Moskau dementiert den Vorwurf}}
"""


@pytest.fixture
def registry(good: Path) -> Registry:
    write(good, {PATH: FULL.encode(), "seeds/notes/putin.md": "\ufeffEin Wort.\r\nNoch eins.\r".encode()})
    return read_project(good)[1]


def test_an_entity_with_everything(registry: Registry) -> None:
    entity = registry.entities[-1]
    assert (entity.id, entity.kind, entity.name, entity.status) == (
        "putin",
        Kind.PERSON,
        "Wladimir Putin",
        Status.DRAFT,
    )
    assert (entity.actor, entity.expert, entity.place) == (True, False, Place(PATH, 2))
    assert entity.formerly == ("wladimir",)
    assert entity.aliases == (Alias("Putin", AliasKind.SPELLING), Alias("Kremlchef", AliasKind.DESCRIPTION))
    assert entity.same_as == ("https://www.wikidata.org/wiki/Q7747",)
    evidence = (Wording("gipfel", "Kim trifft Putin", Place(PATH, 13)),)
    assert entity.summary == RegistryFact("summary", "Gastgeber", evidence=evidence)


def test_a_foreign_name_says_of_what_language_it_is(good: Path) -> None:
    entity = "- {id: ft, kind: outlet, name: Il Foglio, language: it, aliases: [{text: Foglio, language: it-CH}, FT]}"
    write(good, {PATH: f"entities:\n{entity}\n".encode()})
    found = next(each for each in read_project(good)[1].entities if each.id == "ft")
    assert found.language == "it"
    assert [alias.language for alias in found.aliases] == ["it-CH", ""]


@pytest.mark.parametrize("wrong", ["Englisch", "EN", "en_GB", "e", '"en\\" onclick=\\"x"', "en-"])
def test_a_language_that_is_none_is_refused(good: Path, wrong: str) -> None:
    entity = f"- {{id: ft, kind: outlet, name: Financial Times, language: {wrong}}}"
    write(good, {PATH: f"entities:\n{entity}\n".encode()})
    with pytest.raises(InputError, match="BCP 47"):
        read_project(good)


def test_facts_with_evidence_and_with_a_citation(registry: Registry) -> None:
    inside, external = registry.entities[-1].facts
    assert (inside.value, inside.entity, inside.certainty, inside.date) == (
        "NO",
        "russland",
        Certainty.ALLEGED,
        "2019~",
    )
    assert inside.evidence == (
        Wording("gipfel", "Das Treffen war", Place(PATH, 21), 2),
        Wording("gipfel", "Kim Jong Un stattete Russland 2019", Place(PATH, 23)),
    )
    assert external == RegistryFact(
        "state", "010", citation=Citation("Wikidata", "https://www.wikidata.org/", "2026-11-23")
    )


def test_decisions_relations_events_and_disputes(registry: Registry) -> None:
    context = Wording("gipfel", "Kims Sohn Kim Jong Un", Place(PATH, 30))
    assert registry.decisions == (Decision(context, "Kims", None, "der Vater"),)
    (relation,) = registry.relations
    assert (relation.type, relation.subject, relation.object, relation.item) == (
        "supplies",
        "kim-jong-un",
        "russland",
        "sanktionen",
    )
    assert (relation.holders, relation.certainty) == (("afp",), Certainty.ALLEGED)
    (event,) = registry.events
    assert (event.id, event.edtf, event.participants, event.location) == (
        "gipfel-2023",
        "2023-09",
        ("putin",),
        "russland",
    )
    (dispute,) = registry.disputes
    assert [(side.stance, side.holders) for side in dispute.sides] == [("alleges", ("afp",)), ("denies", ("russland",))]


def test_notes(registry: Registry) -> None:
    assert registry.notes == (("putin", "Ein Wort.\nNoch eins.\n"),)


def test_entities_stand_in_the_order_of_files_and_lines(registry: Registry) -> None:
    assert [entity.id for entity in registry.entities] == ["kim-jong-un", "russland", "afp", "sanktionen", "putin"]


def test_a_registry_can_be_read_without_its_sources(good: Path) -> None:
    write(good, {PATH: FULL.encode(), "seeds/articles/gipfel.txt": None})
    assert len(read_registry(good).entities) == 5
    write(good, {PATH: FULL.replace("entity: russland", "entity: rusland").encode()})
    with pytest.raises(InputError, match="REG003"):
        read_registry(good)


def test_a_project_may_have_no_registry(tmp_path: Path) -> None:
    write(tmp_path, {"seeds/dossier.yml": b"title: A\nsite_url: https://a.example\n", "seeds/articles/a.txt": b"Kim."})
    _, registry, documents = read_project(tmp_path)
    assert (registry.entities, len(documents)) == ((), 1)


def test_settings(good: Path) -> None:
    assert read_settings(good) == Settings("Gipfel", "https://dossier.example/")
    text = "title: 010\nsite_url: http://a.example/b\nlanguage: en\nrights: full\ndescription: x\n"
    text += "expected: {events: {least: 0, most: 3}}\n"
    write(good, {"seeds/dossier.yml": text.encode()})
    assert read_settings(good) == Settings(
        "010", "http://a.example/b/", "x", "en", "full", (Expectation("events", 0, 3),)
    )


@pytest.mark.parametrize(("written", "expected"), [("", True), ("indexed: yes\n", True), ("indexed: no\n", False)])
def test_search_engines_are_welcome_unless_the_settings_say_otherwise(
    good: Path,
    written: str,
    expected: bool,  # noqa: FBT001  a row of the table
) -> None:
    write(good, {"seeds/dossier.yml": f"title: Gipfel\nsite_url: http://a.example/\n{written}".encode()})
    assert read_settings(good).indexed is expected
