from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export.dates import iso_date, iso_period, last_day
from generator.export.text import plain, web_address
from generator.model.edtf import is_edtf
from generator.model.ids import Edtf


@given(st.text(st.characters(exclude_categories=())))
def test_plain_text_fits_into_every_format(text: str) -> None:
    fit = plain(text)
    fit.encode()
    assert fit == plain(fit) == " ".join(fit.split())
    assert fit.splitlines() in ([fit], [])
    element = ET.Element("a")
    element.text = fit
    assert (ET.fromstring(ET.tostring(element)).text or "") == fit  # noqa: S314  our own XML


def test_plain_text_keeps_what_can_be_kept() -> None:
    assert plain("  Kim\r\n Jong\x00 Un\u2028«朝鮮» ") == "Kim Jong Un «朝鮮»"


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "", None])
def test_other_schemes_are_no_addresses(text: str | None) -> None:
    assert web_address(text) is None


def test_addresses_of_the_web_are() -> None:
    assert web_address("https://a.example/ä?b=%20#c") == "https://a.example/ä?b=%20#c"
    assert web_address('HTTP://a.example/x y{z}">') == "HTTP://a.example/x%20y%7Bz%7D%22%3E"
    assert web_address("http://[::1]:80/a[0]?b=100%#c#d") == "http://[::1]:80/a%5B0%5D?b=100%25#c%23d"
    assert web_address("https://a.example") == "https://a.example"


@pytest.mark.parametrize(
    ("edtf", "date", "period"),
    [
        ("2023", "2023", "2023"),
        ("2023-09", "2023-09", "2023-09"),
        ("2023-09-04", "2023-09-04", "2023-09-04"),
        ("1948~", None, None),
        ("198X", None, "1980/1989"),
        ("19XX", None, "1900/1999"),
        ("2023-22", None, "2023-06/2023-08"),
        ("2023-34", None, "2023-04/2023-06"),
        ("2019/2021-03", None, "2019/2021-03"),
        ("2020/..", None, "2020/.."),
        ("../2020", None, "../2020"),
        ("2019~/2021", None, None),
        ("[2023-09-04,2023-09-11]", None, None),
        ("{1914,1918}", None, None),
    ],
)
def test_dates_keep_their_precision_or_are_left_out(edtf: str, date: str | None, period: str | None) -> None:
    assert is_edtf(edtf)
    assert iso_date(Edtf(edtf)) == date
    assert iso_period(Edtf(edtf)) == period


@pytest.mark.parametrize(
    ("edtf", "day"),
    [("2023-09", "2023-09-30"), ("2023", "2023-12-31"), ("2020/..", "2020-01-01"), ("198X", "1989-12-31")],
)
def test_the_last_day(edtf: str, day: str) -> None:
    assert last_day(Edtf(edtf)).isoformat() == day
