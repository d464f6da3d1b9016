from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.render.bars import AXIS, THIN, Bar, draw
from generator.render.markdown import Element, verbatim


def bars_of(element: Element) -> list[tuple[int, int]]:
    """x and width of every bar in the picture."""
    found = [element] if element.tag == "rect" else []
    attributes = [dict(e.attributes) for e in found]
    inner = [bar for child in element.children if isinstance(child, Element) for bar in bars_of(child)]
    return [(int(a["x"]), int(a["width"])) for a in attributes] + inner


def test_a_decade_is_ten_times_as_wide_as_a_year() -> None:
    picture = draw(
        [
            Bar("1980er-Jahre", "#a", date(1980, 1, 1), date(1989, 12, 31)),
            Bar("1991", "#b", date(1991, 1, 1), date(1991, 12, 31)),
            Bar("2029", "#c", date(2029, 12, 31), date(2029, 12, 31)),
        ],
        "Zeitachse",
    )
    assert bars_of(picture) == [(0, 112), (123, 11), (AXIS - THIN, THIN)]


def test_an_open_end_does_not_stretch_the_axis() -> None:
    picture = draw(
        [Bar("ab 2020", "#a", date(2020, 1, 1), date.max), Bar("2023", "#b", date(2023, 1, 1), date(2023, 12, 31))],
        "Zeitachse",
    )
    assert bars_of(picture) == [(0, AXIS), (420, 140)]


def test_words_stand_beside_their_bar_and_in_it_where_there_is_no_room() -> None:
    picture = draw(
        [
            Bar("1901", "#a", date(1901, 1, 1), date(1901, 12, 31)),
            Bar("das ganze Jahrhundert", "#b", date(1901, 1, 1), date(2000, 12, 31)),
            Bar("2000", "#c", date(2000, 1, 1), date(2000, 12, 31)),
        ],
        "Zeitachse",
    )
    source = verbatim(picture).source
    assert '<text x="14" y="43" text-anchor="start"' in source
    assert '<text x="8" y="69" text-anchor="start"' in source
    assert f'<text x="{AXIS - THIN - 8}" y="95" text-anchor="end"' in source


def test_years_stand_above_the_bars() -> None:
    picture = draw([Bar("198X", "#a", date(1980, 1, 1), date(1989, 12, 31))], "Zeitachse")
    assert ">1980<" in verbatim(picture).source


@given(st.lists(st.tuples(st.dates(), st.dates()), max_size=6))
def test_every_bar_lies_inside_the_picture(times: list[tuple[date, date]]) -> None:
    picture = draw([Bar("x", "#x", min(t), max(t)) for t in times], "Zeitachse")
    found = bars_of(picture)
    assert len(found) == len(times)
    assert all(x >= 0 and width >= THIN and x + width <= AXIS for x, width in found)
