"""The two public JSON interfaces against their schemas, and what a schema cannot say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from generator.export.annotation import annotation_json
from generator.export.dossier import dossier_json
from generator.export.schemas import SCHEMAS, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Dossier

Json = dict[str, Any]


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema(name)))


@pytest.fixture(scope="session")
def published(corpus: Dossier) -> Json:
    return json.loads(dossier_json(corpus))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema(name)))


def test_dossier_json_keeps_to_its_schema(published: Json) -> None:
    validator("dossier.schema.json").validate(published)


def test_annotations_keep_to_their_schema(corpus: Dossier) -> None:
    for source in corpus.sources:
        validator("annotation.schema.json").validate(json.loads(annotation_json(source)))


@pytest.mark.parametrize("spoiled", [{"schema_version": 2}, {"extra": 1}, {"mentions": [{"entity": "A b"}]}])
def test_the_schema_refuses_what_is_wrong(published: Json, spoiled: Json) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator("dossier.schema.json").validate(published | spoiled)


def spans(value: object, source: str | None = None) -> Iterator[tuple[str | None, int, int]]:
    if isinstance(value, dict):
        source = value.get("source", source) if isinstance(value.get("source", source), str) else source
        if "start" in value:
            yield source, value["start"], value["end"]
        for part in value.values():
            yield from spans(part, source)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part, source)


def test_every_span_lies_in_its_source(published: Json, corpus: Dossier) -> None:
    lengths = {source.document.id: len(source.document.text) for source in corpus.sources}
    parts = {key: value for key, value in published.items() if key != "sources"}
    found = list(spans(parts))
    assert len(found) > 50
    assert all(source in lengths and 0 <= start < end <= lengths[source] for source, start, end in found)


def test_every_reference_leads_to_an_entity_or_a_statement(published: Json) -> None:
    entities = {entity["id"] for entity in published["entities"]}
    statements = {statement["id"] for statement in published["statements"]}
    for relation in published["relations"]:
        assert {relation["subject"], relation["object"]} <= entities
    for mention in published["mentions"]:
        assert mention["entity"] in entities
    for event in published["events"]:
        assert set(event["participants"]) <= entities
    for dispute in published["disputes"]:
        for side in dispute["sides"]:
            assert set(side["holders"]) <= entities
            assert side["statements"]
            assert set(side["statements"]) <= statements


def test_every_value_has_evidence_and_says_where_it_comes_from(published: Json) -> None:
    facts = [fact for entity in published["entities"] for fact in entity["facts"]]
    assert facts
    assert all(fact["evidence"] for fact in facts if fact["origin"] != "external")
    assert all(event["evidence"] for event in published["events"])
    assert all(relation["evidence"] for relation in published["relations"])


def test_the_status_of_a_statement_has_a_trigger_or_is_the_articles_own(published: Json) -> None:
    own = {"asserted", "reported", "question"}
    assert all(s["triggers"] for s in published["statements"] if s["certainty"] not in own)
