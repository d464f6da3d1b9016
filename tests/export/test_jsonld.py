"""JSON-LD by a validator (SHACL), and what the terms alone cannot say: nothing uncertain is asserted."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyshacl
import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef

from generator import pipeline
from generator.export.jsonld import CONTEXT, fragments, jsonld, page_jsonld
from generator.model.address import built
from generator.model.dossier import Fact
from generator.model.ids import Certainty, Edtf, EntityId, Origin
from generator.render import render
from tests.conftest import REPOSITORY
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Dossier

SHAPES = Path(__file__).with_name("schema-org.ttl")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")
ADDRESSES = ("url", "sameAs", "contentUrl", "inDefinedTermSet")
"""What the context of schema.org reads as an address and not as text."""
LOCAL_CONTEXT = {"@vocab": str(SCHEMA)} | {name: {"@type": "@id"} for name in ADDRESSES}


pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own


@cache
def shapes() -> Graph:
    return Graph().parse(SHAPES)


def graph_of(text: str) -> Graph:
    document = json.loads(text)
    assert document["@context"] == CONTEXT
    return Graph().parse(data=json.dumps(document | {"@context": LOCAL_CONTEXT}), format="json-ld")


def violations(graph: Graph) -> str:
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes(), ont_graph=shapes(), inference="none")
    return "" if conforms else report


def unknown_terms(graph: Graph) -> Iterator[str]:
    """Classes that the list lacks, and properties that no class of their node has."""
    for kind in set(graph.objects(predicate=RDF.type)):
        if kind != SCHEMA.Thing and (kind, RDFS.subClassOf, None) not in shapes():
            yield str(kind)
    for subject, predicate in set(graph.subject_predicates()):
        if predicate != RDF.type and predicate not in properties(frozenset(graph.objects(subject, RDF.type))):
            yield f"{predicate} of {subject}"


@cache
def properties(kinds: frozenset[URIRef]) -> frozenset[URIRef]:
    classes = {ancestor for kind in kinds for ancestor in shapes().transitive_objects(kind, RDFS.subClassOf)}
    declared = {
        path
        for shape, target in shapes().subject_objects(SH.targetClass)
        if target in classes
        for rule in shapes().objects(shape, SH.property)
        for path in shapes().objects(rule, SH.path)
    }
    return frozenset(declared)


def nodes(dossier: Dossier) -> list[dict[str, Any]]:
    return json.loads(jsonld(dossier))["@graph"]


def node_at(dossier: Dossier, end: str) -> dict[str, Any]:
    return next(node for node in nodes(dossier) if node["@id"].endswith(end))


def without_evidence() -> Dossier:
    """The sample when nothing rests on the words of the source of which only excerpts may be shown."""
    return replace(DOSSIER, events=(), relations=(), disputes=())


@pytest.fixture(scope="module")
def article() -> Dossier:
    return pipeline.build_dossier(REPOSITORY)


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY, *map(spoiled, HOSTILE)])
def test_the_samples_are_valid(dossier: Dossier) -> None:
    graph = graph_of(jsonld(dossier))
    assert violations(graph) == ""
    assert list(unknown_terms(graph)) == []


def test_the_corpus_and_the_article_are_valid(corpus: Dossier, article: Dossier) -> None:
    for dossier in (corpus, article):
        graph = graph_of(jsonld(dossier))
        assert violations(graph) == ""
        assert list(unknown_terms(graph)) == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@id": "https://x.example/a", "@type": "Claim", "text": "a"}, "appearance"),
        ({"@id": "https://x.example/a", "@type": "Person", "name": ""}, "name"),
        ({"@id": "https://x.example/a", "@type": "Person", "name": "A", "parent": {"@type": "Place"}}, "parent"),
    ],
)
def test_the_validator_sees_faults(node: dict[str, Any], fault: str) -> None:
    assert fault in violations(graph_of(json.dumps({"@context": CONTEXT, "@graph": [node]})))


def test_the_list_of_terms_sees_strangers() -> None:
    strange = {"@id": "https://x.example/a", "@type": ["Person", "Wizard"], "name": "A", "appearance": "b"}
    found = list(unknown_terms(graph_of(json.dumps({"@context": CONTEXT, "@graph": [strange]}))))
    assert len(found) == 2


def test_all_kinds_of_the_vocabulary_occur(article: Dossier) -> None:
    found = set(map(str, graph_of(jsonld(article)).objects(predicate=RDF.type)))
    expected = "Person Organization Country NewsMediaOrganization Place Product Thing NewsArticle Quotation Claim Event"
    assert found >= {str(SCHEMA[name]) for name in expected.split()}


def test_nothing_is_rated(article: Dossier) -> None:
    assert not re.search(r"rating|ClaimReview|truth", jsonld(article), re.IGNORECASE)


def test_a_statement_is_a_claim_of_its_holder_in_a_work() -> None:
    claim = node_at(DOSSIER, "#falke")
    assert claim["@type"] == "Claim"
    assert [c["@id"].rpartition("/")[2] for c in claim["creator"]] == ["uwe-falk.html"]
    article, through = claim["appearance"]
    assert article["@id"].endswith("quellen/besuch.html")
    assert through["publisher"]["@id"].endswith("medien/tagblatt.html")
    assert claim["keywords"]["@id"].endswith("methode/index.html#status-possible")


def test_a_holder_without_an_entity_is_credited_in_words() -> None:
    claim = node_at(DOSSIER, "#checking")
    assert claim["creditText"] == "ein Sprecher"
    assert "creator" not in claim


def test_what_is_not_asserted_is_no_property_of_anything() -> None:
    falke = node_at(DOSSIER, "falke-7.html")
    assert "countryOfOrigin" not in falke  # its origin is a possible one
    assert "isSimilarTo" not in falke  # Falk says so
    assert "nationality" not in node_at(DOSSIER, "anna-berg.html")  # an external fact


def test_what_is_asserted_is_one() -> None:
    falk = node_at(DOSSIER, "uwe-falk.html")
    assert falk["jobTitle"] == ["Analyst"]
    assert [o["@id"].rpartition("/")[2] for o in falk["affiliation"]] == ["institut.html"]
    assert node_at(DOSSIER, "#treffen-2024")["@type"] == "Event"


def test_an_event_that_is_only_alleged_is_a_claim() -> None:
    assert node_at(DOSSIER, "#geschaeft")["@type"] == "Claim"


@pytest.mark.parametrize(
    ("edtf", "ends"),
    [
        ("2019/2021", {"startDate": "2019", "endDate": "2021"}),
        ("2019/..", {"startDate": "2019"}),
        ("../2021", {"endDate": "2021"}),
        ("2019-05", {"startDate": "2019-05"}),
        ("198X", {}),
        ("1948~", {}),
        (None, {}),
    ],
)
def test_an_event_has_the_ends_that_the_source_gives(edtf: str | None, ends: dict[str, str]) -> None:
    event = replace(DOSSIER.events[0], edtf=Edtf(edtf) if edtf else None)
    node = node_at(replace(DOSSIER, events=(event,)), f"#{event.id}")
    assert {key: node[key] for key in ("startDate", "endDate") if key in node} == ends


def test_a_relation_needs_ends_that_the_term_allows() -> None:
    alike = replace(DOSSIER.relations[2], certainty=Certainty.ASSERTED, holders=())
    assert "isSimilarTo" in node_at(replace(DOSSIER, relations=(alike,)), "falke-7.html")
    to_a_person = replace(alike, object=EntityId("anna-berg"))
    assert "isSimilarTo" not in node_at(replace(DOSSIER, relations=(to_a_person,)), "falke-7.html")
    category = Fact("category", "true", Certainty.ASSERTED, Origin.REGISTRY)
    entities = [replace(e, facts=(category,)) if e.id == "habicht-3" else e for e in DOSSIER.entities]
    to_a_category = replace(DOSSIER, relations=(alike,), entities=tuple(entities))
    assert "isSimilarTo" not in node_at(to_a_category, "falke-7.html")
    assert node_at(to_a_category, "habicht-3.html")["@type"] == "Thing"


def test_no_other_address_than_of_the_web() -> None:
    assert node_at(DOSSIER, "anna-berg.html")["sameAs"] == ["https://www.wikidata.org/wiki/Q1?a=1&b=2"]


def test_words_that_may_not_be_shown_are_not_in_it() -> None:
    assert "Das Wetter war schlecht" not in jsonld(DOSSIER)
    assert not any(node["@id"].endswith("#visit2019") for node in nodes(without_evidence()))


def test_every_id_leads_to_a_place_of_the_site(corpus: Dossier, article: Dossier) -> None:
    for dossier in (corpus, article):
        pages = {built(page.path): page.content for page in render(dossier)}
        for node in nodes(dossier):
            page, _, anchor = node["@id"].removeprefix(dossier.settings.site_url).partition("#")
            assert page in pages, node["@id"]
            if anchor:
                assert re.search(rf'id="{re.escape(anchor)}"|\{{ #{re.escape(anchor)}[ }}]', pages[page]), node["@id"]


def test_every_reference_has_its_node(article: Dossier) -> None:
    graph = graph_of(jsonld(article))
    ours = {o for o in graph.objects() if isinstance(o, URIRef) and str(o).startswith(article.settings.site_url)}
    linked = {o for s, p, o in graph if p in {SCHEMA.about, SCHEMA.creator, SCHEMA.hasPart, SCHEMA.mentions}}
    assert linked
    assert all((o, RDF.type, None) in graph for o in ours & linked)


def test_each_page_has_its_part(corpus: Dossier) -> None:
    parts = page_jsonld(corpus)
    pages = {built(page.path) for page in render(corpus)}
    assert parts.keys() <= pages
    whole = {node["@id"] for node in nodes(corpus)}
    assert {n["@id"] for text in parts.values() for n in json.loads(text)["@graph"]} == whole
    anna = json.loads(parts["akteure/anna-keller.html"])["@graph"]
    assert anna[0]["name"] == "Anna Keller"


def test_a_part_stands_by_itself(corpus: Dossier) -> None:
    for text in page_jsonld(corpus).values():
        graph = json.loads(text)["@graph"]
        assert len({node["@id"] for node in graph}) == len(graph)
        assert all("@type" in node for node in graph)


def test_the_parts_of_the_published_file_are_the_same(corpus: Dossier) -> None:
    published = json.loads(jsonld(corpus))["@graph"]
    assert fragments(published, corpus.settings.site_url) == page_jsonld(corpus)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_ends_the_script_element(words: str) -> None:
    for text in page_jsonld(spoiled(words)).values():
        assert not set("<>&") & set(text)
        json.loads(text)
        text.encode()
