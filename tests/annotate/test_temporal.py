import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.sentences import find_sentences
from generator.annotate.temporal import find_dates
from generator.model.annotation import Block, BlockKind, Parse
from generator.model.document import Document, Metadata
from generator.model.edtf import is_edtf
from generator.model.ids import Edtf, SourceId
from generator.model.span import Span

CASES = Path(__file__).parents[1] / "cases" / "temporal"
MARK = re.compile(r"\[(?P<words>[^]]*)\]\{(?P<edtf>[^ ]*?)\}(?=[^}\]]|$)")


class Case(NamedTuple):
    published: Edtf | None
    text: str
    expected: list[tuple[str, str]]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(CASES.glob("*.txt")):
        published: Edtf | None = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("published: "):
                value = line.removeprefix("published: ")
                published = None if value == "unknown" else Edtf(value)
            elif line and not line.startswith("#"):
                marks = [(m["words"], m["edtf"]) for m in MARK.finditer(line)]
                cases.append(Case(published, MARK.sub(lambda m: m["words"], line), marks))
    return cases


def parse(text: str) -> Parse:
    document = Document(SourceId("case"), "case.txt", text, "", Metadata())
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(*match.span()), "line") for match in re.finditer(r"\S(?:[^\n]*\S)?", text)
    )
    return Parse(document, blocks, find_sentences(text, blocks))


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.text[:60])
def test_case(case: Case) -> None:
    found = find_dates(parse(case.text), case.published)
    assert [(date.span.of(case.text), date.edtf) for date in found] == case.expected


def test_enough_cases() -> None:
    assert sum(len(case.expected) for case in read_cases()) >= 150
    assert all(is_edtf(edtf) for case in read_cases() for _, edtf in case.expected)


WORDS = [
    *("am", "im", "vor", "seit", "bis", "von", "und", "in den", "der", "Montag", "Mai", "Ostern", "Herbst", "Jahr"),
    *("Jahren", "heute", "morgen", "gestern", "vergangenen", "letzten", "80er", "1990", "2023", "31.", "12.3.24"),
    *("29. Februar", "20. Jahrhundert", "zwei", "9999", "0", "Uhr", ",", ".", "–", "/", "’89", "kam", "wird"),
    *("Woche", "später", "Tag darauf", "Wochenende", "Quartal", "zweiten", "Mitte der Neunziger", "9. bis 3. Juni"),
]
PUBLISHED = st.none() | st.sampled_from(
    [Edtf(text) for text in ("2023-09-14", "2023-09", "2023", "2020-21", "198X", "0001-01-01", "9999-12-31")]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60), PUBLISHED)
def test_any_text_gives_valid_dates_in_order(text: str, published: Edtf | None) -> None:
    parsed = parse(text)
    dates = find_dates(parsed, published)
    assert dates == find_dates(parsed, published)
    end = 0
    for date in dates:
        assert end <= date.span.start < date.span.end <= len(text)
        assert is_edtf(date.edtf)
        end = date.span.end


def test_time_grows_with_the_text_only() -> None:
    text = "vor " * 20_000 + "zwei " * 20_000 + "Montag " * 5_000
    assert find_dates(parse(text), Edtf("2023-09-14"))
