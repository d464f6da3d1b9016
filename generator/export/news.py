"""The records of changes as entries of the feed: the day, what people wrote, what came, changed and went."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.export.text import plain
from generator.model.change import Entry, Matter, Turn
from generator.model.journal import current_places, record_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.view import View
    from generator.model.change import ChangeRecord
    from generator.model.journal import Places
    from generator.model.settings import Language

_MOST: Final = 60
"""Lines of an entry; the page of news has them all."""
_LONGEST: Final = 120
_SENTENCE = re.compile(r".+?[.!?…](?=\s|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Words:
    turns: dict[Turn, str]
    matters: dict[Matter, str]
    gone: str
    moved: str
    more: str
    day: str


_WORDS: dict[Language, _Words] = {
    "de": _Words(
        turns={Turn.NEW: "Neu", Turn.CHANGED: "Geändert", Turn.GONE: "Nicht mehr im Dossier"},
        matters={
            Matter.SOURCES: "Quelle",
            Matter.STATEMENTS: "Aussage",
            Matter.DISPUTES: "Streitpunkt",
            Matter.RELATIONS: "Beziehung",
            Matter.EVENTS: "Ereignis",
            Matter.PAGES: "Seite",
        },
        gone="nicht mehr im Dossier",
        moved="Umgezogene Seite",
        more="und {} weitere",
        day="Neu am {0.day}.{0.month}.{0.year}",
    ),
    "en": _Words(
        turns={Turn.NEW: "New", Turn.CHANGED: "Changed", Turn.GONE: "No longer in the dossier"},
        matters={
            Matter.SOURCES: "source",
            Matter.STATEMENTS: "statement",
            Matter.DISPUTES: "dispute",
            Matter.RELATIONS: "relation",
            Matter.EVENTS: "event",
            Matter.PAGES: "page",
        },
        gone="no longer in the dossier",
        moved="Page that moved",
        more="and {} more",
        day="New on {0.year}-{0.month:02}-{0.day:02}",
    ),
}


@dataclass(frozen=True, slots=True)
class _Now:
    """The dossier of today: what may be shown, and where things are."""

    view: View
    words: _Words
    places: Places


@dataclass(frozen=True, slots=True)
class News:
    """One entry: its permanent address, its title in one line, its day, its content as HTML."""

    address: str
    title: str
    day: date
    content: str


def news(view: View) -> tuple[News, ...]:
    """The records, the newest first."""
    dossier = view.dossier
    if not dossier.changes:
        return ()
    now = _Now(view, _WORDS[dossier.settings.language], current_places(dossier))
    return tuple(_news(now, record) for record in dossier.changes)


def _news(now: _Now, record: ChangeRecord) -> News:
    day = date.fromisoformat(record.date)
    paragraphs = [plain(part) for part in record.note.split("\n\n")]
    note = "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs if part)
    lines = list(_lines(now, record))
    rest = [html.escape(now.words.more.format(len(lines) - _MOST))] if len(lines) > _MOST else []
    items = "".join(f"<li>{line}</li>" for line in [*lines[:_MOST], *rest])
    content = note + (f"<ul>{items}</ul>" if items else "")
    return News(now.view.url(record_place(record)), _title(paragraphs[0]) or now.words.day.format(day), day, content)


def _title(note: str) -> str:
    """The first sentence of the note."""
    found = _SENTENCE.match(note)
    line = found[0] if found else note
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _lines(now: _Now, record: ChangeRecord) -> Iterator[str]:
    for matter in Matter:
        for turn in Turn:
            head = f"{now.words.turns[turn]} · {now.words.matters[matter]}: "
            entries = (each for each in record.entries if (each.matter, each.turn) == (matter, turn))
            yield from (html.escape(head) + _linked(now, entry) for entry in entries)
    moved = (Entry(Matter.PAGES, Turn.GONE, move.new, move.title or move.old) for move in record.moves)
    yield from (f"{html.escape(now.words.moved)}: {_linked(now, entry)}" for entry in moved)


def _linked(now: _Now, entry: Entry) -> str:
    """Its name, as a link where it still exists. The words of a statement are those that its rights allow."""
    place = now.places.get((entry.matter, entry.id))
    title = html.escape(_shown(now, entry))
    if place:
        return f'<a href="{html.escape(now.view.url(place))}">{title}</a>'
    return title if entry.turn is Turn.GONE else f"{title} ({html.escape(now.words.gone)})"


def _shown(now: _Now, entry: Entry) -> str:
    statement = now.view.statement(entry.id) if entry.matter is Matter.STATEMENTS else None
    if statement is None:
        return plain(entry.title) or plain(entry.id)
    return now.view.words(statement.source, statement.span) or entry.id
