"""Dates in a reader's words, in each language of the interface: `198X` → „1980er-Jahre“.

Names of months and weekdays come from CLDR through Babel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale

from generator.model.edtf import FIRST_HALF, FIRST_QUARTER, SPRING, DateSet, Interval, Point, parse

if TYPE_CHECKING:
    from generator.model.ids import Edtf
    from generator.model.settings import Language


@dataclass(frozen=True, slots=True)
class _Wording:
    seasons: tuple[str, str, str, str]
    century: str
    decade: str
    day: str
    day_in_month: str
    quarter: str
    half: str
    weekday: str
    around_year: str
    around: str
    uncertain: str
    span: str
    since: str
    until: str
    one_of: str
    all_of: str


_WORDINGS: dict[Language, _Wording] = {
    "de": _Wording(
        seasons=("Frühling", "Sommer", "Herbst", "Winter"),
        century="{}. Jahrhundert",
        decade="{}er-Jahre",
        day="{day}. {month} {year}",
        day_in_month="{day}. {month}",
        quarter="{}. Quartal",
        half="{}. Halbjahr",
        weekday="ein {weekday} im {month}",
        around_year="um {}",
        around="etwa {}",
        uncertain="{} (unsicher)",
        span="{} bis {}",
        since="ab {}",
        until="bis {}",
        one_of="oder",
        all_of="und",
    ),
    "en": _Wording(
        seasons=("spring", "summer", "autumn", "winter"),
        century="{} century",
        decade="{}s",
        day="{day} {month} {year}",
        day_in_month="{day} {month}",
        quarter="{} quarter of",
        half="{} half of",
        weekday="a {weekday} in {month}",
        around_year="around {}",
        around="about {}",
        uncertain="{} (uncertain)",
        span="{} to {}",
        since="from {}",
        until="until {}",
        one_of="or",
        all_of="and",
    ),
}


@lru_cache(maxsize=8192)
def phrase(edtf: Edtf, language: Language) -> str:
    """Put `edtf` in words, as plain text.

    `2023-09` → „September 2023“, `[2023-09-04,2023-09-11,2023-09-18,2023-09-25]` → „ein Montag im September 2023“.
    ValueError if `edtf` is not a date.
    """
    when = parse(edtf)
    if isinstance(when, Interval):
        return _interval(when, language)
    if isinstance(when, DateSet):
        return _date_set(when, language)
    return _point(when, language)


def _interval(when: Interval, language: Language) -> str:
    words = _WORDINGS[language]
    if when.start is None or when.end is None:
        side, template = (when.start, words.since) if when.start else (when.end, words.until)
        return template.format(_point(side, language) if side else "")
    return words.span.format(_without_shared_tail(when.start, when.end, language), _point(when.end, language))


def _without_shared_tail(start: Point, end: Point, language: Language) -> str:
    """Write the first date of a span without what the second one repeats: „4.“ of „4. bis 10. September 2023“."""
    if start.qualifier or start.part is None or end.part is None or start.digits != end.digits:
        return _point(start, language)
    if start.day and end.day and start.part == end.part:
        return f"{start.day}." if language == "de" else str(start.day)
    if start.day:
        month = _months(language)[start.part]
        return _WORDINGS[language].day_in_month.format(day=start.day, month=month)
    return _part(start.part, language)


def _date_set(when: DateSet, language: Language) -> str:
    weekday = _weekday_of_month(when)
    if weekday is not None:
        month = _point(replace(when.members[0], day=None), language)
        name = Locale(language).days["format"]["wide"][weekday]
        return _WORDINGS[language].weekday.format(weekday=name, month=month)
    *front, last = [_point(member, language) for member in when.members]
    word = _WORDINGS[language].one_of if when.one_of else _WORDINGS[language].all_of
    return f"{', '.join(front)} {word} {last}" if front else last


def _weekday_of_month(when: DateSet) -> int | None:
    """Find the weekday (Monday 0) if the set is one of all days of one month that fall on it."""
    if not when.one_of or any(member.day is None or member.qualifier for member in when.members):
        return None
    days = sorted(member.bounds[0] for member in when.members)
    return days[0].weekday() if days == _same_weekdays(days[0]) else None


def _same_weekdays(day: date) -> list[date]:
    """All days of the month of `day` that fall on its weekday."""
    first = (day.day - 1) % 7
    days = [day.replace(day=1) + timedelta(days=first + 7 * n) for n in range(5)]
    return [d for d in days if d.month == day.month]


def _point(when: Point, language: Language) -> str:
    words = _WORDINGS[language]
    text = _plain(when, language)
    if when.qualifier in {"~", "%"}:
        bare_year = when.part is None and "X" not in when.digits
        text = (words.around_year if bare_year else words.around).format(text)
    return words.uncertain.format(text) if when.qualifier in {"?", "%"} else text


def _plain(when: Point, language: Language) -> str:
    words = _WORDINGS[language]
    if when.digits.endswith("XX"):
        return words.century.format(_ordinal(when.year // 100 + 1, language))
    if when.digits.endswith("X"):
        return words.decade.format(when.year)
    if when.part is None:
        return str(when.year)
    if when.day is not None:
        return words.day.format(day=when.day, month=_months(language)[when.part], year=when.year)
    year = f"{when.year}/{(when.year + 1) % 100:02}" if when.part == SPRING + 3 else when.year
    return f"{_part(when.part, language)} {year}"


def _part(part: int, language: Language) -> str:
    """Write a month, a season, a quarter or a half without its year."""
    words = _WORDINGS[language]
    if part >= FIRST_HALF:
        return words.half.format(_ordinal(part - FIRST_HALF + 1, language))
    if part >= FIRST_QUARTER:
        return words.quarter.format(_ordinal(part - FIRST_QUARTER + 1, language))
    if part >= SPRING:
        return words.seasons[part - SPRING]
    return _months(language)[part]


@cache
def _months(language: Language) -> dict[int, str]:
    return dict(Locale(language).months["stand-alone"]["wide"].items())


def _ordinal(number: int, language: Language) -> str:
    """Write the number as the templates want it: German adds its full stop there, English needs 1st, 2nd."""
    if language == "de":
        return str(number)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
