"""The first page: what it is about, what is asked and answered, what is in it, and what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.annotation import BlockKind
from generator.model.dossier import Evidence
from generator.model.edtf import sort_key
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.evidence import cited
from generator.render.frame import HOME, Frame
from generator.render.links import relative
from generator.render.pages.cards import cards
from generator.render.pages.disputes import dispute_line
from generator.render.pages.network import heart
from generator.render.pages.questions import questions
from generator.render.pages.timeline import event_line
from generator.render.phrases import CHRONICLE, METHOD, date, opening_date
from generator.render.places import DISPUTE_INDEX, NETWORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.page import Page
    from generator.render.context import Context

LEAD_SENTENCES = 3
LATEST_EVENTS = 5
NODES_IN_SMALL = 14


def render_start(context: Context) -> Page:
    """Sections with nothing in them are left out; the order never changes."""
    settings = context.dossier.settings
    description = settings.description or context.labels.plain("start.description", title=settings.title)
    frame = Frame(HOME, settings.title, description)
    if not context.sources:
        return frame.fill(context, md.name(settings.description), context.labels.text("start.empty"))
    contents = {
        "about": _about(context),
        "questions": questions(context),
        "contents": cards(context),
        "network": _network(context),
        "latest": _latest(context),
        "disputed": _disputed(context),
        "built": _built(context),
    }
    parts = (_part(context, key, content) for key, content in contents.items() if content)
    return frame.fill(context, md.name(settings.description), *parts)


def _part(context: Context, key: str, content: md.Markdown) -> md.Markdown:
    return md.blocks(md.heading(2, context.labels.text(f"start.{key}"), f"start-{key}"), content)


def _about(context: Context) -> md.Markdown:
    """The first sentences of the leads, the newest source first."""
    leads = [evidence for _, evidence in zip(range(LEAD_SENTENCES), _lead_sentences(context), strict=False)]
    quoted = [cited(context, HOME, md.text(lead.span.of(context.sources[lead.source].text)), [lead]) for lead in leads]
    return md.quote(md.paragraph(md.join(*quoted, separator=md.SPACE))) if quoted else md.EMPTY


def _lead_sentences(context: Context) -> Iterator[Evidence]:
    for identity, source in reversed(list(context.sources.items())):
        parse = source.annotated.parse
        for sentence in parse.sentences:
            if parse.blocks[sentence.block].kind is BlockKind.LEAD and sentence.span in source.shown:
                yield Evidence(identity, sentence.span)


def _disputed(context: Context) -> md.Markdown:
    if not context.dossier.disputes:
        return md.EMPTY
    lines = md.bullets(dispute_line(context, HOME, dispute) for dispute in context.dossier.disputes)
    return md.blocks(context.labels.text("start.disputed_intro"), lines, _way(context, "disputed_all", DISPUTE_INDEX))


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
    """The sources, and the date of the newest: the pages know no clock."""
    words = context.labels
    dates = [d for s in context.dossier.sources if (d := s.document.meta.published)]
    newest = phrase(max(dates, key=sort_key), words.language) if dates else ""
    sources = (
        md.join(
            md.link(md.name(source.title), relative(HOME, source.page)),
            date(context, source.annotated.document.meta.published),
            separator=md.text(", "),
        )
        for source in context.sources.values()
    )
    return md.blocks(
        words.text("start.newest", date=newest) if newest else words.text("start.no_date"),
        md.bullets(sources),
        words.fill("start.method", method=md.link(words.text("nav.methode"), relative(HOME, METHOD))),
    )
