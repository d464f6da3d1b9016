"""What is new: the records of `seeds/changes/`, the newest first, and the pages that are left of what vanished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import earlier_dispute_pages, earlier_pages, source_page, statements_page
from generator.model.change import Matter, Turn
from generator.model.ids import Edtf
from generator.model.journal import NEWS, current_places, record_place, recorded_moves, vanished
from generator.model.page import Page
from generator.render import markdown as md
from generator.render.changes.phrases import called, dotted, turned
from generator.render.dates import phrase
from generator.render.frame import Frame
from generator.render.frontmatter import FrontMatter
from generator.render.links import relative
from generator.render.statement import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.change import ChangeRecord, Entry
    from generator.model.journal import Places
    from generator.render.context import Context

FEED = "daten/feed.xml"
_FOLDED = 12
"""A list that is longer is folded away behind its heading."""


def render_news(context: Context) -> Iterator[Page]:
    """The page of news, and one for each page that the records say is gone."""
    words, dossier = context.labels, context.dossier
    description = words.plain("news.description", title=dossier.settings.title)
    frame = Frame(NEWS, words("news.title"), description)
    feed = md.link(words.text("news.feed"), relative(NEWS, FEED))
    places = current_places(dossier) if dossier.changes else {}
    today = {*places.values()}
    records = [_record(context, record, places, today) for record in dossier.changes]
    nothing = md.EMPTY if records else words.text("news.empty")
    yield frame.fill(context, md.paragraph(words.fill("news.intro", feed=feed)), nothing, *records)
    yield from _vanished(context) if dossier.changes else ()


def _record(context: Context, record: ChangeRecord, places: Places, today: set[str]) -> md.Markdown:
    """Its day, what people wrote, what changed."""
    heading = md.heading(2, md.text(_day(context, record)), record_place(record).partition("#")[2])
    notes = (md.paragraph(md.name(" ".join(part.split()))) for part in record.note.split("\n\n"))
    groups = (
        _group(context, f"changes.{matter}.{turn}", [_line(context, entry, places) for entry in entries])
        for matter in Matter
        for turn in Turn
        if (entries := [each for each in record.entries if (each.matter, each.turn) == (matter, turn)])
    )
    moves = [_move(move.new, move.title or move.old, today) for move in record.moves]
    return md.blocks(heading, *notes, *groups, _group(context, "news.moved", moves))


def _group(context: Context, key: str, lines: Sequence[md.Markdown]) -> md.Markdown:
    if not lines:
        return md.EMPTY
    title = context.labels.text(key)
    if len(lines) <= _FOLDED:
        return md.blocks(md.paragraph(md.strong(title)), md.bullets(lines))
    return md.details(md.join(title, md.bracketed(md.text(str(len(lines))))), md.bullets(lines))


def _line(context: Context, entry: Entry, places: Places) -> md.Markdown:
    """What it is called, linked where it still exists, and what is different."""
    place = places.get((entry.matter, entry.id))
    title = _title(context, entry, exists=place is not None)
    if place is None and entry.turn is not Turn.GONE:
        return dotted([title, md.emphasis(context.labels.text("news.gone"))])
    linked = md.link(title, relative(NEWS, place)) if place else title
    different = turned(context.labels, entry.matter, entry.aspects, md.name)
    return md.join(linked, different, separator=md.text(" – "))


def _title(context: Context, entry: Entry, *, exists: bool) -> md.Markdown:
    """The words of a statement as its source has them now, if they may be shown; else what the record calls it."""
    statement = context.statement(entry.id) if exists and entry.matter is Matter.STATEMENTS else None
    if statement is None:
        return called(context.labels, entry.matter, entry.title or entry.id, md.name)
    source = context.sources[statement.source]
    if not context.shows(statement):
        return context.labels.text("news.hidden", source=source.title)
    return called(context.labels, entry.matter, " ".join(worded(source, statement).split()), md.name)


def _move(new: str, title: str, today: set[str]) -> md.Markdown:
    return md.link(md.name(title), relative(NEWS, new)) if new in today else md.name(title)


def _vanished(context: Context) -> Iterator[Page]:
    """A page that says what was there, never over one that is there or leads on."""
    dossier = context.dossier
    taken = {old for old, _, _ in recorded_moves(dossier)}
    taken |= {page for entity in dossier.entities for page in earlier_pages(entity)}
    taken |= {page for dispute in dossier.disputes for page in earlier_dispute_pages(dispute)}
    formerly = (old for source in dossier.sources for old in source.document.meta.formerly)
    taken |= {page for old in formerly for page in (source_page(old), statements_page(old))}
    for old, title, record in vanished(dossier):
        if old not in taken:
            yield _vanished_page(context, old, title, record)


def _vanished_page(context: Context, old: str, title: str, record: ChangeRecord) -> Page:
    words = context.labels
    front = FrontMatter(title, words.plain("news.vanished", title=title), searchable=False)
    there = f"{words('news.title')}, {_day(context, record)}"
    link = md.link(md.text(there), relative(old, record_place(record)))
    notice = md.paragraph(words.fill("news.vanished_page", page=link))
    return Page(old, md.document(str(front), md.heading(1, md.name(title)), notice))


def _day(context: Context, record: ChangeRecord) -> str:
    return phrase(Edtf(record.date), context.labels.language)
