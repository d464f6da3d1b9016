"""Seasons, quarters, halves of a year, and feast days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import easter, first_advent, from_day_to_day, on_day, pick_year
from generator.annotate.temporal.days import DIRECTIONS, NIGHT_BEFORE, recurring
from generator.annotate.temporal.rule import NO_DATE, Rule, Sight, expression
from generator.annotate.temporal.years import YEAR_OF, year_of
from generator.german.time_words import value
from generator.model.edtf import FIRST_HALF, FIRST_QUARTER, Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.annotate.temporal.calendar import Dates

_LEAD = re.compile(
    r"\b(?:im|seit|ab|bis|zum|vom|für den|gegen|anfang|beginn|mitte|ende|seit dem|bis zum|über den)\s+$", re.IGNORECASE
)


def _season(match: re.Match[str], sight: Sight) -> str | None:
    """Read "Herbst 1998", "im Frühjahr", "diesem Sommer", "Winter 2019/20"."""
    season = int(value("season", match["season"]))
    lead = match["part"] or _LEAD.search(sight.words_before(match.start()))
    return _of_year(season, match, sight, known=bool(lead))


def _of_year(part: int, match: re.Match[str], sight: Sight, *, known: bool) -> str | None:
    def make(year: int) -> Point:
        return Point(f"{year:04}", part)

    year = year_of(match, sight.now)
    if match["before"] and year is None:
        direction = DIRECTIONS[value("which", match["before"])]
        return sight.now and pick_year(make, sight.now, direction)
    return recurring(make, year, match, sight) if known or year is not None else None


def _quarter_or_half(match: re.Match[str], sight: Sight) -> str | None:
    """Read "2. Quartal 2021", "ersten Halbjahr", "zweite Jahreshälfte", "zweiten Semester 2024"."""
    number = int(match["digits"] or value("ordinal", match["ordinal"]))
    quarter = match["quarter"] is not None
    if number > (4 if quarter else 2):
        return NO_DATE
    return _of_year((FIRST_QUARTER if quarter else FIRST_HALF) - 1 + number, match, sight, known=True)


def _feast(match: re.Match[str], sight: Sight) -> str | None:
    """Read "Ostern 2020", "zu Weihnachten", "am Karfreitag", "nach Pfingsten", "in der Nacht auf Neujahr"."""
    make = _days_of_feast(value("feast", match["feast"]))
    year = year_of(match, sight.now)
    if match["before"] and year is None:
        return sight.now and pick_year(make, sight.now, DIRECTIONS[value("which", match["before"])])
    if year is None and not _FEAST_LEAD.search(sight.words_before(match.start())):
        return None
    return recurring(make, year, match, sight)


_FEAST_LEAD = re.compile(
    r"\b(?:an|am|zu|zum|vor|nach|bis|seit|über|um|ab|vom|von|für|de[rnms]|anfang|kurz|diese[ms]?)\s+$", re.IGNORECASE
)


def _days_of_feast(rule: str) -> Callable[[int], Dates]:
    """Turn "12-24..12-26" or "easter-2" into a function of the year."""
    first, _, last = rule.partition("..")

    def make(year: int) -> Dates:
        start = _day_of_feast(first, year)
        return from_day_to_day(start, _day_of_feast(last, year)) if last else on_day(start)

    return make


def _day_of_feast(rule: str, year: int) -> date:
    for name, anchor in (("easter", easter), ("advent", first_advent)):
        if rule.startswith(name):
            return anchor(year) + timedelta(days=int(rule.removeprefix(name)))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


_BEFORE = r"(?:<which=before> )?"
_HALF = r"Halbjahre?s?|Jahreshälfte|Semesters?(?= [0-9]{4})"
_NUMBER = r"(?:(?P<digits>[1-4])\.|<ordinal>)"
RULES = (
    Rule(
        "season",
        expression(
            rf"(?:<part> (?:de[sr] )?)?{_BEFORE}(?:Früh|Spät|Hoch|Mitt)?<season>{YEAR_OF}(?:/(?:[0-9]{{2}}){{1,2}})?"
        ),
        _season,
    ),
    Rule(
        "quarter",
        expression(rf"{_BEFORE}(?:{_NUMBER} (?:(?P<quarter>Quartals?|Vierteljahre?s?)|(?:{_HALF})){YEAR_OF})"),
        _quarter_or_half,
    ),
    Rule("feast", expression(rf"{NIGHT_BEFORE}{_BEFORE}<feast>{YEAR_OF}"), _feast),
)
