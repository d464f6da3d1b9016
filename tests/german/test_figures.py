from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.sentences import find_sentences
from generator.german.figures import Read, read_figures
from generator.model.annotation import Block, BlockKind
from generator.model.span import Span


def figures(text: str) -> list[Read]:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test"),)
    return [read for sentence in find_sentences(text, blocks) for read in read_figures(sentence.tokens)]


@pytest.mark.parametrize(
    ("text", "printed", "values", "unit"),
    [
        ("Er reist 9'000 Kilometer.", "9'000 Kilometer", ["9000"], "km"),
        ("Es sind 1.250,5 Tonnen Stahl.", "1.250,5 Tonnen", ["1250.5"], "t"),
        ("Sie besuchte fünf Fabriken.", "fünf Fabriken", ["5"], "Fabrik"),
        ("Das kostet 3,5 Millionen Euro.", "3,5 Millionen Euro", ["3500000"], "EUR"),
        ("Ein 100-fach kleineres Land.", "100-fach", ["100"], "×"),
        ("Die 155-Millimeter-Granaten flogen.", "155-Millimeter-Granaten", ["155"], "mm"),
        ("Es kamen 100 bis 150 Leute.", "100 bis 150 Leute", ["100", "150"], "Leute"),
        ("Es waren 12% der Stimmen.", "12%", ["12"], "%"),
    ],
)
def test_a_figure_has_its_value_and_its_unit(text: str, printed: str, values: list[str], unit: str) -> None:
    (read,) = figures(text)
    assert (read.span.of(text), [format(v.normalize(), "f") for v in read.values], read.unit) == (printed, values, unit)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("152 bis 122 Millimeter-Geschosse liegen dort.", ("descending",)),
        ("122 bis 152 Millimeter-Geschosse liegen dort.", ()),
        ("Die Haubitzen haben ein Kaliber von 1550 Millimetern.", ("calibre",)),
        ("Es fielen 1550 Millimeter Regen.", ()),
    ],
)
def test_what_is_hard_to_believe_is_flagged(text: str, flags: tuple[str, ...]) -> None:
    assert figures(text)[0].flags == flags


@pytest.mark.parametrize("text", ["Ein Mann kam mit einer Frau.", "Die KN-23 fliegt.", ""])
def test_articles_and_names_are_no_figures(text: str) -> None:
    assert figures(text) == []


@given(st.text(max_size=60))
def test_any_text_is_read_and_spans_stay_inside(text: str) -> None:
    for read in figures(text):
        assert 0 <= read.span.start < read.span.end <= len(text)
        assert read.span.contains(read.number)
