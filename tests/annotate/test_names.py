"""Names, case by case: see `tests/cases/names/README.txt`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.names import find_names
from generator.german.names.known import known_names
from generator.model.annotation import Block, BlockKind, Mention, Parse
from generator.model.ids import Kind
from generator.model.registry import Registry
from generator.model.span import Span
from tests.names_support import paragraphs, parse

CASES = Path(__file__).parent.parent / "cases" / "names"
MARK = re.compile(r"\[(?P<surface>[^\]]+)\]\{(?P<kind>\w+)(?P<metonym>\*?)(?: (?P<name>[^}]+))?\}")
NOBODY = known_names(Registry())
SCRAPS = [
    "Kim",
    "Putins",
    " ",
    "-",
    "«",
    "»",
    "(",
    ")",
    "IISS",
    "KN-23",
    "von der Leyen",
    "Moskau",
    ".",
    "\n\n",
    "St.",
    "’",
    "🙂",
]


def read_cases() -> list[object]:
    cases = []
    for path in sorted(CASES.glob("*.txt")):
        if path.name == "README.txt":
            continue
        marks = [pytest.mark.xfail(strict=True)] if path.name == "open.txt" else []
        lines = path.read_text(encoding="utf-8").splitlines()
        cases += [pytest.param(line, id=line[:60], marks=marks) for line in lines if line and not line.startswith("#")]
    return cases


def take_marks_off(line: str) -> str:
    return MARK.sub(lambda mark: mark["surface"], line)


def put_marks_on(text: str, mentions: tuple[Mention, ...]) -> str:
    marked, end = "", 0
    for m in mentions:
        name = "" if m.name == m.span.of(text) else f" {m.name}"
        star = "*" if m.metonym else ""
        marked += f"{text[end : m.span.start]}[{m.span.of(text)}]{{{m.kind}{star}{name}}}"
        end = m.span.end
    return marked + text[end:]


@pytest.mark.parametrize("line", read_cases())
def test_case(line: str) -> None:
    marked = paragraphs(line)
    text = take_marks_off(marked)

    assert put_marks_on(text, find_names(parse(text), NOBODY)) == marked


def test_there_are_enough_cases() -> None:
    assert len(read_cases()) >= 170


def test_every_mention_names_its_rule() -> None:
    text = "Moskau liefert KN-23-Raketen an Angela Merkel und die «Bild»."

    assert all(mention.rule for mention in find_names(parse(text), NOBODY))


def test_agencies_sign_picture_credits_in_small_letters() -> None:
    text = "Bild: keystone"
    parsed = parse(text)
    credit = Parse(parsed.document, (Block(BlockKind.CREDIT, Span(0, len(text)), "test"),), parsed.sentences)

    (mention,) = find_names(credit, NOBODY)

    assert (mention.span.of(text), mention.kind) == ("keystone", Kind.OUTLET)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(SCRAPS), max_size=25).map(" ".join)))
def test_any_text_gives_ordered_spans_inside_it_twice_the_same(text: str) -> None:
    parsed = parse(text)

    mentions = find_names(parsed, NOBODY)

    assert find_names(parsed, NOBODY) == mentions
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.name
        end = mention.span.end
