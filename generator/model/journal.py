"""What the records of changes mean for the dossier as it is now: where the things are, and what leads on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.address import (
    DISPUTES,
    EXPERTS,
    FOLDERS,
    SOURCES,
    STATEMENTS,
    dispute_page,
    entity_page,
    entity_place,
    event_place,
    source_page,
    statement_place,
    statements_page,
)
from generator.model.change import Matter, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.change import ChangeRecord, Entry
    from generator.model.dossier import Dossier

NEWS = "neu/index.md"
MOVABLE = tuple(sorted({*FOLDERS.values(), EXPERTS, SOURCES, STATEMENTS, DISPUTES}))
"""Folders whose pages come and go; all others have fixed pages."""
_PAGE = re.compile(rf"({'|'.join(MOVABLE)})/(?!index\.md)[a-z0-9][a-z0-9_-]*\.md")

Places = dict[tuple[Matter, str], str]


def record_place(record: ChangeRecord) -> str:
    """The permanent place of a record on the page of news."""
    return f"{NEWS}#stand-{record.date}"


def can_move(path: str) -> bool:
    """Whether `path` is a page that can move or vanish."""
    return _PAGE.fullmatch(path) is not None


def current_places(dossier: Dossier) -> Places:
    """Where each thing that a record may tell of stands now, relative to `docs/`."""
    names = {entity.id: entity for entity in dossier.entities}
    subjects = ((relation.id, names.get(relation.subject)) for relation in dossier.relations)
    return {
        **{(Matter.SOURCES, source.document.id): source_page(source.document.id) for source in dossier.sources},
        **{(Matter.STATEMENTS, statement.id): statement_place(statement) for statement in dossier.statements},
        **{(Matter.DISPUTES, dispute.id): dispute_page(dispute) for dispute in dossier.disputes},
        **{(Matter.RELATIONS, one): entity_place(subject) for one, subject in subjects if subject},
        **{(Matter.EVENTS, event.id): event_place(event) for event in dossier.events},
        **{(Matter.PAGES, page): page for page in pages_of_today(dossier)},
    }


def pages_of_today(dossier: Dossier) -> frozenset[str]:
    """The pages that belong to something."""
    sources = (source.document.id for source in dossier.sources)
    return frozenset(
        [
            *filter(None, map(entity_page, dossier.entities)),
            *(page for source in sources for page in (source_page(source), statements_page(source))),
            *map(dispute_page, dossier.disputes),
        ]
    )


def recorded_moves(dossier: Dossier) -> tuple[tuple[str, str, str], ...]:
    """Old page, page of today and title of each move that the records tell of, the newest first.

    Moves that followed each other are one. A page of today never leads on, and nothing leads to a page that is not.
    """
    today, latest = pages_of_today(dossier), _followed(dossier)
    return tuple(
        (old, new, title)
        for old, (new, title, _) in latest.items()
        if old not in today and new.partition("#")[0] in today
    )


def vanished(dossier: Dossier) -> tuple[tuple[str, str, ChangeRecord], ...]:
    """Page, title and record of everything that the records say is nowhere any more, the newest first."""
    today, latest = pages_of_today(dossier), _followed(dossier)
    return tuple(
        (old, title, record)
        for old, (new, title, record) in latest.items()
        if old not in today and new.partition("#")[0] not in today
    )


def _followed(dossier: Dossier) -> Mapping[str, tuple[str, str, ChangeRecord]]:
    """Each page that moved or vanished: where it ended up, what it is called, and the newest record that says so."""
    latest: dict[str, tuple[str, str, ChangeRecord]] = {}
    for record in dossier.changes:
        for old, new, title in _told(record):
            if can_move(old) and old not in latest:
                end, later, _ = latest.get(new, (new, "", record))
                latest[old] = (end, title or later or old, record)
    return latest


def _told(record: ChangeRecord) -> Iterator[tuple[str, str, str]]:
    yield from ((move.old, move.new, move.title) for move in record.moves)
    for entry in record.entries:
        if entry.turn is Turn.GONE:
            yield from ((page, "", entry.title) for page in _pages(entry))


def _pages(entry: Entry) -> tuple[str, ...]:
    if entry.matter is Matter.SOURCES:
        return f"{SOURCES}/{entry.id}.md", f"{STATEMENTS}/{entry.id}.md"
    folder = {Matter.PAGES: "", Matter.DISPUTES: f"{DISPUTES}/"}.get(entry.matter)
    return () if folder is None else (f"{folder}{entry.id}" + ("" if not folder else ".md"),)
