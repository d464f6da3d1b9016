from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.search import extend, search_words
from generator.site.variants import Variants, folded, split, stem

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das U-Boot «Held» der USA", ("das", "u-boot", "held", "der", "usa")),
        ("KN-23, KN-23", ("kn-23",)),
        ("9'000 Kilometer", ("9", "000", "kilometer")),
        ("Pjo\u0308ngjang", ("pjöngjang",)),
        ("", ()),
    ],
)
def test_words_of_a_text(text: str, expected: tuple[str, ...]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("pjongjang", "pjöngjang"),
        ("pjoengjang", "pjöngjang"),
        ("hwasong", "hwasŏng"),
        ("grossbritannien", "großbritannien"),
        ("größte", "grösste"),
        ("ruestung", "rüstung"),
    ],
)
def test_what_people_type_for_letters_that_they_lack(typed: str, printed: str) -> None:
    assert typed in folded(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rakete", "raketen"),
        ("bestand", "bestände"),
        ("nordkorea", "nordkoreas"),
        ("u-boot", "u-boote"),
        ("nordkoreanische", "nordkoreanischer"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("words", [("kim", "kims"), ("sohn", "sehen"), ("see", "seen")])
def test_short_words_and_other_words_stay_apart(words: tuple[str, str]) -> None:
    first, second = words
    assert stem(first) != stem(second)


@pytest.mark.parametrize(
    ("word", "vocabulary", "found"),
    [
        ("artilleriemunition", ["munition"], "munition"),
        ("mehrfachraketenwerfer", ["raketenwerfer"], "raketenwerfer"),
        ("panzerabwehrraketen", ["rakete"], "rakete"),
        ("u-boot", [], "uboot"),
        ("iskander-raketen", ["rakete"], "rakete"),
        ("haubitze", ["haubitzen"], "haubitzen"),
    ],
)
def test_a_word_is_found_under(word: str, vocabulary: list[str], found: str) -> None:
    assert found in Variants([*vocabulary, word]).beyond([word])


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("rakete", "raketen"),
        ("putin", "putins"),
        ("panzer", "panzern"),
        ("boot", "booten"),
        ("nordkorea", "nordkoreas"),
    ],
)
def test_a_name_is_found_under_its_inflected_forms(name: str, form: str) -> None:
    assert form in Variants([name]).beyond([name], [name])


def test_only_words_of_the_dossier_are_parts_of_a_compound() -> None:
    assert Variants(["artilleriemunition"]).beyond(["artilleriemunition"]) == ()


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text_gives_variants_that_are_new_and_single(texts: list[str]) -> None:
    words = split(" ".join(texts))
    variants = Variants(words).beyond(words)
    assert not set(variants) & set(words)
    assert len(set(variants)) == len(variants)


def test_the_index_gets_two_invisible_fields() -> None:
    index = {
        "config": {"fields": {"title": {"boost": 1000}}},
        "docs": [
            {"location": "a.html", "title": "Rakete", "text": "<p>Pj&ouml;ngjang</p>"},
            {"location": "b.html#hafen", "title": "Hafen", "text": ""},
        ],
    }
    extend(index, {"a.html": ("Sŏhae",)})
    assert index["config"]["fields"].keys() == {"title", "alias", "variant"}
    assert index["docs"][0]["alias"] == "Sŏhae"
    assert index["docs"][0]["variant"].split() == ["pjoengjang", "pjongjang", "sohae", "raketen", "sŏhaen"]
    assert index["docs"][1].keys() == {"location", "title", "text"}


def test_search_words_come_from_the_heads_of_the_pages(tmp_path: Path) -> None:
    (tmp_path / "orte").mkdir()
    (tmp_path / "orte" / "hulm.md").write_text(
        '---\ntitle: "Hulm"\nsearch_words:\n  - "Ölinsel"\n  - "1984"\n---\n\n# Hulm\n', encoding="utf-8"
    )
    (tmp_path / "index.md").write_text("# Start\n\n---\nsearch_words: [nein]\n---\n", encoding="utf-8")
    assert search_words(tmp_path) == {"orte/hulm.html": ("Ölinsel", "1984")}
