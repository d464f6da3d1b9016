from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import bounds, is_edtf, parse, sort_key
from generator.model.ids import Edtf

BOUNDS = {
    "2023": ("2023-01-01", "2023-12-31"),
    "2023-02": ("2023-02-01", "2023-02-28"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2023-09-04": ("2023-09-04", "2023-09-04"),
    "198X": ("1980-01-01", "1989-12-31"),
    "19XX": ("1900-01-01", "1999-12-31"),
    "1948~": ("1948-01-01", "1948-12-31"),
    "198X?": ("1980-01-01", "1989-12-31"),
    "2020-21": ("2020-03-01", "2020-05-31"),
    "2020-24": ("2020-12-01", "2021-02-28"),
    "9999-24": ("9999-12-01", "9999-12-31"),
    "00XX": ("0001-01-01", "0099-12-31"),
    "2021-34": ("2021-04-01", "2021-06-30"),
    "2021-36": ("2021-10-01", "2021-12-31"),
    "2021-40": ("2021-01-01", "2021-06-30"),
    "2021-41": ("2021-07-01", "2021-12-31"),
    "2019/2021-03": ("2019-01-01", "2021-03-31"),
    "../2020": ("0001-01-01", "2020-12-31"),
    "2020-05/..": ("2020-05-01", "9999-12-31"),
    "[2023-09-11,2023-09-04]": ("2023-09-04", "2023-09-11"),
    "{1914,1918}": ("1914-01-01", "1918-12-31"),
}
INVALID = [
    *(
        "",
        " ",
        "gestern",
        "23",
        "20244",
        "0000",
        "0000-01-01",
        "2023-9",
        "2023-00",
        "2023-13",
        "2023-32",
        "2023-25",
    ),
    *(
        "2023-02-29",
        "2024-02-30",
        "2023-09-31",
        "2023-21-01",
        "198X-05",
        "1XXX",
        "2023-XX",
        "2023~~",
        "~2023",
        "2023 ",
    ),
    *(
        "2023/",
        "/2023",
        "../..",
        "2021/2019",
        "2019/2020/2021",
        "2019 / 2020",
        "[]",
        "[2023",
        "{2023]",
        "[2023,]",
    ),
    *("2023-09-04T10:00", "２０２３", "2023\n"),
]


@pytest.mark.parametrize(("edtf", "expected"), BOUNDS.items())
def test_bounds(edtf: Edtf, expected: tuple[str, str]) -> None:
    assert bounds(edtf) == tuple(map(date.fromisoformat, expected))


@pytest.mark.parametrize("text", INVALID)
def test_invalid(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(ValueError, match=r"\w"):
        parse(text)


def test_sorted_by_time_the_wider_first() -> None:
    ordered = ["../2020", "19XX", "1948~", "2022", "2022-01", "2022-01-01", "2022-01-05", "2022-02"]
    assert sorted(map(Edtf, reversed(ordered)), key=sort_key) == ordered


@pytest.mark.parametrize("text", BOUNDS)
def test_written_as_read(text: str) -> None:
    assert str(parse(text)) == text


@given(st.dates())
def test_every_day_year_and_month_is_valid_and_covers_the_day(day: date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        earliest, latest = bounds(Edtf(text))
        assert earliest <= day <= latest


@given(st.text(alphabet="0123456789-/.X~?%[]{},", max_size=14) | st.text(max_size=14))
def test_what_is_valid_has_bounds_in_order(text: str) -> None:
    if is_edtf(text):
        earliest, latest = bounds(Edtf(text))
        assert earliest <= latest
        assert sort_key(Edtf(text))[0] == earliest
