"""The network: all typed relations as one picture and as one table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.ids import AliasKind
from generator.render import markdown as md
from generator.render.collation import collation_key
from generator.render.entity.ties import BOTH_WAYS
from generator.render.evidence import cited
from generator.render.frame import Frame
from generator.render.graph import Edge, Node, drawing
from generator.render.layout import place
from generator.render.phrases import holders, named, status
from generator.render.places import NETWORK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.dossier import Relation
    from generator.model.ids import Certainty, EntityId
    from generator.model.page import Page
    from generator.render.context import Context

MOST_NODES = 60
"""More boxes than this cannot be read; the table has them all."""
LONG_NAME = 25
BETWEEN = " · "
"""What stands between the relations that one arrow stands for; the filter of the page reads it."""


def render_network(context: Context) -> Page:
    """The picture, what its lines mean, the names it leaves out, and the table."""
    words = context.labels
    relations = context.dossier.relations
    description = words.plain("network.description", title=context.dossier.settings.title)
    frame = Frame(NETWORK, words("page.network"), description, hide=("navigation", "toc"))
    if not relations:
        return frame.fill(context, words.text("network.empty"))
    left_out = _by_weight(context)[MOST_NODES:]
    names = ", ".join(context.entities[identity].name for identity in left_out)
    return frame.fill(
        context,
        words.text("network.intro"),
        _drawn(context, NETWORK, _by_weight(context)[:MOST_NODES]),
        md.emphasis(words.text("network.legend")),
        words.text("network.hidden", names=names) if left_out else md.EMPTY,
        md.heading(2, words.text("network.table"), "tabelle"),
        _table(context),
    )


def heart(context: Context, page: str, most: int) -> md.Markdown:
    """The name with the most relations and, one by one, the weightiest that is tied to those before; empty without."""
    weights = {identity: weight for weight, identity in enumerate(_by_weight(context))}
    tied: dict[EntityId, set[EntityId]] = {}
    for relation in context.dossier.relations:
        tied.setdefault(relation.subject, set()).add(relation.object)
        tied.setdefault(relation.object, set()).add(relation.subject)
    kept: list[EntityId] = []
    reachable = set(list(weights)[:1])
    while reachable and len(kept) < most:
        kept.append(min(reachable, key=lambda identity: weights[identity]))
        reachable = (reachable | tied[kept[-1]]).intersection(weights).difference(kept)
    return _drawn(context, page, kept)


def _drawn(context: Context, page: str, chosen: Iterable[EntityId]) -> md.Markdown:
    kept = set(chosen)
    relations = [r for r in context.dossier.relations if r.subject in kept and r.object in kept]
    ends = dict.fromkeys(end for relation in relations for end in (relation.subject, relation.object))
    if not ends:
        return md.EMPTY
    nodes = [_node(context, identity) for identity in ends]
    boxes = place({node.id: node.size for node in nodes}, [(r.subject, r.object) for r in relations])
    title = context.labels.plain("network.picture", nodes=str(len(nodes)), edges=str(len(relations)))
    return md.verbatim(drawing(nodes, _edges(context, relations), boxes, page, title))


def _by_weight(context: Context) -> list[EntityId]:
    """The entities that stand in relations, those with the most first."""
    weight = Counter(end for r in context.dossier.relations for end in (r.subject, r.object))
    known = (identity for identity in weight if identity in context.entities)
    return sorted(known, key=lambda identity: (-weight[identity], collation_key(context.entities[identity].name)))


def _node(context: Context, identity: EntityId) -> Node:
    """A box; a long name gives way to its abbreviation."""
    entity = context.entities[identity]
    short = [alias.text for alias in entity.aliases if alias.kind is AliasKind.ABBREVIATION]
    name = short[0] if short and len(entity.name) > LONG_NAME else entity.name
    return Node(identity, name, entity.kind, page=context.pages.get(identity))


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
        )
        for (start, end, certainty), bundle in bundles.items()
    ]


def _sentence(context: Context, relation: Relation) -> str:
    """Say a relation in words: „Nordland: Lieferung an Südmark, Haubitzen (behauptet)“."""
    words, entities = context.labels, context.entities
    subject, target = entities[relation.subject].name, entities[relation.object].name
    item = f", {entities[relation.item].name}" if relation.item else ""
    verb = words(f"relation.{relation.type}.forward")
    return f"{subject}: {verb} {target}{item} ({words(f'certainty.{relation.certainty}')})"


def _table(context: Context) -> md.Markdown:
    words = context.labels
    columns = ("from", "relation", "to", "item", "status", "holders")
    relations = sorted(context.dossier.relations, key=lambda r: _order(context, r))
    header = [words.text(f"network.{column}") for column in columns]
    return md.table(header, (_row(context, relation) for relation in relations))


def _order(context: Context, relation: Relation) -> tuple[tuple[str, str], str, tuple[str, str], str]:
    subject, target = (context.entities[identity].name for identity in (relation.subject, relation.object))
    return collation_key(subject), relation.type, collation_key(target), relation.id


def _row(context: Context, relation: Relation) -> list[md.Markdown]:
    return [
        named(context, NETWORK, relation.subject),
        context.labels.text(f"relation.{relation.type}.forward"),
        named(context, NETWORK, relation.object),
        named(context, NETWORK, relation.item) if relation.item else md.EMPTY,
        status(context, NETWORK, relation.certainty),
        cited(context, NETWORK, holders(context, NETWORK, relation.holders), relation.evidence),
    ]
