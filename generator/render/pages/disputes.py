"""Disputes: what one side says beside what the other says, and never who is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import dispute_page
from generator.model.ids import EntityId
from generator.model.listed import Found
from generator.render import markdown as md
from generator.render.facets import chosen_sources, entry
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.phrases import dotted, named, stance
from generator.render.places import DISPUTE_INDEX
from generator.render.statement import statements
from generator.render.statusbar import by_status, counted

if TYPE_CHECKING:
    from generator.model.dossier import Dispute, Side, Statement
    from generator.model.page import Page
    from generator.render.context import Context


def render_disputes(context: Context) -> Page:
    """The index of the disputes."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(DISPUTE_INDEX, words("nav.streitpunkte"), words.plain("dispute.index_description", title=title))
    if not context.dossier.disputes:
        return frame.fill(context, words.text("dispute.empty"))
    items = (context.piece(_item, dispute.id) for dispute in context.dossier.disputes)
    bar = by_status(words, counted(_told(context, *context.dossier.disputes)))
    return frame.fill(context, words.text("dispute.index_intro"), bar, md.bullets(items))


def _item(context: Context, key: str) -> md.Markdown:
    """The line of a dispute in the index."""
    dispute = context.matters[EntityId(key)]
    return md.join(_entry(context, dispute), dispute_line(context, DISPUTE_INDEX, dispute))


def _entry(context: Context, dispute: Dispute) -> md.Markdown:
    return entry(
        speaker=(holder for side in dispute.sides for holder in side.holders),
        stance=(side.stance for side in dispute.sides),
        source=chosen_sources(context, _told(context, dispute).counts),
    )


def _told(context: Context, *disputes: Dispute) -> Found[Statement]:
    """The statements of all sides."""
    keys = (key for dispute in disputes for side in dispute.sides for key in side.statements)
    return Found.union(context.statements[key] for key in keys)


def dispute_line(context: Context, page: str, dispute: Dispute) -> md.Markdown:
    """The dispute and its sides in a line: „Waffengeschäft · USA: behauptet · Russland: bestreitet“."""
    title = md.strong(md.link(md.name(dispute.title), relative(page, dispute_page(dispute))))
    return dotted(title, *(stance(context, page, side) for side in dispute.sides))


def render_dispute(context: Context, key: str) -> Page:
    """The page of a dispute."""
    dispute = context.matters[EntityId(key)]
    words = context.labels
    path = dispute_page(dispute)
    description = words.plain("dispute.description", title=context.dossier.settings.title, dispute=dispute.title)
    frame = Frame(path, dispute.title, description, above=(DISPUTE_INDEX, words("nav.streitpunkte")))
    sides = [
        md.container("section", {"class": "seite"}, _side(context, path, side, f"seite-{number}"))
        for number, side in enumerate(dispute.sides, 1)
    ]
    return frame.fill(
        context,
        words.text("dispute.neutral"),
        md.container("div", {"class": "grid seiten"}, md.blocks(*sides)),
        _subjects(context, path, dispute),
    )


def _side(context: Context, path: str, side: Side, anchor: str) -> md.Markdown:
    said = (statement for key in side.statements if (statement := context.statement(key)))
    shown = [statement for statement in said if context.shows(statement)]
    return md.blocks(
        md.heading(2, stance(context, path, side), anchor),
        statements(context, path, shown) if shown else context.labels.text("dispute.no_words"),
    )


def _subjects(context: Context, path: str, dispute: Dispute) -> md.Markdown:
    """Whom and what the words of both sides name."""
    said = (context.statement(key) for side in dispute.sides for key in side.statements)
    involved = [*(h for side in dispute.sides for h in side.holders), *(e for s in said if s for e in s.about)]
    if not involved:
        return md.EMPTY
    names = md.sequence(named(context, path, entity) for entity in dict.fromkeys(involved))
    return md.blocks(md.heading(2, context.labels.text("dispute.participants"), "beteiligte"), md.paragraph(names))
