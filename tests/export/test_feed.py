from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from generator.export.feed import feed
from generator.model.change import ChangeRecord, Entry, Matter, Move, Turn
from generator.model.ids import Edtf
from generator.model.registry import Place
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier

NAMES = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def read(dossier: Dossier) -> etree._Element:
    root = etree.fromstring(feed(dossier).encode())
    SCHEMA.assertValid(root)
    for element in (root, *root.findall("a:entry", NAMES)):
        assert len(element.findall("a:link[@rel='alternate']", NAMES)) == 1
    return root


def published(source: AnnotatedDocument, edtf: str | None) -> AnnotatedDocument:
    document = source.document
    meta = replace(document.meta, published=Edtf(edtf) if edtf else None)
    return replace(source, parse=replace(source.parse, document=replace(document, meta=meta)))


@pytest.mark.parametrize("dossier", [DOSSIER, EMPTY, *map(spoiled, HOSTILE)])
def test_it_is_valid(dossier: Dossier) -> None:
    assert len(read(dossier).findall("a:entry", NAMES)) == len(dossier.sources)


def test_the_newest_source_stands_first_and_dates_the_feed() -> None:
    root = read(DOSSIER)
    assert root.xpath("a:entry/a:updated/text()", namespaces=NAMES) == ["2024-05-31T00:00:00Z", "2020-12-31T00:00:00Z"]
    assert root.findtext("a:updated", namespaces=NAMES) == "2024-05-31T00:00:00Z"


@pytest.mark.parametrize(
    ("edtf", "updated"),
    [(None, "1970-01-01T00:00:00Z"), ("2020/..", "2020-01-01T00:00:00Z"), ("198X", "1989-12-31T00:00:00Z")],
)
def test_vague_dates_make_a_time_all_the_same(edtf: str | None, updated: str) -> None:
    dossier = replace(DOSSIER, sources=tuple(published(source, edtf) for source in DOSSIER.sources))
    assert read(dossier).findtext("a:updated", namespaces=NAMES) == updated


def test_an_entry_counts_what_its_source_holds(corpus: Dossier) -> None:
    entry = read(corpus).find("a:entry", NAMES)
    source = entry.findtext("a:id", namespaces=NAMES).rpartition("/")[2].removesuffix(".html")
    statements = sum(statement.source == source for statement in corpus.statements)
    assert f"Aussagen: {statements}" in entry.findtext("a:summary", namespaces=NAMES)


def test_it_says_where_it_is_itself() -> None:
    assert read(DOSSIER).find("a:link[@rel='self']", NAMES).get("href") == "https://dossier.example/daten/feed.xml"


def test_it_speaks_the_language_of_the_interface() -> None:
    english = replace(DOSSIER, settings=replace(DOSSIER.settings, language="en"))
    assert "statements: " in feed(english)


def record(day: str, note: str = "", *entries: Entry) -> ChangeRecord:
    return ChangeRecord(day, Place("x", 1), note, entries)


def told(*records: ChangeRecord) -> etree._Element:
    return read(replace(DOSSIER, changes=records))


def test_the_records_of_changes_stand_for_the_sources() -> None:
    page = Entry(Matter.PAGES, Turn.NEW, "akteure/anna-berg.md", "Anna Berg")
    root = told(record("2026-12-01", "Neues kam dazu. Und mehr."), record("2026-11-23", "", page))
    assert root.xpath("a:entry/a:title/text()", namespaces=NAMES) == ["Neues kam dazu.", "Neu am 23.11.2026"]
    assert root.xpath("a:entry/a:updated/text()", namespaces=NAMES) == ["2026-12-01T00:00:00Z", "2026-11-23T00:00:00Z"]
    assert root.findtext("a:updated", namespaces=NAMES) == "2026-12-01T00:00:00Z"
    (first, _) = root.xpath("a:entry/a:id/text()", namespaces=NAMES)
    assert first.endswith("/neu/index.html#stand-2026-12-01")


def test_an_entry_links_to_what_exists() -> None:
    statement = DOSSIER.statements[0]
    there = Entry(Matter.STATEMENTS, Turn.NEW, statement.id, "Alter Wortlaut")
    gone = Entry(Matter.SOURCES, Turn.NEW, "weg", "Zurückgezogen")
    content = told(record("2026-12-01", "", there, gone)).findtext("a:entry/a:content", namespaces=NAMES)
    document = html.fromstring(content)
    assert [link.rpartition("#")[2] for link in document.xpath("//a/@href")] == [statement.id]
    assert "Alter Wortlaut" not in content
    assert "Zurückgezogen (nicht mehr im Dossier)" in document.text_content()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_record_with_hostile_words_stays_text(hostile: str) -> None:
    entry = Entry(Matter.SOURCES, Turn.GONE, "weg", hostile)
    content = told(record("2026-12-01", hostile, entry)).findtext("a:entry/a:content", namespaces=NAMES)
    tags = {element.tag for element in html.fragment_fromstring(content, create_parent="div").iter()}
    assert tags <= {"div", "p", "ul", "li"}


def test_a_move_is_told_too() -> None:
    moved = replace(record("2026-12-01"), moves=(Move("akteure/a.md", "akteure/anna-berg.md", "Anna Berg"),))
    content = told(moved).findtext("a:entry/a:content", namespaces=NAMES)
    assert re.fullmatch(r'<ul><li>Umgezogene Seite: <a href="[^"]+/anna-berg.html">Anna Berg</a></li></ul>', content)
