from __future__ import annotations

import json
import sys
from collections import Counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from generator import pipeline
from generator.errors import InputError
from generator.export.followthemoney import ftm, ftm_entities
from generator.export.followthemoney.checked import accepted
from tests.conftest import REPOSITORY
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

ENDS = {"subject", "object", "member", "organization", "agent", "client", "person", "relative", "resolved", "involved"}
Json = dict[str, Any]


def entity(dossier: Dossier, identity: str) -> Json:
    return next(entity for entity in ftm_entities(dossier) if entity["id"] == identity)


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY, *map(spoiled, HOSTILE)])
def test_every_line_is_an_entity_and_every_reference_has_one(dossier: Dossier) -> None:
    read = [json.loads(line) for line in ftm(dossier).encode().splitlines()]
    identities = {entity["id"] for entity in read}
    assert len(identities) == len(read)
    for found in read:
        properties = found["properties"]
        named = {value for name, values in properties.items() if name in ENDS for value in values}
        assert named | set(properties.get("proof", [])) | set(properties.get("document", [])) <= identities


def test_a_possible_delivery_is_no_delivery() -> None:
    link = entity(DOSSIER, "r-falke")
    assert link["schema"] == "UnknownLink"
    assert link["properties"]["role"] == ["supplies (possible)"]
    assert link["properties"]["namesMentioned"] == ["Falke-7", "Uwe Falk"]


def test_an_asserted_relation_has_the_class_of_its_type() -> None:
    link = entity(DOSSIER, "r-member")
    assert (link["schema"], link["properties"]["member"]) == ("Membership", ["uwe-falk"])


def test_relations_of_weapons_are_left_out() -> None:
    assert "r-likeness" not in {found["id"] for found in ftm_entities(DOSSIER)}


def test_an_alleged_event_says_so() -> None:
    assert entity(DOSSIER, "event.geschaeft")["properties"]["name"] == ["Ein Geschäft (alleged)"]


def test_external_facts_are_left_out() -> None:
    assert "country" not in entity(DOSSIER, "anna-berg")["properties"]


def test_states_have_their_code(corpus: Dossier) -> None:
    assert entity(corpus, "tschechien")["properties"]["country"] == ["cz"]
    assert entity(corpus, "anna-keller")["properties"]["country"] == ["ch"]


def test_without_the_package_there_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(InputError, match=r"DATA001 .*not installed") as raised:
        accepted(DOSSIER)
    assert "dossier[ftm]" in raised.value.problems[0].hint


def test_the_package_accepts_everything_and_changes_nothing(corpus: Dossier) -> None:
    pytest.importorskip("followthemoney", reason="an extra: pip install dossier[ftm]")
    for dossier in (corpus, pipeline.build_dossier(REPOSITORY)):
        ours = [json.loads(line) for line in ftm(dossier).splitlines()]
        theirs = [json.loads(line) for line in accepted(dossier).splitlines()]
        assert list(map(comparable, theirs)) == list(map(comparable, ours))
        assert len(Counter(found["schema"] for found in theirs)) >= 6


@pytest.mark.parametrize("words", HOSTILE)
def test_the_package_accepts_hostile_words(words: str) -> None:
    pytest.importorskip("followthemoney", reason="an extra: pip install dossier[ftm]")
    assert accepted(spoiled(words)).count("\n") == len(list(ftm_entities(spoiled(words))))


class Proxy:
    """An entity of a package that knows persons by a name and two letters of a country."""

    def __init__(self, schema: str) -> None:
        self.id = ""
        self.schema = SimpleNamespace(name=schema, properties={"name": "name", "country": "country"}, required=["name"])
        self.values: dict[str, list[str]] = {}

    def unsafe_add(self, prop: str, value: str) -> str | None:
        if prop == "country" and len(value) != 2:
            return None
        self.values.setdefault(prop, []).append(value)
        return value

    def get(self, prop: str) -> list[str]:
        return self.values.get(prop, [])

    def to_dict(self) -> Json:
        return {"id": self.id, "schema": self.schema.name, "properties": self.values}


@pytest.fixture(params=["stand-in", "package"])
def followthemoney(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "package":
        pytest.importorskip("followthemoney", reason="an extra: pip install dossier[ftm]")
    else:
        package = SimpleNamespace(model=SimpleNamespace(make_entity=Proxy))
        monkeypatch.setitem(sys.modules, "followthemoney", package)


@pytest.mark.usefixtures("followthemoney")
def test_what_the_package_refuses_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"id": "a", "schema": "Person", "properties": {"country": ["nowhere at all"], "wings": ["2"]}}
    monkeypatch.setattr("generator.export.followthemoney.checked.ftm_entities", lambda _: iter([wrong]))
    with pytest.raises(InputError) as raised:
        accepted(DOSSIER)
    messages = " ".join(problem.message for problem in raised.value.problems)
    assert {(problem.code, problem.line) for problem in raised.value.problems} == {("DATA002", 1)}
    assert "country cannot be" in messages
    assert "no property wings" in messages
    assert "lacks name" in messages


@pytest.mark.usefixtures("followthemoney")
def test_what_the_package_accepts_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    right = {"id": "a", "schema": "Person", "properties": {"country": ["ch"], "name": ["Anna Berg"]}}
    monkeypatch.setattr("generator.export.followthemoney.checked.ftm_entities", lambda _: iter([right]))
    assert json.loads(accepted(DOSSIER)) == right


def comparable(found: Json) -> Json:
    properties = {name: sorted(values) for name, values in found["properties"].items()}
    return {"id": found["id"], "schema": found["schema"], "properties": properties}
