"""The first page: what it is about, what is asked and answered, what is in it, and what it was made from."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.model.address import dispute_page
from generator.model.dossier import Evidence
from generator.model.edtf import sort_key
from generator.model.journal import NEWS
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.evidence import cited
from generator.render.frame import HOME, Frame
from generator.render.links import relative
from generator.render.lookup import place
from generator.render.pages.cards import cards
from generator.render.pages.header import header
from generator.render.pages.network_picture import heart
from generator.render.pages.questions import questions
from generator.render.pages.timeline import event_line
from generator.render.phrases import CHRONICLE, METHOD, date, opening_date, stance
from generator.render.places import DISPUTE_INDEX, NETWORK, SOURCE_INDEX
from generator.render.statement import shortened
from generator.render.statusbar import by_status, counted

if TYPE_CHECKING:
    from generator.model.dossier import Dispute, Side
    from generator.model.page import Page
    from generator.render.context import Context

LEAD_SENTENCES = 3
LATEST_EVENTS = 5
LATEST_SOURCES = 12
MOST_DISPUTES = 4
NODES_IN_SMALL = 14


def render_start(context: Context) -> Page:
    """Sections with nothing in them are left out; the order never changes."""
    settings = context.dossier.settings
    description = settings.description or context.labels.plain("start.description", title=settings.title)
    frame = Frame(HOME, settings.title, description)
    if not context.sources:
        return frame.fill(context, md.name(settings.description), context.labels.text("start.empty"))
    contents = {
        "about": context.piece(_about, ""),
        "questions": questions(context),
        "contents": md.blocks(cards(context), by_status(context.labels, counted(context.lists.statements.all))),
        "network": _network(context),
        "latest": _latest(context),
        "disputed": _disputed(context),
        "built": _built(context),
    }
    parts = (_part(context, key, content) for key, content in contents.items() if content)
    return frame.fill(context, header(context), md.name(settings.description), *parts)


def _part(context: Context, key: str, content: md.Markdown) -> md.Markdown:
    return md.blocks(md.heading(2, context.labels.text(f"start.{key}"), f"start-{key}"), content)


def _about(context: Context, _key: str) -> md.Markdown:
    """The first sentences of the leads, the newest source first; what is missing comes from under the first."""
    leads = (Evidence(key, span) for key in reversed([*context.sources]) for span in context.sources[key].leads)
    chosen = [*islice(leads, LEAD_SENTENCES)]
    body = context.sources[chosen[0].source].body if chosen else ()
    chosen += (Evidence(chosen[0].source, span) for span in body[: LEAD_SENTENCES - len(chosen)])
    quoted = [
        cited(context, HOME, md.text(context.sources[piece.source].words[place(piece.span)]), [piece])
        for piece in chosen
    ]
    return md.quote(md.paragraph(md.join(*quoted, separator=md.SPACE))) if quoted else md.EMPTY


def _disputed(context: Context) -> md.Markdown:
    """The first disputes, each with its sides beside each other in short."""
    disputes = context.dossier.disputes
    if not disputes:
        return md.EMPTY
    shown = [_dispute(context, dispute) for dispute in disputes[:MOST_DISPUTES]]
    return md.blocks(context.labels.text("start.disputed_intro"), *shown, _way(context, "disputed_all", DISPUTE_INDEX))


def _dispute(context: Context, dispute: Dispute) -> md.Markdown:
    title = md.strong(md.link(md.name(dispute.title), relative(HOME, dispute_page(dispute))))
    sides = (md.container("section", {"class": "seite"}, _side(context, side)) for side in dispute.sides)
    return md.blocks(md.paragraph(title), md.container("div", {"class": "grid seiten kurz"}, md.blocks(*sides)))


def _side(context: Context, side: Side) -> md.Markdown:
    """Who takes it, and the first of its words."""
    said = (statement for key in side.statements if (statement := context.statement(key)))
    first = next((statement for statement in said if context.shows(statement)), None)
    who = md.paragraph(stance(context, HOME, side))
    if first is None:
        return who
    words = md.text(shortened(context.sources[first.source], first))
    return md.blocks(who, md.quote(md.paragraph(cited(context, HOME, words, [Evidence(first.source, first.span)]))))


def _latest(context: Context) -> md.Markdown:
    dated = [(event.edtf, event) for event in context.dossier.events if event.edtf]
    latest = sorted(dated, key=lambda pair: sort_key(pair[0]), reverse=True)[:LATEST_EVENTS]
    if not latest:
        return md.EMPTY
    lines = (
        md.explained(md.strong(opening_date(context, edtf)), event_line(context, HOME, event)) for edtf, event in latest
    )
    return md.blocks(md.bullets(lines), _way(context, "latest_all", CHRONICLE))


def _network(context: Context) -> md.Markdown:
    drawn = heart(context, HOME, NODES_IN_SMALL)
    return md.blocks(drawn, _way(context, "network_all", NETWORK)) if drawn else md.EMPTY


def _way(context: Context, key: str, target: str) -> md.Markdown:
    return md.paragraph(md.link(context.labels.text(f"start.{key}"), relative(HOME, target)))


def _built(context: Context) -> md.Markdown:
    """The latest sources, and the date of the newest: the pages know no clock."""
    words, documents = context.labels, [source.document for source in context.dossier.sources]
    dated = [(published, document) for document in documents if (published := document.meta.published)]
    dated.sort(key=lambda pair: sort_key(pair[0]), reverse=True)
    newest = phrase(dated[0][0], words.language) if dated else ""
    ordered = [document for _, document in dated] + [each for each in documents if not each.meta.published]
    sources = (
        md.join(
            md.link(md.name(source.title), relative(HOME, source.page)),
            date(context, source.published),
            separator=md.text(", "),
        )
        for source in (context.sources[document.id] for document in ordered[:LATEST_SOURCES])
    )
    news = words.fill("start.news", news=md.link(words.text("news.title"), relative(HOME, NEWS)))
    return md.blocks(
        words.text("start.newest", date=newest) if newest else words.text("start.no_date"),
        md.bullets(sources),
        _way(context, "built_all", SOURCE_INDEX) if len(ordered) > LATEST_SOURCES else md.EMPTY,
        news if context.dossier.changes else md.EMPTY,
        words.fill("start.method", method=md.link(words.text("nav.methode"), relative(HOME, METHOD))),
    )
