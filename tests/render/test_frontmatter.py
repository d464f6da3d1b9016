from __future__ import annotations

import html

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.render.frontmatter import LONGEST, FrontMatter, shortened
from generator.render.markdown.escape import visible


def read_back(front: FrontMatter) -> dict[str, object]:
    opening, content, closing = str(front).split("---\n")
    assert (opening, closing) == ("", "")
    loaded = yaml.safe_load(content)
    assert isinstance(loaded, dict)
    return loaded


def test_every_key() -> None:
    front = FrontMatter("KN-23", "Rakete: „neu“", ("Waffe", "no"), ("KN23", "010"), boost=2, hide=("toc",))
    assert read_back(front) == {
        "title": "KN-23",
        "description": "Rakete: „neu“",
        "tags": ["Waffe", "no"],
        "search_words": ["KN23", "010"],
        "search": {"boost": 2},
        "hide": ["toc"],
    }


def test_what_previews_and_the_footer_go_by() -> None:
    front = FrontMatter("A & B", kind="weapon", summary="<neu>", reviewed=False, footer="2 Quellen")
    assert read_back(front) == {
        "title": "A &amp; B",
        "kind": "weapon",
        "summary": "&lt;neu&gt;",
        "reviewed": False,
        "footer": "2 Quellen",
    }


def test_what_a_result_of_the_search_says_of_the_page() -> None:
    assert read_back(FrontMatter("A", search_labels=("R & D", "möglich")))["search_labels"] == ["R &amp; D", "möglich"]


def test_what_says_nothing_is_not_written() -> None:
    assert str(FrontMatter("A")) == '---\ntitle: "A"\n---\n'


def test_a_page_can_be_left_out_of_the_search() -> None:
    assert read_back(FrontMatter("A", searchable=False))["search"] == {"exclude": True}


def test_markup_is_escaped_for_templates_that_do_not() -> None:
    assert read_back(FrontMatter('<img src=x onerror="x">'))["title"] == "&lt;img src=x onerror=&quot;x&quot;&gt;"


def test_nothing_invisible_stays_in_a_title() -> None:
    assert read_back(FrontMatter("a\u202eb\u200bc\nd\x00"))["title"] == "a⟦U+202E⟧bc d"


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_text_reads_back(value: str, words: list[str]) -> None:
    loaded = read_back(FrontMatter(value, value + "x", (value,), tuple(words)))
    assert html.unescape(str(loaded["title"])) == visible(value)
    assert loaded.get("search_words", []) == [visible(word) for word in words]


def test_a_description_that_nobody_would_read_is_cut_at_the_end_of_a_word() -> None:
    assert shortened("Kurz.") == "Kurz."
    cut = shortened("Waffen " * 60)
    assert cut.endswith("Waffen\u00a0…")
    assert len(cut) <= LONGEST
    assert len(shortened("W" * 300)) <= LONGEST
