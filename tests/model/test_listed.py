"""What postings answer is what the nouns would answer, without making the nouns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Document, Metadata
from generator.model.ids import SourceId
from generator.model.listed import Found, Listed
from generator.model.postings import Around, Index, Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.postings import Key, Posting


@dataclass(frozen=True, slots=True)
class Noun:
    number: int
    letters: str


def parity(noun: Noun) -> str:
    return "odd" if noun.number % 2 else "even"


LETTER: Index[Noun] = Index("letter", lambda noun, _: noun.letters)
PARITY: Index[Noun] = Index("parity", lambda noun, _: (parity(noun),))
TEXT: Index[Noun] = Index("text", lambda _, around: (around.document.text,))
INDEXES = (LETTER, PARITY, TEXT)
WORDS = st.lists(st.lists(st.text("abc", max_size=3), max_size=5), max_size=4)


def part(number: int, nouns: Sequence[Noun], text: str = "text") -> Made[Noun]:
    document = Document(SourceId(f"s-{number}"), f"{number}.txt", text, "", Metadata())
    return Made(nouns, Around(document, ()), INDEXES)


def lists(words: Sequence[Sequence[str]]) -> Listed[Noun]:
    return Listed(
        part(number, [Noun(10 * number + place, "".join(sorted(set(letters)))) for place, letters in enumerate(some)])
        for number, some in enumerate(words)
    )


@given(WORDS)
def test_a_list_has_all_nouns_in_order(words: list[list[str]]) -> None:
    listed = lists(words)
    nouns = [noun for part in listed.parts for noun in part]
    assert list(listed) == list(listed.all) == nouns
    assert len(listed) == len(listed.all) == len(nouns)
    assert [listed[place] for place in range(len(nouns))] == nouns
    assert [listed.key_at(PARITY, place) for place in range(len(nouns))] == list(map(parity, nouns))


@given(WORDS)
def test_nouns_are_found_by_their_keys(words: list[list[str]]) -> None:
    listed = lists(words)
    found = listed.by(LETTER)
    assert set(found) == set(chain.from_iterable(noun.letters for noun in listed))
    for letter in "abcd":
        expected = [noun for noun in listed if letter in noun.letters]
        assert list(found[letter]) == expected
        assert found[letter].first(2) == expected[:2]
        assert sum(found[letter].counts.values()) == len(expected)
        each = {key: list(nouns) for key, nouns in found[letter].by(PARITY).items()}
        assert list(each) == list(dict.fromkeys(map(parity, expected))), "in the order of the first"
        assert each == {key: [noun for noun in expected if parity(noun) == key] for key in each}


@given(WORDS)
def test_what_is_found_can_be_put_together_and_taken_away(words: list[list[str]]) -> None:
    listed = lists(words)
    a, b = listed.by(LETTER)["a"], listed.by(LETTER)["b"]
    assert list(a | b) == [noun for noun in listed if {"a", "b"} & set(noun.letters)]
    assert list(a - b) == [noun for noun in listed if "a" in noun.letters and "b" not in noun.letters]
    odd = listed.by(PARITY).without(a)["odd"]
    assert list(odd) == [noun for noun in listed if parity(noun) == "odd" and "a" not in noun.letters]
    assert not a - a
    assert list(Found.union([])) == []


def test_questions_of_how_many_make_no_noun() -> None:
    made = part(0, [Noun(1, "ab"), Noun(2, "b")])

    class Unread(Made[Noun]):
        @property
        def nouns(self) -> Sequence[Noun]:
            raise AssertionError

        def postings(self, index: Index[Noun]) -> Mapping[Key, Posting]:
            return made.postings(index)

    document = Document(SourceId("s"), "s.txt", "", "", Metadata())
    found = Listed([Unread([Noun(1, "ab"), Noun(2, "b")], Around(document, ()), INDEXES)]).by(LETTER)
    assert {letter: len(nouns) for letter, nouns in found.items()} == {"a": 1, "b": 2}
    assert len(found["b"] - found["a"]) == 1
    assert found["b"].counts == {"s": 2}
    with pytest.raises(AssertionError):
        found["a"].first(1)


def digests(listed: Listed[Noun]) -> Iterator[str]:
    left = listed.by(LETTER).without(listed.by(PARITY)["odd"])
    yield from (listed.digest, listed.by(LETTER)["a"].digest, left["a"].digest)


def test_a_digest_tells_what_changed_and_nothing_else() -> None:
    one = Listed([part(0, [Noun(0, "a"), Noun(1, "b")]), part(1, [Noun(2, "a")])])
    moved = Listed([part(0, [Noun(1, "b"), Noun(0, "a")]), part(1, [Noun(2, "a")])])
    other = Listed([part(0, [Noun(0, "a"), Noun(1, "b")]), part(1, [Noun(4, "a")])])
    assert one.by(LETTER)["a"].digest == moved.by(LETTER)["a"].digest, "another place in the list is no change"
    assert all(new != old for new, old in zip(digests(other), digests(one), strict=True))


def test_a_key_that_depends_on_what_is_around_changes_the_digest() -> None:
    here, there = (Listed([part(0, [Noun(0, "a")], text)]) for text in ("here", "there"))
    assert here.by(LETTER)["a"].digest != there.by(LETTER)["a"].digest


def test_what_was_put_together_has_no_digest() -> None:
    found = lists([["a", "b"]]).by(LETTER)
    with pytest.raises(ValueError, match="Found"):
        _ = (found["a"] | found["b"]).digest
