from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.change import ChangeRecord, Entry, Matter, Move, Turn
from generator.model.journal import can_move, current_places, recorded_moves, vanished
from generator.model.registry import Place
from tests.render.pages_sample import DOSSIER

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

TODAY = "akteure/anna-berg.md"


def record(date: str, *moves: tuple[str, str], gone: tuple[tuple[Matter, str], ...] = ()) -> ChangeRecord:
    entries = tuple(Entry(matter, Turn.GONE, one, "Weg") for matter, one in gone)
    return ChangeRecord(date, Place("x", 1), "", entries, tuple(Move(old, new, "Titel") for old, new in moves))


def dossier(*records: ChangeRecord) -> Dossier:
    return replace(DOSSIER, changes=tuple(sorted(records, key=lambda each: each.date, reverse=True)))


def test_the_sample_has_the_page_that_these_tests_lead_to() -> None:
    assert current_places(DOSSIER)[Matter.PAGES, TODAY] == TODAY


def test_a_move_leads_to_the_page_of_today() -> None:
    assert recorded_moves(dossier(record("2026-01-01", ("akteure/a.md", TODAY)))) == (("akteure/a.md", TODAY, "Titel"),)


def test_moves_that_followed_each_other_are_one() -> None:
    first, second = (
        record("2026-01-01", ("akteure/a.md", "akteure/b.md")),
        record("2026-02-01", ("akteure/b.md", TODAY)),
    )
    assert {(old, new) for old, new, _ in recorded_moves(dossier(first, second))} == {
        ("akteure/a.md", TODAY),
        ("akteure/b.md", TODAY),
    }
    assert vanished(dossier(first, second)) == ()


def test_a_page_that_came_back_leads_nowhere_else() -> None:
    there, back = record("2026-01-01", (TODAY, "akteure/b.md")), record("2026-02-01", ("akteure/b.md", TODAY))
    assert [(old, new) for old, new, _ in recorded_moves(dossier(there, back))] == [("akteure/b.md", TODAY)]
    assert vanished(dossier(there, back)) == ()


@pytest.mark.parametrize("new", ["", "akteure/niemand.md"])
def test_what_leads_nowhere_has_vanished(new: str) -> None:
    told = dossier(record("2026-01-01", ("akteure/a.md", new)))
    assert recorded_moves(told) == ()
    assert [(old, each.date) for old, _, each in vanished(told)] == [("akteure/a.md", "2026-01-01")]


def test_a_source_that_was_taken_back_leaves_its_two_pages() -> None:
    told = dossier(record("2026-01-01", gone=((Matter.SOURCES, "meldung"), (Matter.DISPUTES, "streit"))))
    assert [old for old, _, _ in vanished(told)] == [
        "quellen/meldung.md",
        "aussagen/meldung.md",
        "streitpunkte/streit.md",
    ]


def test_statements_that_went_and_fixed_pages_leave_none() -> None:
    told = dossier(record("2026-01-01", gone=((Matter.STATEMENTS, "a-1"), (Matter.PAGES, "netz/index.md"))))
    assert vanished(told) == ()


@pytest.mark.parametrize(
    ("path", "can"),
    [
        ("akteure/kim.md", True),
        ("quellen/000_9daa.md", True),
        ("akteure/index.md", False),
        ("index.md", False),
        ("methode/lesarten.md", False),
        ("../akteure/kim.md", False),
        ("akteure/../../kim.md", False),
        ("akteure/kim.md\n", False),
        ("akteure/kim.html", False),
    ],
)
def test_only_pages_of_things_can_move(path: str, *, can: bool) -> None:
    assert can_move(path) is can
