"""Certainty, case by case: see `tests/cases/certainty/README.txt`."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.certainty import find_claims
from generator.annotate.sentences import find_sentences
from generator.model.annotation import Block, BlockKind, Claim, Parse, Quotation
from generator.model.document import Document, Metadata
from generator.model.ids import QuotationType, SourceId
from generator.model.span import Span

CASES = Path(__file__).parent.parent / "cases" / "certainty"
TYPES = {"d": QuotationType.DIRECT, "i": QuotationType.INDIRECT}


def read_cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for path in sorted(CASES.glob("*.txt")):
        if path.name == "README.txt":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=> "):
                cases[-1][1].append(line[3:].strip())
            elif line and not line.startswith("#"):
                cases.append((line, []))
    return cases


def parse(text: str) -> Parse:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test"),) if text.strip() else ()
    document = Document(SourceId("x"), "x.txt", text, "", Metadata())
    return Parse(document, blocks, find_sentences(text, blocks))


def take_marks_off(marked: str) -> tuple[str, tuple[Quotation, ...]]:
    text, quotations, start = "", [], 0
    for piece in re.split(r"(</?[di]>)", marked):
        if piece in ("<d>", "<i>"):
            start = len(text)
        elif piece in ("</d>", "</i>"):
            quotations.append(Quotation(TYPES[piece[2]], Span(start, len(text)), "test"))
        else:
            text += piece
    return text, tuple(quotations)


def show(claim: Claim, text: str, *, alone: bool) -> str:
    line = f"{claim.certainty}: {', '.join(t.of(text) for t in claim.triggers)}".strip()
    return line if alone else f"{line} | {claim.span.of(text)}"


@pytest.mark.parametrize(("marked", "expected"), read_cases(), ids=lambda v: v if isinstance(v, str) else "")
def test_case(marked: str, expected: list[str]) -> None:
    text, quotations = take_marks_off(marked)
    claims = find_claims(parse(text), quotations, ())
    assert [show(claim, text, alone=len(claims) == 1) for claim in claims] == [
        line for line in expected if line != "nothing"
    ]


def test_there_are_cases_for_every_certainty() -> None:
    assert len(read_cases()) >= 80


def test_a_cue_is_a_trigger() -> None:
    text = "Der Regen kommt, sagte Meier."
    quotation = Quotation(QuotationType.INDIRECT, Span(0, 15), "test", cue=Span(17, 22))
    assert [show(c, text, alone=True) for c in find_claims(parse(text), (quotation,), ())] == ["reported: sagte"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"«»,;:–?!.\"'", "doch", "wenn", "soll", "Er", "sei", "haben", "\n", "zufolge", "käme", "1."]),
        max_size=30,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_claims_lie_in_their_text_in_order(text: str) -> None:
    parsed = parse(text)
    claims = find_claims(parsed, (), ())
    assert claims == find_claims(parsed, (), ())
    for claim in claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert all(0 <= t.start < t.end <= len(text) for t in claim.triggers)
    assert all(one.span.end <= other.span.start for one, other in pairwise(claims))
