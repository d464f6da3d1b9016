"""Times that count from a date named just before: am Tag darauf, im selben Jahr, zwei Jahre später."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import Now, shift
from generator.annotate.temporal.offsets import NUMBER, count
from generator.annotate.temporal.rule import Rule, Sight, expression
from generator.german.time_words import value
from generator.model.ids import Edtf

if TYPE_CHECKING:
    import re

    from generator.model.edtf import Point

_LATER = frozenset({"später", "danach", "darauf", "nachher"})
_UNITS = {"tag": "day", "monat": "month", "jahr": "year"}


def _same_unit(match: re.Match[str], sight: Sight) -> str | None:
    """Read "im selben Jahr", "am gleichen Tag", "im folgenden Monat", "an diesem Tag", "am nächsten Tag"."""
    step = int(value("same", match["same"])) if match["same"] else {"n": 1, "d": 0, "j": 0}[match["of"][0].lower()]
    return _from_context(sight, _unit(match), step)


def _unit_after(match: re.Match[str], sight: Sight) -> str | None:
    """Read "am Tag darauf", "tags zuvor", "im Jahr danach"."""
    return _from_context(sight, _unit(match), 1 if match["adverb"].lower() in _LATER else -1)


def _day_before(_: re.Match[str], sight: Sight) -> str | None:
    """Read "am Vortag", "am Vorabend"."""
    return _from_context(sight, "day", -1)


def _units_after(match: re.Match[str], sight: Sight) -> str | None:
    """Read "zwei Jahre später", "drei Tage zuvor", "ein Jahr darauf"."""
    sign = 1 if match["adverb"].lower() in _LATER else -1
    return _from_context(sight, value("count_unit", match["count_unit"]), sign * count(match))


def _from_context(sight: Sight, unit: str, steps: float) -> str | None:
    """Count from the last date of the block, if it is known precisely enough."""
    anchor = _anchor(sight, unit)
    when = shift(anchor, unit, steps) if anchor else None
    return str(when) if when and (unit != "day" or when.day) else None


def _anchor(sight: Sight, unit: str) -> Now | None:
    if sight.context.age > _ANCHOR_LASTS:
        return None
    point: Point | None = sight.context.day if unit in {"day", "week"} else sight.context.date
    if point is None or (unit == "month" and point.part is None):
        return None
    return Now.of(Edtf(str(point)))


_ANCHOR_LASTS = 6
"""For how many sentences of a block a date can be what "am Tag darauf" counts from."""


def _unit(match: re.Match[str]) -> str:
    return next(unit for word, unit in _UNITS.items() if match["unit_"].lower().startswith(word))


_UNIT = r"(?P<unit_>Tag(?:es|s)?|Monat(?:s)?|Jahr(?:es)?)"
_ADVERB = r"(?P<adverb>später|danach|darauf|zuvor|davor|vorher)"
RULES = (
    Rule("same-unit", expression(rf"(?:<same>|(?P<of>jene[mns]|diesem(?= Tag)|nächsten(?= Tag))) {_UNIT}"), _same_unit),
    Rule("unit-after", expression(rf"{_UNIT} {_ADVERB}"), _unit_after),
    Rule("day-before", expression(r"Vor(?:tag(?:es|s)?|abend)"), _day_before),
    Rule("units-after", expression(rf"{NUMBER} <count_unit> {_ADVERB}"), _units_after),
)
