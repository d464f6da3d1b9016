"""`docs/daten/dossier.graphml`: entities as nodes and relations as edges, for Gephi, yEd and networkx.

GraphML 1.0 (graphml.graphdrawing.org). `label` is what Gephi shows; an edge says `supplies (possible)`, so that a
possible delivery is never seen as a delivery.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.export.text import plain
from generator.export.view import view as look_up
from generator.model.ids import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.view import View
    from generator.model.dossier import Dossier, Entity, Relation

_HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_NODE = {
    "label": "string",
    "kind": "string",
    "actor": "boolean",
    "expert": "boolean",
    "status": "string",
    "mentions": "int",
    "url": "string",
}
_EDGE = {
    "label": "string",
    "type": "string",
    "certainty": "string",
    "origin": "string",
    "item": "string",
    "holders": "string",
    "evidence": "string",
}

Value = str | int | bool | None


def graphml(dossier: Dossier) -> str:
    """The network as GraphML, ending in a line feed."""
    return written(look_up(dossier))


def written(view: View) -> str:
    """As `graphml`, where everything has been looked up."""
    dossier = view.dossier
    root = ET.Element("graphml", {"xmlns": _NAMESPACE})
    for domain, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", {"id": "dossier", "edgedefault": "directed"})
    mentions = Counter(mention.entity for mention in dossier.mentions)
    for entity in dossier.entities:
        node = ET.SubElement(graph, "node", {"id": entity.id})
        _fill(node, "node", zip(_NODE, _node(view, entity, mentions[entity.id]), strict=True))
    for relation in dossier.relations:
        edge = ET.SubElement(graph, "edge", {"id": relation.id, "source": relation.subject, "target": relation.object})
        _fill(edge, "edge", zip(_EDGE, _edge(view, relation), strict=True))
    ET.indent(root, " ")
    return f"{_HEAD}{ET.tostring(root, encoding='unicode')}\n"


def _node(view: View, entity: Entity, mentions: int) -> tuple[Value, ...]:
    url = view.entity_url(entity.id)
    return entity.name, entity.kind, entity.actor, entity.expert, entity.status, mentions, url


def _edge(view: View, relation: Relation) -> tuple[Value, ...]:
    sure = relation.certainty is Certainty.ASSERTED
    return (
        relation.type if sure else f"{relation.type} ({relation.certainty})",
        relation.type,
        relation.certainty,
        relation.origin,
        relation.item,
        " ".join(relation.holders),
        " ".join(view.places(relation.evidence)),
    )


def _fill(element: ET.Element, domain: str, values: Iterator[tuple[str, Value]]) -> None:
    """Add a `data` element for each value that there is."""
    for name, value in values:
        if value not in (None, ""):
            text = str(value).lower() if isinstance(value, bool) else plain(str(value))
            ET.SubElement(element, "data", {"key": f"{domain}-{name}"}).text = text
