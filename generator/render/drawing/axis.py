"""A scale of time that serves the reader: every stretch in which something lies gets room, the empty ones are cut out.

Dates of one matter are spread unevenly: one founding in 1948, then a month in which everything happens. A scale true to
the calendar would press that month into a line. So time is cut at long empty stretches (the breaks are drawn), and each
piece is as wide as the number of times in it deserves. Lengths are in thousandths of the whole width.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WHOLE = 1000
BREAK = 30
SHORTEST = 95
"""The least width of a piece: its year can be written above it."""
MOST_PIECES = 7
EMPTY = 180
"""An empty stretch of more days than this is cut out."""
YEAR, MONTH = 360, 31
"""Days: a time that is longer than this is (nearly) a year, or more than a month."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000)

Span = tuple[date, date]
"""The first and the last day of a time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time without a cut, and where it is drawn; `monthly` if months are marked in it, not years."""

    first: date
    last: date
    start: int
    width: int
    monthly: bool

    def at(self, day: date, *, end: bool = False) -> int:
        """Where the beginning (or the end) of `day` lies."""
        days = (self.last - self.first).days + 1
        passed = (day - self.first).days + end
        return self.start + round(self.width * min(max(passed, 0), days) / days)

    def marks(self, most: int) -> list[date]:
        """The beginnings of its years in round steps, or of its months: at most `most`, at least one."""
        if self.monthly:
            months = range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month)
            days = [date(month // 12, month % 12 + 1, 1) for month in months]
            return days[:: -(-len(days) // max(most, 1))]
        years = range(self.first.year, self.last.year + 1)
        step = next((s for s in STEPS if len(years) / s <= max(most, 1)), STEPS[-1])
        return [date(year, 1, 1) for year in years if year % step == 0] or [self.first]


def scale(spans: Iterable[Span]) -> list[Piece]:
    """Cut the time that `spans` cover into pieces, each with its share of the width."""
    closed = sorted(map(closed_span, spans))
    groups = _groups(closed)
    free = WHOLE - BREAK * (len(groups) - 1) - SHORTEST * len(groups)
    weights = [sum(first <= span[0] <= last for span in closed) for first, last in groups]
    found: list[Piece] = []
    start = 0
    for (first, last), weight in zip(groups, weights, strict=True):
        width = SHORTEST + free * weight // sum(weights)
        inside = [span for span in closed if first <= span[0] <= last]
        found.append(_piece(first, last, start, width, inside))
        start += width + BREAK
    return found


def extent(span: Span, axis: Sequence[Piece]) -> tuple[int, int]:
    """Where a time begins and ends."""
    first, last = closed_span(span)
    return _holding(first, axis).at(first), _holding(last, axis).at(last, end=True)


def cuts(axis: Sequence[Piece]) -> list[int]:
    """The middles of the breaks."""
    return [(a.start + a.width + b.start) // 2 for a, b in pairwise(axis)]


def closed_span(span: Span) -> Span:
    """A time without open ends: an open one counts as far as the year of the other goes."""
    first, last = span
    if first == date.min:
        first = date(last.year, 1, 1)
    if last == date.max:
        last = date(first.year, 12, 31)
    return first, last


def _holding(day: date, axis: Sequence[Piece]) -> Piece:
    return next((piece for piece in axis if day <= piece.last), axis[-1])


def _groups(spans: Sequence[Span]) -> list[Span]:
    """What lies close together; of too many groups the nearest are joined."""
    found: list[Span] = []
    for first, last in spans:
        if found and (first - found[-1][1]).days <= EMPTY:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    while len(found) > MOST_PIECES:
        gaps = [(b[0] - a[1]).days for a, b in pairwise(found)]
        place = gaps.index(min(gaps))
        found[place : place + 2] = [(found[place][0], found[place + 1][1])]
    return found


def _piece(first: date, last: date, start: int, width: int, inside: Sequence[Span]) -> Piece:
    """Widen a group to whole years, or to whole months where it lies within one year and nothing in it is longer."""
    if (last - first).days < YEAR and all((b - a).days <= MONTH for a, b in inside):
        end = date(last.year, last.month, monthrange(last.year, last.month)[1])
        return Piece(date(first.year, first.month, 1), end, start, width, monthly=True)
    return Piece(date(first.year, 1, 1), date(last.year, 12, 31), start, width, monthly=False)
