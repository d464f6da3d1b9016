"""The statements: a line each on the index, in full on the page of their source, by source where they are many."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.render.context import build_context
from generator.render.pages import claims, render_pages
from tests.render.pages_sample import DOSSIER
from tests.render.sample import STATEMENTS, VISIT

if TYPE_CHECKING:
    import pytest

    from generator.model.dossier import Dossier

CONTRACT = ("data-certainty", "data-source", "data-type", "data-speaker", "data-outlet", "data-topic")


def pages(dossier: Dossier = DOSSIER) -> dict[str, str]:
    return {page.path: page.content for page in render_pages(build_context(dossier))}


def marked(page: str) -> dict[str, str]:
    """The attributes of each statement on a page, by its id."""
    return {
        found[1]: found[2]
        for found in re.finditer(r'<(?:span|div) id="([^"]+)" class="aussage"((?: data-[a-z]+="[^"]*")*)', page)
    }


def test_every_statement_stands_on_both_pages_with_the_same_attributes() -> None:
    found = pages()
    index, full = marked(found["aussagen/index.md"]), {}
    for source in ("besuch", "vorgeschichte"):
        full |= marked(found[f"aussagen/{source}.md"])
    assert index == full
    assert index.keys() == {statement.id for statement in STATEMENTS}
    assert all(any(f"{name}=" in values for values in index.values()) for name in CONTRACT)


def test_a_line_leads_to_the_statement_in_full() -> None:
    (line,) = (line for line in pages()["aussagen/index.md"].splitlines() if 'id="falke"' in line)
    assert line.partition("</span>")[2].replace("\u00a0", " ") == (
        "**[Uwe Falk](../experten/uwe-falk.md)** → [Tagblatt](../medien/tagblatt.md) · "
        "[Nordland könnte die Rakete Falke-7 liefern](besuch.md#falke) · "
        "[möglich](../methode/index.md#status-possible) · Mai 2024 [2.4]"
    )


def test_the_full_statement_can_be_cited_and_linked() -> None:
    page = pages()["aussagen/besuch.md"]
    part = page.partition('<div id="falke"')[2].partition("</details>")[0]
    assert "Uwe Falk → Tagblatt: „Nordland könnte die Rakete Falke-7 liefern“ (indirekt, möglich)." in part
    assert "(#falke)" in part


def test_long_words_are_cut_behind_a_word_on_the_index_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.statement.SHORT", 20)
    found = pages()
    assert "[Nordland könnte die\u00a0…](besuch.md#falke)" in found["aussagen/index.md"]
    assert "> Nordland könnte die Rakete Falke-7 liefern" in found["aussagen/besuch.md"]


def test_where_there_are_too_many_the_sources_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "MOST_LISTED", len(STATEMENTS) - 1)
    found = pages()
    index = found["aussagen/index.md"]
    assert "[Berg reist nach Hafenstadt](besuch.md)" in index
    assert "2 wiedergegeben, 1 möglich, 2 behauptet, 1 bestritten" in index
    assert sum(map(int, re.findall(r'<rect x="\d+" y="0" width="(\d+)"', index.partition("besuch.md")[2]))) == 320
    assert marked(index) == {}
    assert '<div id="falke"' in found["aussagen/besuch.md"]


def test_statements_have_the_addresses_of_every_id_that_their_source_had() -> None:
    moved = tuple(
        replace(s, formerly=("old-falke",)) if s.id == "falke" else s for s in DOSSIER.statements if s.source == VISIT
    )
    found = pages(replace(DOSSIER, statements=moved, disputes=()))
    for page in ("aussagen/index.md", "aussagen/besuch.md"):
        assert found[page].count('id="old-falke"') == 1
