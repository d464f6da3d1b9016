"""`docs/daten/dossier.graphml`: entities as nodes and relations as edges, for Gephi, yEd and networkx.

GraphML 1.0 (graphml.graphdrawing.org). `label` is what Gephi shows; an edge says `supplies (possible)`, so that a
possible delivery is never seen as a delivery.
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

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
    return f'{_HEAD}<graphml xmlns="{_NAMESPACE}">\n{"".join(_keys())}{_graph(view)}</graphml>\n'


def _keys() -> Iterator[str]:
    for domain, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f' <key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}" />\n'


def _graph(view: View) -> str:
    held = "".join((*_nodes(view), *_edges(view)))
    return f' <graph id="dossier" edgedefault="directed"{f">{chr(10)}{held} </graph>" if held else " />"}\n'


def _nodes(view: View) -> Iterator[str]:
    mentions = Counter(map(attrgetter("entity"), view.dossier.mentions))
    for entity in view.dossier.entities:
        data = _data("node", zip(_NODE, _node(view, entity, mentions[entity.id]), strict=True))
        yield f"  <node id={quoteattr(entity.id)}>\n{data}  </node>\n"


def _edges(view: View) -> Iterator[str]:
    for relation in view.dossier.relations:
        data = _data("edge", zip(_EDGE, _edge(view, relation), strict=True))
        ends = f"source={quoteattr(relation.subject)} target={quoteattr(relation.object)}"
        yield f"  <edge id={quoteattr(relation.id)} {ends}>\n{data}  </edge>\n"


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
        " ".join(view.relation_places[relation.id]),
    )


def _data(domain: str, values: Iterator[tuple[str, Value]]) -> str:
    """A `data` element for each value that there is."""
    shown = (
        (name, str(value).lower() if isinstance(value, bool) else plain(str(value)))
        for name, value in values
        if value not in (None, "")
    )
    return "".join(f'   <data key="{domain}-{name}">{escape(text)}</data>\n' for name, text in shown)
