from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import bounds
from generator.model.ids import Edtf
from generator.render.drawing.axis import BREAK, MOST_PIECES, SHORTEST, WHOLE, extent, scale


def spans(*dates: str) -> list[tuple[date, date]]:
    return [bounds(Edtf(edtf)) for edtf in dates]


def test_empty_decades_are_cut_out() -> None:
    axis = scale(spans("1948~", "2022", "2023-08", "2023-09"))
    assert [(piece.first.isoformat(), piece.last.isoformat()) for piece in axis] == [
        ("1948-01-01", "1948-12-31"),
        ("2022-01-01", "2022-12-31"),
        ("2023-08-01", "2023-09-30"),
    ]
    assert [piece.monthly for piece in axis] == [False, False, True]


def test_a_piece_is_as_wide_as_the_number_of_times_in_it_deserves() -> None:
    crowded, lonely = scale(spans("1990", *(f"2000-03-{day:02}" for day in range(1, 10))))[::-1]
    assert lonely.width == SHORTEST + (WHOLE - BREAK - 2 * SHORTEST) // 10
    assert crowded.width == SHORTEST + (WHOLE - BREAK - 2 * SHORTEST) * 9 // 10


def test_a_decade_is_drawn_as_long_as_it_is() -> None:
    axis = scale(spans("198X", "1991"))
    (decade_start, decade_end), (year_start, _) = (extent(span, axis) for span in spans("198X", "1991"))
    assert decade_start == 0
    assert decade_end < year_start, "a year lies between them, and it is empty"
    assert len(axis) == 2
    axis = scale(spans("198X", "1990"))
    assert len(axis) == 1
    start, end = extent(spans("1990")[0], axis)
    assert (start, end) == (round(WHOLE * 3653 / 4018), WHOLE), "ten years of eleven have passed"


def test_an_open_end_does_not_stretch_the_axis() -> None:
    (piece,) = scale(spans("2020/..", "../2020"))
    assert (piece.first, piece.last) == (date(2020, 1, 1), date(2020, 12, 31))


def test_round_years_are_marked() -> None:
    (piece,) = scale(spans("1940/2010"))
    assert [mark.year for mark in piece.marks(4)] == [1940, 1960, 1980, 2000]
    (piece,) = scale(spans("2023-03", "2023-09"))
    assert [mark.month for mark in piece.marks(9)] == [3, 4, 5, 6, 7, 8, 9]


days = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))


@given(st.lists(st.tuples(days, days).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=40))
def test_pieces_lie_beside_each_other_and_hold_every_time(times: list[tuple[date, date]]) -> None:
    axis = scale(times)
    assert len(axis) <= MOST_PIECES
    assert all(a.start + a.width + BREAK == b.start and a.last < b.first for a, b in pairwise(axis))
    assert axis[-1].start + axis[-1].width <= WHOLE
    for time in times:
        start, end = extent(time, axis)
        assert 0 <= start <= end <= WHOLE
    assert all(piece.marks(3) for piece in axis)
