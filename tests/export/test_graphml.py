from __future__ import annotations

import io
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from lxml import etree

from generator.export.graphml import graphml
from generator.export.text import plain
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from generator.model.dossier import Dossier


def read(dossier: Dossier) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(graphml(dossier).encode()), force_multigraph=True)


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY, *map(spoiled, HOSTILE)])
def test_networkx_reads_every_entity_and_every_relation(dossier: Dossier) -> None:
    graph = read(dossier)
    assert graph.is_directed()
    assert list(graph) == [entity.id for entity in dossier.entities]
    assert {key for _, _, key in graph.edges(keys=True)} == {relation.id for relation in dossier.relations}
    assert [graph.nodes[entity.id]["label"] for entity in dossier.entities] == [plain(e.name) for e in dossier.entities]


def test_an_edge_says_how_it_is_put() -> None:
    edge = read(DOSSIER)["nordland"]["suedmark"]["r-falke"]
    assert edge["label"] == "supplies (possible)"
    assert (edge["type"], edge["certainty"], edge["origin"]) == ("supplies", "possible", "registry")
    assert (edge["item"], edge["holders"]) == ("falke-7", "uwe-falk")
    assert edge["evidence"].startswith("https://dossier.example/quellen/besuch.html#s-")


def test_a_plain_assertion_says_only_its_type() -> None:
    assert read(DOSSIER)["karl-berg"]["suedmark"]["r-visit"]["label"] == "visited"


def test_attributes_have_types(corpus: Dossier) -> None:
    node = read(corpus).nodes["anna-keller"]
    mentions = sum(mention.entity == "anna-keller" for mention in corpus.mentions)
    assert (node["actor"], node["expert"], node["mentions"]) == (True, False, mentions)


def test_every_attribute_is_declared_before_the_graph(corpus: Dossier) -> None:
    """Gephi drops what no key declares; an edge must come behind its nodes."""
    root = etree.fromstring(graphml(corpus).encode())
    names = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert root[-1].tag.endswith("graph")
    assert set(root.xpath("//g:data/@key", namespaces=names)) <= set(root.xpath("g:key/@id", namespaces=names))
    kinds = [etree.QName(element).localname for element in root[-1]]
    assert kinds == sorted(kinds, reverse=True)
