"""Times as bars on one axis: a vague date is drawn as long as it may have been.

The words stand beside their bar, on the side with more room, so that the picture is narrow enough for a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.render.graph import framed
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

AXIS = 560
ROW = 26
GAP = 8
LETTER = 9
"""How wide a letter may be, in pixels: on a phone they are drawn larger."""
THIN = 6
"""The least width of a bar, in pixels: a single day can still be seen."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST_TICKS = 8
EDGE = 20
"""Nearer to an end than this, the label of a year does not stand in the middle under its line."""
Attributes = tuple[tuple[str, str], ...]
WORDS: Attributes = (("font-size", "13"), ("fill", "currentColor"))
GRID = "var(--md-default-fg-color--lightest)"


@dataclass(frozen=True, slots=True)
class Bar:
    """A time: its label, the address of its part of the page, its first and its last day."""

    label: str
    target: str
    first: date
    last: date


def draw(bars: Sequence[Bar], name: str) -> Element:
    """The bars one under the other, with the years above them; `name` says what the picture shows."""
    first, last = _axis(bars)
    scale = AXIS / max(last - first, 1)
    height = ROW * (len(bars) + 1)
    rows = tuple(_row(i, bar, first, last, scale) for i, bar in enumerate(bars, 1))
    size = (("viewBox", f"0 0 {AXIS} {height}"), ("width", str(AXIS)), ("height", str(height)))
    picture = Element(
        "svg",
        (("class", "zeitachse"), *size, ("role", "group"), ("aria-label", name)),
        (*_ticks(first, last, scale, height), *rows),
    )
    return framed(picture, "bild", name)


def _axis(bars: Sequence[Bar]) -> tuple[int, int]:
    """The first year and the one after the last; an open end does not stretch the axis."""
    years = [d.year for bar in bars for d in (bar.first, bar.last) if d not in {date.min, date.max}]
    return min(years, default=1), max(years, default=1) + 1


def _ticks(first: int, last: int, scale: float, height: int) -> tuple[Element, ...]:
    step = next((s for s in STEPS if (last - first) / s <= MOST_TICKS), STEPS[-1])
    years = range(-(-first // step) * step, last + 1, step)
    return tuple(_tick(year, round((year - first) * scale), height) for year in years)


def _tick(year: int, x: int, height: int) -> Element:
    line = Element("line", (*_attributes(x1=x, y1=ROW - 6, x2=x, y2=height), ("stroke", GRID)))
    anchor = "start" if x < EDGE else "end" if x > AXIS - EDGE else "middle"
    label = Element("text", (*_attributes(x=x, y=ROW - 10), ("text-anchor", anchor), *WORDS), (str(year),))
    return Element("g", (("class", "jahr"),), (line, label))


def _row(number: int, bar: Bar, first: int, last: int, scale: float) -> Element:
    start = _pixels(max(bar.first, date(first, 1, 1)), first, scale, days=-1)
    end = _pixels(min(bar.last, date(last - 1, 12, 31)), first, scale)
    width = max(end - start, THIN)
    x = min(start, AXIS - width)
    place, anchor = _beside(x, width, len(bar.label))
    words = (*_attributes(x=place, y=number * ROW + 17), ("text-anchor", anchor))
    label = Element("text", (*words, *WORDS), (bar.label,))
    frame = _attributes(x=x, y=number * ROW + 4, width=width, height=ROW - 8, rx=3)
    shape = Element("rect", (*frame, ("fill", "currentColor")))
    return Element("a", (("href", bar.target),), (shape, label))


def _beside(x: int, width: int, letters: int) -> tuple[int, str]:
    """Where the words begin or end: on the side of the bar with more room, or in the bar if neither has enough."""
    left, right = x - GAP, AXIS - x - width - GAP
    if letters * LETTER > max(left, right):
        return x + GAP, "start"
    return (left, "end") if left > right else (x + width + GAP, "start")


def _pixels(day: date, first: int, scale: float, days: int = 0) -> int:
    """How far the end of `day` lies from the start of the year `first`; `days` are added."""
    return round((day.year - first + (day.timetuple().tm_yday + days) / 366) * scale)


def _attributes(**values: int) -> Attributes:
    return tuple((key, str(value)) for key, value in values.items())
