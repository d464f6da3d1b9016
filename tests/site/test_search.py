from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site import search
from generator.site.facts import read_facts
from generator.site.page import BuiltPage, parse
from generator.site.search import Found, fit, gather, heads, linked

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from generator.site.facts import PageFacts


def entry(location: str, title: str, text: str = "") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


def test_all_entries_of_a_page_become_one() -> None:
    entries = [
        entry("orte/hulm.html", "Hulm", "<p>Start › Orte › Hulm</p>"),
        entry("orte/hulm.html#hulm", "Hulm", "<p>Ort · Insel im &Ouml;lmeer\xa04, 12</p>"),
        entry("orte/hulm.html#aussagen", "Aussagen", ""),
        entry("orte/hulm.html#ueber", "Über Hulm", "<p>Der Hafen\xa07 ist <b>klein</b></p>"),
    ]
    head = {"orte/hulm.html": {"search_words": ["Ölinsel", 1984], "search_labels": ["R&amp;D"], "search": {"boost": 2}}}
    assert gather(entries, head, {"orte/hulm.html": 3}) == [
        Found(
            "orte/hulm.html",
            "Hulm",
            lead="Ort · Insel im Ölmeer",
            labels=("R&D",),
            aliases=("Ölinsel", "1984"),
            links=3,
            thing=True,
            sections=(("", "", "Ort · Insel im Ölmeer"), ("ueber", "Über Hulm", "Der Hafen ist klein")),
        )
    ]


def test_the_summary_of_a_page_is_its_lead() -> None:
    entries = [entry("orte/hulm.html", "Hulm"), entry("orte/hulm.html#hulm", "Hulm", "Ort · Insel 3 Aussagen")]
    assert gather(entries, {"orte/hulm.html": {"summary": "Insel"}}, {})[0].lead == "Insel"


def test_lists_can_be_found_by_their_names_only() -> None:
    entries = [
        entry(location, "Liste", text)
        for location in ("register/index.html", "orte/index.html", "aussagen/bericht.html", "daten/index.html")
        for text in ("", "lang")
    ]
    assert [page.sections for page in gather(entries, {}, {})] == [(), (), (), ()]


def test_of_a_source_its_text_is_searched_and_not_what_was_taken_from_it() -> None:
    path = "quellen/bericht.html"
    entries = [
        entry(path, "Bericht"),
        entry(f"{path}#hafen", "Im Hafen", "Wortlaut"),
        entry(f"{path}#entnommen", "Was aus dieser Quelle stammt", "Tabelle"),
        entry(f"{path}#aussagen", "Aussagen", "Liste"),
    ]
    (page,) = gather(entries, {}, {})
    assert page.source
    assert page.sections == (("hafen", "Im Hafen", "Wortlaut"),)


def test_front_matter_is_read_by_the_address_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "orte").mkdir()
    (tmp_path / "orte" / "hulm.md").write_text(
        '---\ntitle: "Hulm"\nsearch_words:\n  - "Ölinsel"\n---\n\n# Hulm\n', encoding="utf-8"
    )
    (tmp_path / "index.md").write_text("# Start\n\n---\nsearch_words: [nein]\n---\n", encoding="utf-8")
    assert heads(tmp_path) == {"index.html": {}, "orte/hulm.html": {"title": "Hulm", "search_words": ["Ölinsel"]}}


def test_pages_are_counted_that_lead_to_a_page() -> None:
    def page(path: str, *links: str) -> PageFacts:
        tree = parse("".join(f'<a href="{link}">x</a>' for link in ("#y", *links)).encode())
        return read_facts(BuiltPage(path, tree))

    pages = [page("a/x.html", "../b.html#1", "../b.html", "x.html#2"), page("c.html", "b.html", "a/x.html")]
    assert linked(pages) == {"b.html": 2, "a/x.html": 1}


def test_both_files_together_stay_within_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BUDGET", 4_000)
    words = [" ".join(f"wort{number * 7919 % 100_003}" for number in range(i, i + 400)) for i in range(0, 4_000, 400)]
    names, texts = fit([Found(f"{i}.html", "T", sections=(("a", "Kopf", text),)) for i, text in enumerate(words)])
    packed = sum(len(gzip.compress(json.dumps(part).encode())) for part in (names, texts))
    assert packed < 4_400  # json.dumps puts spaces between what the files write without
    assert len(names) == len(texts) == 10
    assert all(len(section[2]) > 100 for sections in texts for section in sections)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9), st.text(max_size=30)), max_size=4))
def test_no_text_is_shown_beyond_its_page(sections: list[tuple[str, str, str]]) -> None:
    _, texts = fit([Found("a.html", "A", sections=tuple(sections))])
    assert all(tuple(one) == other for one, other in zip(texts[0], sections, strict=True))
