"""`docs/daten/dossier.graphml`: entities as nodes and relations as edges, for Gephi, yEd and networkx.

GraphML 1.0 (graphml.graphdrawing.org). `label` is what Gephi shows; an edge says `supplies (possible)`, so that a
possible delivery is never seen as a delivery.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generator.export.pieces import collected
from generator.export.text import plain, utf8
from generator.export.view import view as look_up
from generator.model.ids import Certainty
from generator.model.page import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.export.pieces import Parts, Pieces
    from generator.export.view import View
    from generator.model.dossier import Dossier, Entity, Relation
    from generator.model.page import Bytes

_HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODES, _EDGES = "dossier.graphml nodes", "dossier.graphml edges"

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
    return whole(written(collected([parts(look_up(dossier))])))


def parts(view: View) -> Parts:
    """The nodes and the edges of what `view` holds."""
    return {_NODES: utf8("".join(_nodes(view))), _EDGES: utf8("".join(_edges(view)))}


def written(pieces: Pieces) -> Sequence[Bytes]:
    """As `graphml`, put together from pieces."""
    held = (*pieces.get(_NODES, ()), *pieces.get(_EDGES, ()))
    head = f'{_HEAD}<graphml xmlns="{_NAMESPACE}">\n{"".join(_keys())} <graph id="dossier" edgedefault="directed"'
    graph = (b">\n", *held, b" </graph>\n") if held else (b" />\n",)
    return (utf8(head), *graph, b"</graphml>\n")


def _keys() -> Iterator[str]:
    for domain, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f' <key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}" />\n'


def _nodes(view: View) -> Iterator[str]:
    for entity in view.dossier.entities:
        data = _data("node", zip(_NODE, _node(view, entity), strict=True))
        yield f"  <node id={quoteattr(entity.id)}>\n{data}  </node>\n"


def _edges(view: View) -> Iterator[str]:
    for relation in view.dossier.relations:
        data = _data("edge", zip(_EDGE, _edge(view, relation), strict=True))
        ends = f"source={quoteattr(relation.subject)} target={quoteattr(relation.object)}"
        yield f"  <edge id={quoteattr(relation.id)} {ends}>\n{data}  </edge>\n"


def _node(view: View, entity: Entity) -> tuple[Value, ...]:
    mentions, url = view.mentioned.get(entity.id, 0), view.entity_url(entity.id)
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


def _data(domain: str, values: Iterator[tuple[str, Value]]) -> str:
    """A `data` element for each value that there is."""
    shown = (
        (name, str(value).lower() if isinstance(value, bool) else plain(str(value)))
        for name, value in values
        if value not in (None, "")
    )
    return "".join(f'   <data key="{domain}-{name}">{escape(text)}</data>\n' for name, text in shown)
