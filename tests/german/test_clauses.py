from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.sentences import find_sentences
from generator.german.clauses import Clause, cut, predicate
from generator.german.phrases import phrases
from generator.model.annotation import Block, BlockKind
from generator.model.span import Span


def clauses(text: str) -> list[Clause]:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test"),)
    return [clause for sentence in find_sentences(text, blocks) for clause in cut(sentence.tokens)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Die USA, Japan und Polen meinten, es regne.", ["Die USA , Japan und Polen meinten", ", es regne ."]),
        ("Er verkaufte Haubitzen und hat Prag besucht.", ["Er verkaufte Haubitzen", "und hat Prag besucht ."]),
        ("Der Deal könnte kommen, so Berg.", ["Der Deal könnte kommen", ", so Berg ."]),
        ("«Es regnet», sagte sie.", ["Es regnet", ", sagte sie ."]),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_where_a_new_verb_begins(text: str, pieces: list[str]) -> None:
    assert [" ".join(token.text for token in clause.tokens) for clause in clauses(text)] == pieces


@pytest.mark.parametrize(
    ("text", "lemma", "traits"),
    [
        ("Österreich greift Polen an.", "angreifen", ""),
        ("Polen wurde angegriffen.", "angreifen", "passive"),
        ("Polen ist angegriffen worden.", "angreifen", "passive"),
        ("Polen hat angegriffen.", "angreifen", ""),
        ("Polen wird angreifen.", "angreifen", "future"),
        ("Polen könnte angegriffen werden.", "angreifen", "passive"),
        ("Polen greift nicht an.", "angreifen", "negated"),
        ("Polen trifft sich mit Schweden.", "treffen", "reflexive"),
        ("Ein Treffen fand statt.", "stattfinden", ""),
    ],
)
def test_the_full_verb_has_its_prefix_and_its_voice(text: str, lemma: str, traits: str) -> None:
    verb = predicate(clauses(text)[0])
    assert verb is not None
    assert verb.lemma == lemma
    assert {trait for trait in ("passive", "future", "negated", "reflexive") if getattr(verb, trait)} == set(
        traits.split()
    )


@pytest.mark.parametrize("text", ["Kein Verb hier.", "Er versucht zu kommen.", "Es ist schön."])
def test_where_no_verb_is_clear_there_is_none(text: str) -> None:
    assert predicate(clauses(text)[0]) is None


@given(st.text(max_size=80))
def test_no_text_makes_them_stumble(text: str) -> None:
    for clause in clauses(text):
        predicate(clause)
        phrases(clause, {})
