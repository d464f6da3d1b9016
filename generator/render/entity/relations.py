"""„Beziehungen“: the picture of the direct neighbours, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import markdown as md
from generator.render.entity.ego import picture
from generator.render.entity.ties import ties
from generator.render.evidence import cited
from generator.render.phrases import holders, named, status

if TYPE_CHECKING:
    from generator.model.dossier import Entity
    from generator.render.context import Context
    from generator.render.entity.ties import Tie


def relations(context: Context, page: str, entity: Entity) -> md.Markdown:
    """Draw and list the ties of an entity; nothing if it has none."""
    found = ties(context, entity)
    if not found:
        return md.EMPTY
    labels = context.labels
    drawn, left_out = picture(context, entity, found, labels.plain("text.graph", name=entity.name))
    hidden = labels.text("text.graph_hidden", count=labels.count("count.neighbour", left_out))
    return md.blocks(md.verbatim(drawn), hidden if left_out else md.EMPTY, _table(context, page, found))


def _table(context: Context, page: str, found: tuple[Tie, ...]) -> md.Markdown:
    with_item = any(tie.item for tie in found)
    columns = ("relation", "whom", *(("item",) if with_item else ()), "status", "who_says")
    header = [context.labels.text(f"table.{column}") for column in columns]
    return md.table(header, (_row(context, page, tie, with_item=with_item) for tie in found))


def _row(context: Context, page: str, tie: Tie, *, with_item: bool) -> list[md.Markdown]:
    item = named(context, page, tie.item) if tie.item else md.EMPTY
    return [
        md.text(tie.words),
        named(context, page, tie.other),
        *([item] if with_item else []),
        status(context, page, tie.certainty),
        cited(context, page, holders(context, page, tie.holders), tie.evidence),
    ]
