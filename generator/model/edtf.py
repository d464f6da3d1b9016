"""Dates that keep the precision of their text: the part of EDTF that this program reads and writes.

Source: Extended Date/Time Format (Library of Congress 2019, ISO 8601-2).

Level 0: `2023`, `2023-09`, `2023-09-04`, intervals `2019/2021`. Level 1: a qualifier at the end of a date
(`1948~` approximate, `1948?` uncertain, `1948%` both), open intervals (`2020/..`, `../2020`), decades and
centuries (`198X`, `19XX`), seasons 21–24. Level 2: quarters 33–36, halves 40–41, one of several dates
`[2023-09-04,2023-09-11]`, all of several `{1914,1918}`. The years 0001–9999; no times of day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.ids import Edtf

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_QUARTER, FIRST_HALF = 33, 40

_MONTHS_OF_PART = (
    {SPRING: (3, 5), SUMMER: (6, 8), AUTUMN: (9, 11), WINTER: (12, 14)}
    | {month: (month, month) for month in range(1, 13)}
    | {FIRST_QUARTER + n: (3 * n + 1, 3 * n + 3) for n in range(4)}
    | {FIRST_HALF + n: (6 * n + 1, 6 * n + 6) for n in range(2)}
)
_POINT = re.compile(
    r"(?P<digits>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<part>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<qualifier>[~?%]?)",
)


@dataclass(frozen=True, slots=True)
class Point:
    """One date: `digits` is the year as written (`2023`, `198X`, `19XX`).

    `part` is a month (1–12), a season, a quarter or a half, by its EDTF number; `day` a day of the month.
    """

    digits: str
    part: int | None = None
    day: int | None = None
    qualifier: str = ""

    @property
    def year(self) -> int:
        """The (first) year."""
        return int(self.digits.replace("X", "0"))

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day, both included; ValueError if there is no such date.

        A winter runs from December of its year to February of the next.
        """
        if self.part is None:
            return date(max(self.year, 1), 1, 1), date(int(self.digits.replace("X", "9")), 12, 31)
        if self.part not in _MONTHS_OF_PART or "X" in self.digits:
            raise ValueError(f"no such part of a year: {self.digits}-{self.part:02}")
        first, last = _MONTHS_OF_PART[self.part]
        if self.day is not None:
            return (date(self.year, self.part, self.day),) * 2
        return date(self.year, first, 1), _last_day(self.year, last)

    def __str__(self) -> str:
        """Write it as EDTF."""
        numbers = [f"{n:02}" for n in (self.part, self.day) if n is not None]
        return "-".join([self.digits, *numbers]) + self.qualifier


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`, both included; None: open."""

    start: Point | None
    end: Point | None

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day; an open end gives the first or last day of the calendar."""
        start = self.start.bounds[0] if self.start else date.min
        return start, self.end.bounds[1] if self.end else date.max

    def __str__(self) -> str:
        """Write it as EDTF."""
        return f"{self.start or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True)
class DateSet:
    """Several dates: one of them (`one_of`), or all of them."""

    members: tuple[Point, ...]
    one_of: bool

    @property
    def bounds(self) -> tuple[date, date]:
        """From the first day of the earliest member to the last day of the latest."""
        return min(m.bounds[0] for m in self.members), max(m.bounds[1] for m in self.members)

    def __str__(self) -> str:
        """Write it as EDTF."""
        left, right = "[]" if self.one_of else "{}"
        return left + ",".join(map(str, self.members)) + right


def parse(edtf: str) -> Point | Interval | DateSet:
    """Read `edtf`; ValueError if it is not a date of this subset, or no date of the calendar (2024-02-30)."""
    if edtf[:1] in {"[", "{"}:
        return _date_set(edtf)
    start, slash, end = edtf.partition("/")
    return _interval(start, end) if slash else _point(edtf)


def is_edtf(text: str) -> bool:
    """Whether `text` is a date of the subset that this module describes."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=8192)
def bounds(edtf: Edtf) -> tuple[date, date]:
    """Give the earliest and the latest day that `edtf` covers; qualifiers do not widen it.

    ValueError as in `parse`.
    """
    return parse(edtf).bounds


def w3c(edtf: Edtf) -> str:
    """As the W3C writes dates, no more precise than it is: `2023-09~` → `2023-09`; of what is vaguer the last day.

    Empty for a time without an end. ValueError as in `parse`.
    """
    date_ = parse(edtf)
    if isinstance(date_, Point) and "X" not in date_.digits and (date_.part or 0) < SPRING:
        return str(date_).rstrip("~?%")
    last = date_.bounds[1]
    return "" if last == date.max else last.isoformat()


@lru_cache(maxsize=8192)
def sort_key(edtf: Edtf) -> tuple[date, int, str]:
    """Sort by time: the earlier start first, then the wider span, so that a year stands before its January."""
    earliest, latest = bounds(edtf)
    return earliest, -latest.toordinal(), edtf


def _last_day(year: int, month: int) -> date:
    """Find the last day of a month; month 13 is January of the next year, as far as the calendar goes."""
    if month > 12:  # noqa: PLR2004  the number of months
        if year == date.max.year:
            return date.max
        year, month = year + 1, month - 12
    return date(year, month, monthrange(year, month)[1])


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not a date: {text}")
    part, day = match["part"], match["day"]
    point = Point(match["digits"], int(part) if part else None, int(day) if day else None, match["qualifier"])
    _ = point.bounds
    if point.digits == "0000":
        raise ValueError(f"no such year: {text}")
    return point


def _interval(start: str, end: str) -> Interval:
    if start == end == "..":
        raise ValueError("an interval that is open at both ends says nothing")
    interval = Interval(None if start == ".." else _point(start), None if end == ".." else _point(end))
    first, last = interval.bounds
    if first > last:
        raise ValueError(f"ends before it starts: {start}/{end}")
    return interval


def _date_set(text: str) -> DateSet:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise ValueError(f"not a set of dates: {text}")
    return DateSet(tuple(_point(member) for member in text[1:-1].split(",")), one_of=text[0] == "[")
