import pytest

from generator.model.ids import Edtf
from generator.render.dates import phrase

PHRASES = [
    ("2019", "2019", "2019"),
    ("2023-09", "September 2023", "September 2023"),
    ("2024-03-12", "12. März 2024", "12 March 2024"),
    ("198X", "1980er-Jahre", "1980s"),
    ("19XX", "20. Jahrhundert", "20th century"),
    ("20XX", "21. Jahrhundert", "21st century"),
    ("10XX", "11. Jahrhundert", "11th century"),
    ("2020-21", "Frühling 2020", "spring 2020"),
    ("2019-24", "Winter 2019/20", "winter 2019/20"),
    ("1999-24", "Winter 1999/00", "winter 1999/00"),
    ("2021-34", "2. Quartal 2021", "2nd quarter of 2021"),
    ("2021-40", "1. Halbjahr 2021", "1st half of 2021"),
    ("1948~", "um 1948", "around 1948"),
    ("2023-09~", "etwa September 2023", "about September 2023"),
    ("1948?", "1948 (unsicher)", "1948 (uncertain)"),
    ("1948%", "um 1948 (unsicher)", "around 1948 (uncertain)"),
    ("2019/2021", "2019 bis 2021", "2019 to 2021"),
    ("2023-05/2023-06", "Mai bis Juni 2023", "May to June 2023"),
    ("2022-12/2023-01", "Dezember 2022 bis Januar 2023", "December 2022 to January 2023"),
    ("2023-09-04/2023-09-10", "4. bis 10. September 2023", "4 to 10 September 2023"),
    ("2023-08-30/2023-09-02", "30. August bis 2. September 2023", "30 August to 2 September 2023"),
    ("2020/..", "ab 2020", "from 2020"),
    ("../2020-05", "bis Mai 2020", "until May 2020"),
    (
        "[2023-09-04,2023-09-11,2023-09-18,2023-09-25]",
        "ein Montag im September 2023",
        "a Monday in September 2023",
    ),
    (
        "[2023-09-04,2023-09-11]",
        "4. September 2023 oder 11. September 2023",
        "4 September 2023 or 11 September 2023",
    ),
    ("{1914,1918}", "1914 und 1918", "1914 and 1918"),
    ("[1914]", "1914", "1914"),
]


@pytest.mark.parametrize(("edtf", "german", "english"), PHRASES)
def test_phrase(edtf: str, german: str, english: str) -> None:
    assert phrase(Edtf(edtf), "de") == german
    assert phrase(Edtf(edtf), "en") == english


def test_no_date() -> None:
    with pytest.raises(ValueError, match="gestern"):
        phrase(Edtf("gestern"), "de")
