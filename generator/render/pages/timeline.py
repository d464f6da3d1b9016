"""The timeline: events and dated statements in order, each date as vague as its source leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import slug
from generator.model.edtf import bounds
from generator.model.ids import Edtf
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.evidence import cited
from generator.render.facets import chosen_sources, entry
from generator.render.frame import Frame
from generator.render.pages.timeline_picture import event_row, statements_row, timeline_picture
from generator.render.phrases import CHRONICLE, dotted, doubt, enumeration, named, opening_date, quoted
from generator.render.statement import statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Event, Statement
    from generator.model.page import Page
    from generator.render.context import Context
    from generator.render.drawing.timeline import Row
    from generator.render.moments import Moment

_SIGNS = str.maketrans({"~": " ca", "?": " unsicher", "%": " etwa", "/": " bis ", "[": "eins ", "{": "alle "})


def render_timeline(context: Context) -> Page:
    """The whole timeline on one page."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(CHRONICLE, words("nav.chronik"), words.plain("timeline.description", title=title))
    moments = context.moments
    undated = [event for event in context.dossier.events if event.edtf is None]
    if not moments and not undated:
        return frame.fill(context, words.text("timeline.empty"))
    parts = [context.piece(_section, edtf) for edtf in moments]
    if undated:
        heading = md.heading(2, words.text("timeline.undated"), "zeit-ohne-datum")
        parts.append(md.blocks(heading, md.bullets(_event(context, event) for event in undated)))
    rows = [*_rows(context), *(event_row(context, event) for event in undated)]
    picture = timeline_picture(context, rows)
    return frame.fill(context, words.text("timeline.intro"), picture, *parts)


def event_line(context: Context, page: str, event: Event) -> md.Markdown:
    """What happened, where and with whom, with its evidence."""
    words = context.labels
    place = words.fill("timeline.at", place=named(context, page, event.location)) if event.location else md.EMPTY
    people = enumeration(context, [named(context, page, entity) for entity in event.participants])
    line = dotted(
        md.strong(md.name(event.title)),
        doubt(context, page, event.certainty),
        place,
        words.fill("timeline.with", participants=people) if people else md.EMPTY,
    )
    return cited(context, page, line, event.evidence)


def date_anchor(edtf: Edtf) -> str:
    """The anchor of a date on the timeline: `198X` → `zeit-198x`, `1948~` → `zeit-1948-ca`."""
    return f"zeit-{slug(edtf.translate(_SIGNS))}"


def _rows(context: Context) -> Iterator[Row]:
    """The events in order, and each date of which only statements speak."""
    for edtf, moment in context.moments.items():
        yield from (event_row(context, event) for event in moment.events)
        if not moment.events:
            yield statements_row(context, edtf, moment.said, date_anchor(edtf))


def _section(context: Context, key: str) -> md.Markdown:
    edtf = Edtf(key)
    moment = context.moments[edtf]
    heading = md.heading(2, opening_date(context, edtf), date_anchor(edtf))
    return md.blocks(
        heading,
        dotted(*_reading(context, edtf, moment)),
        md.bullets(_event(context, event) for event in moment.events),
        md.bullets(_statement(context, item) for item in moment.untold),
    )


def _reading(context: Context, edtf: Edtf, moment: Moment) -> Iterator[md.Markdown]:
    """How the sources word a date, and the years it may lie in."""
    first, last = bounds(edtf)
    said = phrase(edtf, context.labels.language)
    wordings = quoted(context, (wording for wording in moment.wordings if wording != said))
    if wordings:
        yield context.labels.fill("timeline.wording", wordings=wordings)
    if first.year != last.year:
        yield context.labels.text("timeline.period", first=str(first.year), last=str(last.year))


def _event(context: Context, event: Event) -> md.Markdown:
    places = (md.inline("span", {"id": key}, md.EMPTY) for key in (event.id, *event.formerly))
    sign = entry(
        kind=["event"],
        actor=(*event.participants, *((event.location,) if event.location else ())),
        certainty=[event.certainty],
        source=chosen_sources(context, (piece.source for piece in event.evidence)),
    )
    return md.join(*places, sign, event_line(context, CHRONICLE, event))


def _statement(context: Context, item: Statement) -> md.Markdown:
    sign = entry(
        kind=["statement"],
        actor=[who.entity for who in item.holders if who.entity],
        certainty=[item.certainty],
        source=chosen_sources(context, [item.source]),
    )
    return md.join(sign, statement(context, CHRONICLE, item))
