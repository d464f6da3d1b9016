from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Document, Metadata
from generator.model.ids import EntityId, SourceId
from generator.model.registry import Decision, Place, Wording
from generator.model.span import Span
from generator.model.wording import find_wording, locate_mention, locate_wording, number_of_occurrences


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kim trifft Putin.", "trifft Putin", "trifft Putin"),
        ("Kim  trifft\r\nPutin.", "Kim trifft Putin", "Kim  trifft\r\nPutin"),
        ("Kim trifft Putin.", "Kim\ntrifft\tPutin ", "Kim trifft Putin"),
        ("9\u00a0000 Kilometer", "9 000 Kilometer", "9\u00a0000 Kilometer"),
        ("Rake\u00adten\u200b und", "Raketen und", "Rake\u00adten\u200b und"),
        ("Raketen", "Rake\u00adten", "Raketen"),
        ("Ein Absatz.\n\nNoch einer.", "Absatz.\n\nNoch", "Absatz.\n\nNoch"),
        ("Ein Absatz.\r\n \r\nNoch einer.", "Absatz.\n\nNoch", "Absatz.\r\n \r\nNoch"),
        ("Ein Absatz.\n\nNoch einer.", "Absatz. Noch", None),
        ("Kim trifft Putin.", "kim trifft", None),
        ("Kim und Kim.", "Kim", None),
        ("Kim.", "", None),
        ("Kim.", " \u00ad ", None),
        ("", "Kim", None),
    ],
)
def test_words_are_found_once_whatever_the_white_space(text: str, words: str, expected: str | None) -> None:
    span = find_wording(text, words)
    assert (span.of(text) if span else None) == expected


def test_the_nth_occurrence() -> None:
    text = "aXa aXa aXa"
    assert [find_wording(text, "aXa", nth) for nth in (1, 2, 3, 4, 0)] == [
        Span(0, 3),
        Span(4, 7),
        Span(8, 11),
        None,
        None,
    ]
    assert number_of_occurrences("aaaaa", "aa") == 2


def test_nothing_is_found_before_the_start() -> None:
    text = "---\ntitle: Kim\n---\n\n  Kim geht."
    start = text.index("\n\n") + 1
    assert find_wording(text, "Kim") is None
    assert find_wording(text, "Kim", start=start) == Span(text.rindex("Kim"), text.rindex("Kim") + 3)
    document = Document(SourceId("a"), "a.md", text, "", Metadata(), start)
    assert locate_wording(document, Wording(SourceId("a"), "Kim geht", Place("a", 1))) == Span(
        len(text) - 9, len(text) - 1
    )


@pytest.mark.parametrize(
    ("context", "mention", "expected"),
    [
        ("Kims Sohn Kim Jong Un", "Kims", 0),
        ("Kims Sohn Kim Jong Un", "Kim", 10),
        ("Kims Sohn Kim Jong Un", "Kim Jong", 10),
        ("Kims Sohn Kim Jong Un", "Putin", None),
        ("Kim, nicht Kim", "Kim", None),
        ("Kimchi", "Kim", None),
        ("Nirgends", "Nirgends", None),
    ],
)
def test_a_mention_in_its_context(context: str, mention: str, expected: int | None) -> None:
    text = "Kims Sohn Kim Jong Un geht. Kim, nicht Kim. Kimchi."
    document = Document(SourceId("a"), "a.txt", text, "", Metadata())
    decision = Decision(Wording(SourceId("a"), context, Place("a", 1)), mention, EntityId("kim"), "")
    span = locate_mention(document, decision)
    assert (span.start if span else None) == expected
    assert span is None or span.of(text) == mention


TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t\u00ad\u200b\u00a0"), max_size=40)


@given(TEXTS, TEXTS, st.integers(0, 40), st.none() | st.integers(1, 3))
def test_spans_lie_in_the_text_and_hold_the_words(text: str, words: str, start: int, nth: int | None) -> None:
    span = find_wording(text, words, nth, min(start, len(text)))
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        visible = span.of(text).translate(dict.fromkeys(map(ord, "\u00ad\u200b")))
        assert visible.split() == words.translate(dict.fromkeys(map(ord, "\u00ad\u200b"))).split()


@given(
    st.text(st.characters(exclude_categories=["Cf", "Cc", "Zs"]), max_size=60), st.integers(0, 60), st.integers(1, 60)
)
def test_every_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    piece = text[start : start + length].strip()
    assert not piece or number_of_occurrences(text, piece) >= 1
