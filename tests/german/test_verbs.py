"""Mood and tense of verb forms: see `tests/cases/verbs/forms.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.german.tagger import tag
from generator.german.verb_forms import find_form
from generator.german.verbs import Mood, Tense, mood, tense
from generator.model.annotation import Token
from generator.model.span import Span

CASES = Path(__file__).parent.parent / "cases" / "verbs" / "forms.txt"


def tokens(sentence: str) -> list[Token]:
    words = sentence.split()
    return [Token(Span(0, 1), word, tag_, lemma) for word, (tag_, lemma) in zip(words, tag(words), strict=True)]


def finite(word: str, lemma: str = "x") -> Token:
    return Token(Span(0, 1), word, "VV(FIN)", lemma)


def read_cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [(kind, sentence) for kind, _, sentence in (line.partition(": ") for line in lines if line[0] != "#")]


@pytest.mark.parametrize(("kind", "sentence"), read_cases())
def test_mood(kind: str, sentence: str) -> None:
    parsed = tokens(sentence.replace("*", ""))
    marked = [word[1:] for word in sentence.split() if word.startswith("*")]
    found = {token.text: mood(token) for token in parsed}
    assert {word: found[word] for word in marked} == dict.fromkeys(marked, Mood(kind))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kommt", Tense.PRESENT),
        ("kam", Tense.PAST),
        ("machte", Tense.PAST),
        ("wurde", Tense.PAST),
        ("verließ", Tense.PAST),
        ("sei", Tense.PRESENT),
        ("käme", Tense.PRESENT),
        ("würde", Tense.PRESENT),
    ],
)
def test_tense(word: str, expected: Tense) -> None:
    assert tense(finite(word)) is expected


def test_what_is_no_finite_verb_has_neither() -> None:
    for word in tokens("Das Haus soll gebaut werden"):
        assert (mood(word) is None) is (word.text != "soll")
        assert (tense(word) is None) is (word.text != "soll")


def test_a_form_that_can_be_nothing_else_needs_no_tag() -> None:
    assert mood(Token(Span(0, 1), "gäbe", "NE", "Gäbe")) is Mood.SUBJUNCTIVE_2
    assert mood(Token(Span(0, 1), "sei", "NN", "Sei")) is Mood.SUBJUNCTIVE_1
    assert mood(Token(Span(0, 1), "Will", "NE", "Will")) is None


def test_swiss_and_german_spelling_are_one() -> None:
    assert find_form("schliesst") == find_form("schließt") is not None


def test_prefixed_verbs_follow_their_base() -> None:
    form = find_form("ankäme")
    assert form is not None
    assert form.infinitives == {"ankommen"}


@given(st.text(max_size=60))
def test_any_word_has_an_answer(word: str) -> None:
    find_form(word)
    assert isinstance(mood(finite(word)), Mood)
