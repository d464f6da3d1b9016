from __future__ import annotations

from dataclasses import replace

from generator.model.change import Aspect, ChangeRecord, Entry, Matter, Move, Turn
from generator.model.excerpts import Excerpts
from generator.model.ids import EntityId
from generator.model.registry import Place
from generator.render.context import build_context
from generator.render.pages.news import render_news
from tests.render.pages_sample import DOSSIER

SHOWN, HIDDEN = DOSSIER.statements[0], "Geheimer Wortlaut"
PAGE = "akteure/anna-berg.md"


def entry(matter: Matter, one: str, title: str = "", turn: Turn = Turn.NEW, *aspects: Aspect) -> Entry:
    return Entry(matter, turn, one, title, "", aspects)


def record(*entries: Entry, note: str = "", date: str = "2026-11-23", moves: tuple[Move, ...] = ()) -> ChangeRecord:
    return ChangeRecord(date, Place("x", 1), note, entries, moves)


def pages(*records: ChangeRecord) -> dict[str, str]:
    context = build_context(replace(DOSSIER, changes=records))
    return {page.path: page.content for page in render_news(context)}


def news(*records: ChangeRecord) -> str:
    return pages(*records)["neu/index.md"]


def test_without_records_the_page_says_so() -> None:
    assert pages().keys() == {"neu/index.md"}
    assert "Noch ist keine Änderung verzeichnet." in news()
    assert "[Feed](../daten/feed.xml)" in news()


def test_each_record_has_a_permanent_anchor_and_its_note_in_paragraphs() -> None:
    text = news(record(note="Das *Dossier*\nerscheint.\n\nViel Spaß."), record(note="Früher.", date="2026-11-01"))
    assert "November 2026 { #stand-2026-11-23 }\n\nDas &#42;Dossier&#42; erscheint.\n\nViel Spaß." in text
    assert text.index("stand-2026-11-23") < text.index("stand-2026-11-01")


def test_what_still_exists_is_linked_and_what_does_not_says_so() -> None:
    text = news(
        record(
            entry(Matter.PAGES, PAGE, "Anna Berg"),
            entry(Matter.PAGES, "akteure/niemand.md", "Niemand"),
            entry(Matter.PAGES, "akteure/weg.md", "Weg", Turn.GONE),
        )
    )
    assert "**Neue Seiten**\n\n-   [Anna Berg](../akteure/anna-berg.md)\n-   Niemand · *nicht mehr im Dossier*" in text
    assert "**Entfernte Seiten**\n\n-   Weg\n" in text


def test_a_statement_is_told_in_the_words_of_its_source() -> None:
    changed = Aspect("certainty", "possible", "asserted")
    text = news(record(entry(Matter.STATEMENTS, SHOWN.id, "Alter Wortlaut", Turn.CHANGED, changed)))
    assert f"#{SHOWN.id}) – Status: möglich → dargestellt" in text
    assert "Alter Wortlaut" not in text


def test_words_that_must_not_be_shown_are_not_taken_from_the_record() -> None:
    context = build_context(replace(DOSSIER, changes=(record(entry(Matter.STATEMENTS, SHOWN.id, HIDDEN)),)))
    source = context.sources[SHOWN.source]
    document = source.annotated.document
    limited = replace(document, meta=replace(document.meta, rights="none"))
    annotated = replace(source.annotated, parse=replace(source.annotated.parse, document=limited))
    closed = replace(source, annotated=annotated, excerpts=Excerpts(annotated))
    hidden = replace(context, sources={**context.sources, SHOWN.source: closed})
    text = next(render_news(hidden)).content
    assert HIDDEN not in text
    assert "eine Aussage aus „" in text


def test_a_long_list_is_folded_away() -> None:
    many = [entry(Matter.EVENTS, f"e-{number}", f"Ereignis {number}") for number in range(13)]
    assert "<details" in news(record(*many))
    assert "<details" not in news(record(*many[:12]))


def test_what_vanished_leaves_a_page_that_says_when() -> None:
    written = pages(record(entry(Matter.PAGES, "akteure/weg.md", "Weg & fort", Turn.GONE)))
    text = written["akteure/weg.md"]
    assert "# Weg & fort" in text
    assert "[Was ist neu, 23. November 2026](../neu/index.md#stand-2026-11-23)" in text
    assert "exclude: true" in text


def test_no_page_of_today_or_of_an_earlier_name_is_written_over() -> None:
    entities = [
        replace(entity, formerly=(EntityId("anna"),)) if entity.id == "anna-berg" else entity
        for entity in DOSSIER.entities
    ]
    gone = [entry(Matter.PAGES, page, "Weg", Turn.GONE) for page in (PAGE, "akteure/anna.md", "index.md")]
    context = build_context(replace(DOSSIER, entities=tuple(entities), changes=(record(*gone),)))
    assert [page.path for page in render_news(context)] == ["neu/index.md"]


def test_moves_are_listed_with_where_they_lead() -> None:
    moves = (Move("akteure/a.md", PAGE, "Anna Berg"), Move("akteure/b.md", "akteure/c.md", "Niemand"))
    text = news(record(moves=moves))
    assert "**Umgezogene Seiten**\n\n-   [Anna Berg](../akteure/anna-berg.md)\n-   Niemand\n" in text
