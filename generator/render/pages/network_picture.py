"""The network as a picture: the whole of it, or its heart in small."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.ids import AliasKind
from generator.render import markdown as md
from generator.render.collation import collation_key
from generator.render.drawing.legend import legend
from generator.render.entity.ties import BOTH_WAYS
from generator.render.graph import Edge, Node, drawing, framed
from generator.render.layout import place
from generator.render.places import NETWORK, address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.dossier import Relation
    from generator.model.ids import Certainty, EntityId
    from generator.render.context import Context

MOST_NODES = 200
"""More boxes than this cannot be read, even closely looked at; the table has them all."""
LONG_NAME = 25
BETWEEN = " · "


def whole(context: Context, _key: str) -> md.Markdown:
    """The key and the picture of the most connected names."""
    chosen = by_weight(context)[:MOST_NODES]
    relations = _between(context, chosen)
    kinds = {context.called[end].kind for r in relations for end in (r.subject, r.object)}
    key = legend(context.labels, kinds, {relation.certainty for relation in relations})
    return md.blocks(md.verbatim(key), _drawn(context, NETWORK, relations, "bild netz netz-ganz"))


def heart(context: Context, page: str, most: int) -> md.Markdown:
    """The name with the most relations and, one by one, the weightiest that is tied to those before; empty without."""
    weights = {identity: weight for weight, identity in enumerate(by_weight(context))}
    tied: dict[EntityId, set[EntityId]] = {}
    for relation in context.ties:
        tied.setdefault(relation.subject, set()).add(relation.object)
        tied.setdefault(relation.object, set()).add(relation.subject)
    kept: list[EntityId] = []
    reachable = set(list(weights)[:1])
    while reachable and len(kept) < most:
        kept.append(min(reachable, key=lambda identity: weights[identity]))
        reachable = (reachable | tied[kept[-1]]).intersection(weights).difference(kept)
    return _drawn(context, page, _between(context, kept), main=kept[0] if kept else None)


def by_weight(context: Context) -> list[EntityId]:
    """The entities that stand in relations, those with the most first."""
    weight = Counter(end for r in context.ties for end in (r.subject, r.object))
    known = (identity for identity in weight if identity in context.called)
    return sorted(known, key=lambda identity: (-weight[identity], collation_key(context.called[identity].name)))


def _between(context: Context, chosen: Iterable[EntityId]) -> list[Relation]:
    kept = set(chosen)
    return [r for r in context.ties if r.subject in kept and r.object in kept]


def _drawn(
    context: Context, page: str, relations: Sequence[Relation], css: str = "bild netz", main: EntityId | None = None
) -> md.Markdown:
    ends = dict.fromkeys(end for relation in relations for end in (relation.subject, relation.object))
    if not ends:
        return md.EMPTY
    nodes = [_node(context, identity, main=identity == main) for identity in ends]
    boxes = place({node.id: node.size for node in nodes}, [(r.subject, r.object) for r in relations])
    title = context.labels.plain("network.picture", nodes=str(len(nodes)), edges=str(len(relations)))
    return md.verbatim(framed(drawing(nodes, _edges(context, relations), boxes, page, title), css, title))


def _node(context: Context, identity: EntityId, *, main: bool) -> Node:
    """A box; a long name gives way to its abbreviation."""
    entity = context.called[identity]
    short = [alias.text for alias in entity.aliases if alias.kind is AliasKind.ABBREVIATION]
    name = short[0] if short and len(entity.name) > LONG_NAME else entity.name
    return Node(identity, name, entity.kind, page=address(context, identity), main=main, named=True)


def _edges(context: Context, relations: Iterable[Relation]) -> list[Edge]:
    """One line for all that one name has to do with another at one status; an arrow unless it goes both ways."""
    bundles: dict[tuple[EntityId, EntityId, Certainty], list[Relation]] = {}
    for relation in relations:
        bundles.setdefault((relation.subject, relation.object, relation.certainty), []).append(relation)
    return [
        Edge(
            start,
            end,
            BETWEEN.join(dict.fromkeys(_sentence(context, relation) for relation in bundle)),
            certainty,
            directed=any(relation.type not in BOTH_WAYS for relation in bundle),
            named=True,
        )
        for (start, end, certainty), bundle in bundles.items()
    ]


def _sentence(context: Context, relation: Relation) -> str:
    """Say a relation in words: „Nordland: Lieferung an Südmark, Haubitzen (behauptet)“."""
    words, entities = context.labels, context.called
    subject, target = entities[relation.subject].name, entities[relation.object].name
    item = f", {entities[relation.item].name}" if relation.item else ""
    verb = words(f"relation.{relation.type}.forward")
    return f"{subject}: {verb} {target}{item} ({words(f'certainty.{relation.certainty}')})"
