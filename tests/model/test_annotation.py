from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotation import Parse, Sentence
from generator.model.span import Span
from tests.render.sample import SOURCES, VISIT

SOURCE = SOURCES[VISIT]


@given(
    st.lists(st.integers(1, 5), max_size=12),
    st.integers(0, 3),
    st.integers(0, 40).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, 45))),
)
def test_touched_sentences_are_those_that_overlap(lengths: list[int], gap: int, ends: tuple[int, int]) -> None:
    sentences, start = [], 0
    for length in lengths:
        sentences.append(Sentence(Span(start, start + length), 0, ()))
        start += length + gap
    found = Parse(SOURCE.document, (), tuple(sentences)).touched(Span(*ends))
    assert list(found) == [n for n, sentence in enumerate(sentences) if sentence.span.overlaps(Span(*ends))]


def test_a_title_is_what_people_wrote_or_what_is_printed_or_the_id() -> None:
    assert SOURCE.title == "Berg reist nach Hafenstadt"
    bare = replace(SOURCE, parse=replace(SOURCE.parse, blocks=()))
    assert bare.title == "besuch"
    meta = replace(SOURCE.document.meta, title="Reise")
    assert replace(bare, parse=replace(bare.parse, document=replace(bare.document, meta=meta))).title == "Reise"
