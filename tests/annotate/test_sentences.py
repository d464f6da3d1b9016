"""Sentences and tokens, case by case: see `tests/cases/sentences/README.txt`."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.sentences import find_sentences
from generator.model.annotation import Block, BlockKind, Sentence
from generator.model.span import Span

CASES = Path(__file__).parent.parent / "cases" / "sentences"


def read_cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for path in sorted(CASES.glob("*.txt")):
        if path.name == "README.txt":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=> "):
                cases[-1][1].append(line[3:])
            elif line and not line.startswith("# "):
                cases.append((line, []))
    return cases


def sentences_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Sentence, ...]:
    return find_sentences(text, (Block(kind, Span(0, len(text)), "test"),))


@pytest.mark.parametrize(("text", "expected"), read_cases())
def test_case(text: str, expected: list[str]) -> None:
    assert [" ".join(t.text for t in s.tokens) for s in sentences_of(text)] == expected


def test_boilerplate_has_no_sentences() -> None:
    assert sentences_of("Er kam.", BlockKind.BOILERPLATE) == ()


def test_sentences_stay_in_their_block_and_know_it() -> None:
    text = "Die Lage\nEr kam. Sie ging."
    blocks = (Block(BlockKind.HEADING, Span(0, 8), "test"), Block(BlockKind.PARAGRAPH, Span(9, 26), "test"))
    assert [(s.block, s.span.of(text)) for s in find_sentences(text, blocks)] == [
        (0, "Die Lage"),
        (1, "Er kam."),
        (1, "Sie ging."),
    ]


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    assert len(sentences_of("Er kam am\nMontag nach Wien.")) == 1


def test_tokens_carry_tag_and_lemma() -> None:
    (sentence,) = sentences_of("Die US-Regierungen liefern nichts.")
    assert [(t.tag, t.lemma) for t in sentence.tokens][1:3] == [("NN", "US-Regierung"), ("VV(FIN)", "liefern")]


def test_a_boundless_sentence_is_cut() -> None:
    assert [len(s.tokens) for s in sentences_of("und " * 2500)] == [1000, 1000, 500]


@pytest.mark.parametrize("text", ["a" * 200000, "A. " * 20000, "…" * 100000, "a-" * 100000, '" ' * 30000, "1." * 50000])
def test_time_is_linear(text: str) -> None:
    start = time.process_time()
    sentences_of(text)
    assert time.process_time() - start < 10


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA.?!:'’«»\"„“ \n-–1@/&…ä\u0308\u00ad("), max_size=50) | st.text(max_size=50))
def test_every_character_but_white_space_is_in_one_token(text: str) -> None:
    if not text:
        return
    sentences = sentences_of(text)
    assert sentences == sentences_of(text)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert "".join(t.text for t in tokens) == "".join(c for c in text if not c.isspace())
    assert all(t.span.of(text) == t.text and t.text for t in tokens)
    assert all(one.span.end <= other.span.start for one, other in pairwise(tokens))
    assert all(s.span == Span(s.tokens[0].span.start, s.tokens[-1].span.end) for s in sentences)
