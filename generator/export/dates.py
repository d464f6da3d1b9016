"""EDTF for formats that know less: what they can say is said, what they cannot is left out, never rounded."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator.model.edtf import DateSet, Interval, Point, bounds, parse

if TYPE_CHECKING:
    from generator.model.ids import Edtf

_MONTHS = 12


@cache
def iso_date(edtf: Edtf | None) -> str | None:
    """The date as ISO 8601 with the precision it has: a year, a month or a day; None for anything vaguer.

    `2023-09` → `2023-09`; `2023-09~`, `198X` and `2019/2021` → None.
    """
    when = parse(edtf) if edtf else None
    return str(when) if isinstance(when, Point) and _is_plain(when) else None


@cache
def iso_period(edtf: Edtf) -> str | None:
    """The time as ISO 8601 date or interval: `198X` → `1980/1989`, a season as its months, an open end as `..`.

    None where the source is unsure (`1948~`) or leaves a choice (`[2023-09-04,2023-09-11]`).
    """
    when = parse(edtf)
    if isinstance(when, Interval):
        ends = [end for end in (when.start, when.end) if end]
        return str(when) if all(map(_is_plain, ends)) else None
    if isinstance(when, DateSet) or when.qualifier:
        return None
    if _is_plain(when):
        return str(when)
    first, last = when.bounds
    return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}" if when.part else f"{first.year:04}/{last.year:04}"


def last_day(edtf: Edtf) -> date:
    """The last day that `edtf` covers; where its end is open, the first."""
    first, last = bounds(edtf)
    return first if last == date.max else last


def _is_plain(when: Point) -> bool:
    return not when.qualifier and "X" not in when.digits and (when.part is None or when.part <= _MONTHS)
