"""Times as bars on one axis: a vague date is drawn as long as it may have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = 190
AXIS = 500
ROW = 24
THIN = 6
"""The least width of a bar, in pixels: a single day can still be seen."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST_TICKS = 8
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
    size = (("viewBox", f"0 0 {LABEL + AXIS} {height}"), ("width", str(LABEL + AXIS)), ("height", str(height)))
    picture = Element(
        "svg",
        (("class", "zeitachse"), *size, ("role", "group"), ("aria-label", name)),
        (*_ticks(first, last, scale, height), *rows),
    )
    frame = (("class", "bild"), ("role", "region"), ("tabindex", "0"), ("aria-label", name))
    return Element("div", frame, (picture,))


def _axis(bars: Sequence[Bar]) -> tuple[int, int]:
    """The first year and the one after the last; an open end does not stretch the axis."""
    years = [d.year for bar in bars for d in (bar.first, bar.last) if d not in {date.min, date.max}]
    return min(years, default=1), max(years, default=1) + 1


def _ticks(first: int, last: int, scale: float, height: int) -> tuple[Element, ...]:
    step = next((s for s in STEPS if (last - first) / s <= MOST_TICKS), STEPS[-1])
    years = range(-(-first // step) * step, last + 1, step)
    return tuple(_tick(year, LABEL + round((year - first) * scale), height) for year in years)


def _tick(year: int, x: int, height: int) -> Element:
    line = Element("line", (*_attributes(x1=x, y1=ROW - 6, x2=x, y2=height), ("stroke", GRID)))
    label = Element("text", (*_attributes(x=x, y=ROW - 10), ("text-anchor", "middle"), *WORDS), (str(year),))
    return Element("g", (("class", "jahr"),), (line, label))


def _row(number: int, bar: Bar, first: int, last: int, scale: float) -> Element:
    start = _pixels(max(bar.first, date(first, 1, 1)), first, scale, days=-1)
    end = _pixels(min(bar.last, date(last - 1, 12, 31)), first, scale)
    width = max(end - start, THIN)
    x = min(LABEL + start, LABEL + AXIS - width)
    label = Element("text", (*_attributes(x=0, y=number * ROW + 16), *WORDS), (bar.label,))
    place = _attributes(x=x, y=number * ROW + 5, width=width, height=ROW - 10, rx=3)
    shape = Element("rect", (*place, ("fill", "currentColor")))
    return Element("a", (("href", bar.target),), (label, shape))


def _pixels(day: date, first: int, scale: float, days: int = 0) -> int:
    """How far the end of `day` lies from the start of the year `first`; `days` are added."""
    return round((day.year - first + (day.timetuple().tm_yday + days) / 366) * scale)


def _attributes(**values: int) -> Attributes:
    return tuple((key, str(value)) for key, value in values.items())
