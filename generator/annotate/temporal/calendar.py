"""Arithmetic on dates that are known to the day, the month or only the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, final

from generator.model.edtf import Interval, Point, bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model.ids import Edtf

_DAYS_OF = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Direction(Enum):
    """Where an expression that fits many dates points, seen from the day of the article."""

    LAST = auto()  # "am vergangenen Montag": before that day
    PAST = auto()  # "am Montag sagte": that day or before
    NEAREST = auto()  # no verb tells, or "diesen Montag"
    PRESENT = auto()  # "am Montag beginnt": rather what is to come
    FUTURE = auto()  # "am Montag wird": that day or after
    NEXT = auto()  # "am kommenden Montag": after that day


@final
@dataclass(frozen=True, slots=True)
class Now:
    """The time from which relative expressions count: a day, or only the span in which it lies."""

    earliest: date
    latest: date

    @classmethod
    def of(cls, published: Edtf | None) -> Now | None:
        """Take the publication date; None if not even its year is known, or if no newspaper can be of that year."""
        if published is None:
            return None
        now = cls(*bounds(published))
        return now if now.earliest.year == now.latest.year and now.year in _YEARS_OF_NEWS else None

    @property
    def year(self) -> int:
        """The year, always known."""
        return self.earliest.year

    @property
    def month(self) -> int | None:
        """The month, if it is known."""
        return self.earliest.month if self.earliest.month == self.latest.month else None

    @property
    def day(self) -> date | None:
        """The day, if it is known."""
        return self.earliest if self.earliest == self.latest else None

    def __str__(self) -> str:
        """Write as much of it as is known, as EDTF."""
        if self.day:
            return self.day.isoformat()
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


_YEARS_OF_NEWS = range(1605, 9000)  # from the first newspaper on; far from both ends of the calendar
Dates = Point | Interval


def pick(options: Iterable[Dates], now: Now, direction: Direction) -> str | None:
    """Choose among the dates that an expression fits the one that `direction` means; None if none does."""
    found = [(*option.bounds, str(option)) for option in options]
    if direction is Direction.LAST:
        return max(((last, edtf) for _, last, edtf in found if last < now.earliest), default=(None, None))[1]
    if direction is Direction.PAST:
        return max(((first, edtf) for first, _, edtf in found if first <= now.latest), default=(None, None))[1]
    if direction is Direction.FUTURE:
        return min(((last, edtf) for _, last, edtf in found if last >= now.earliest), default=(None, None))[1]
    if direction is Direction.NEXT:
        return min(((first, edtf) for first, _, edtf in found if first > now.latest), default=(None, None))[1]
    ahead = 0.5 if direction is Direction.PRESENT else 1.0
    return min(((_gap(first, last, now, ahead), edtf) for first, last, edtf in found), default=(None, None))[1]


def _gap(first: date, last: date, now: Now, ahead: float) -> tuple[float, date]:
    """Measure how far a span lies from `now`, a day to come as `ahead` days; of two equal the earlier is less."""
    return max((first - now.latest).days * ahead, (now.earliest - last).days, 0), first


def pick_year(make: Callable[[int], Dates | None], now: Now, direction: Direction) -> str | None:
    """Choose the year for a date that recurs every year, given as a function of the year."""
    return pick(_valid(make, range(max(now.year - 2, 1), min(now.year + 3, 9999))), now, direction)


def _valid(make: Callable[[int], Dates | None], years: range) -> Iterator[Dates]:
    for year in years:
        option = make(year)
        if option is not None and is_date(option):
            yield option


def is_date(when: Dates) -> bool:
    """Whether the calendar has such a date: 29 February only in leap years."""
    try:
        first, last = when.bounds
    except ValueError:
        return False
    return first <= last


def on_day(day: date) -> Point:
    """Wrap a day."""
    return Point(f"{day.year:04}", day.month, day.day)


def from_day_to_day(first: date, last: date) -> Interval:
    """Wrap a span of days."""
    return Interval(on_day(first), on_day(last))


def shift(now: Now, unit: str, count: float) -> Point | None:
    """Go `count` units from `now`, as precisely as the unit and `now` allow: 75 years before 2023-09 → 1948."""
    if unit in _DAYS_OF:
        return _shift_days(now, round(count * _DAYS_OF[unit]))
    months = round(count * _MONTHS_OF[unit])
    if unit != "month" and months % 12 == 0:
        return _year(now.year + months // 12)
    year, month = divmod(now.year * 12 + (now.month or 1) - 1 + months, 12)
    return _year(year, month + 1 if now.month else None)


def _shift_days(now: Now, days: int) -> Point | None:
    if now.day:
        return on_day(day) if (day := add_days(now.day, days)) else None
    return Point(f"{now.year:04}", now.month) if abs(days) <= _ABOUT_A_MONTH else None


_ABOUT_A_MONTH = 31


def _year(year: int, month: int | None = None) -> Point | None:
    return Point(f"{year:04}", month) if date.min.year <= year <= date.max.year else None


def add_days(day: date, days: int) -> date | None:
    """Go some days on or back; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def easter(year: int) -> date:
    """Find Easter Sunday in the Gregorian calendar.

    Source: the anonymous algorithm printed in Nature, 20 April 1876 (Meeus, Jones, Butcher).
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def first_advent(year: int) -> date:
    """Find the first Sunday of Advent, the fourth before Christmas Day."""
    christmas_eve = date(year, 12, 24)
    return christmas_eve - timedelta(days=christmas_eve.isoweekday() % 7 + 21)
