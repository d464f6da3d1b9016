"""The network: all typed relations as one picture and as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import markdown as md
from generator.render.collation import collation_key
from generator.render.evidence import cited
from generator.render.facets import chosen_sources, entry
from generator.render.frame import Frame
from generator.render.pages.network_picture import MOST_NODES, by_weight, whole
from generator.render.phrases import holders, named, status
from generator.render.places import NETWORK

if TYPE_CHECKING:
    from generator.model.dossier import Relation
    from generator.model.page import Page
    from generator.render.context import Context

_COLUMNS = ("from", "relation", "to", "item", "status", "holders")
MOST_NAMED = 40
"""Of the names that are not drawn, as many are listed; more would be a table of their own."""


def render_network(context: Context) -> Page:
    """The picture, what its lines mean, the names it leaves out, and the table."""
    words = context.labels
    description = words.plain("network.description", title=context.dossier.settings.title)
    frame = Frame(NETWORK, words("page.network"), description, hide=("navigation", "toc"))
    if not context.ties:
        return frame.fill(context, words.text("network.empty"))
    return frame.fill(
        context,
        words.text("network.intro"),
        _left_out(context),
        context.piece(whole, "network"),
        md.heading(2, words.text("network.table"), "tabelle"),
        _table(context),
    )


def _left_out(context: Context) -> md.Markdown:
    """Say which names are not drawn; of many, how many."""
    names = [context.called[identity].name for identity in by_weight(context)[MOST_NODES:]]
    if not names:
        return md.EMPTY
    if len(names) > MOST_NAMED:
        drawn, all_of_them = str(MOST_NODES), str(MOST_NODES + len(names))
        return context.labels.text("network.most", drawn=drawn, all=all_of_them)
    return context.labels.text("network.hidden", names=", ".join(names))


def _table(context: Context) -> md.Markdown:
    words = context.labels
    relations = sorted(context.ties, key=lambda r: _order(context, r))
    header = [words.text(f"network.{column}") for column in _COLUMNS]
    return md.table_of(header, (context.piece(_row, relation.id) for relation in relations))


def _order(context: Context, relation: Relation) -> tuple[tuple[str, str], str, tuple[str, str], str]:
    subject, target = (context.called[identity].name for identity in (relation.subject, relation.object))
    return collation_key(subject), relation.type, collation_key(target), relation.id


def _row(context: Context, key: str) -> md.Markdown:
    """The row of a relation."""
    relation = context.proven[key]
    kinds = [context.called[end].kind for end in (relation.subject, relation.object)]
    sign = entry(
        kind=kinds,
        relation=[relation.type],
        certainty=[relation.certainty],
        source=chosen_sources(context, (piece.source for piece in relation.evidence)),
    )
    cells = (
        md.join(sign, named(context, NETWORK, relation.subject)),
        context.labels.text(f"relation.{relation.type}.forward"),
        named(context, NETWORK, relation.object),
        named(context, NETWORK, relation.item) if relation.item else md.EMPTY,
        status(context, NETWORK, relation.certainty),
        cited(context, NETWORK, holders(context, NETWORK, relation.holders), relation.evidence),
    )
    return md.table_rows(len(_COLUMNS), [cells])
