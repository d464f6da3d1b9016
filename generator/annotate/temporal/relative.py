"""Times named by their place in the calendar around the article's day: heute, im vergangenen Jahr, diese Woche."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import Direction, Now, from_day_to_day, pick, shift
from generator.annotate.temporal.days import DIRECTIONS, direction_of, on_offset
from generator.annotate.temporal.rule import Rule, Sight, expression
from generator.annotate.temporal.years import STEPS
from generator.german.time_words import value, values
from generator.model.edtf import FIRST_HALF, FIRST_QUARTER, Point

if TYPE_CHECKING:
    from generator.annotate.temporal.calendar import Dates

_NOWADAYS_BEFORE = re.compile(r"\b(?:noch|schon|auch|von|selbst|gerade|sogar|wie|die|der|das)\s+$", re.IGNORECASE)
_NOWADAYS_BEHIND = re.compile(r"\s+(?:noch|als|weniger|mehr|kaum|selten|meist|oft|üblich|längst)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\bbis\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"\s+(?:um|ab|gegen|von|bis|[0-9]{1,2}[.:-])", re.IGNORECASE)


def _deictic(match: re.Match[str], sight: Sight) -> str | None:
    """Read "gestern", "heute Abend", "morgen früh", "übermorgen"; not "noch heute", "die Welt von morgen"."""
    offset = int(value("deictic", match["deictic"]))
    if sight.now is None or (not match["daytime"] and not _is_day(match, offset, sight)):
        return None
    return on_offset(sight.now, offset)


def _is_day(match: re.Match[str], offset: int, sight: Sight) -> bool:
    """Tell the day from "nowadays", and tomorrow from the morning."""
    before = sight.words_before(match.start())
    if offset == 1:
        after = sight.after(match.end())
        opening = not before.strip(" «»„“\"'") and after is not None and "(FIN)" in after.tag
        return not _NOWADAYS_BEFORE.search(before) and (match[0].islower() or opening)
    if offset != 0 or _UNTIL.search(before) or _CLOCK.match(sight.text, match.end()):
        return True
    if _NOWADAYS_BEFORE.search(before) or _NOWADAYS_BEHIND.match(sight.text, match.end()):
        return False
    direction = sight.direction(match)
    acts = direction is not Direction.NEAREST and sight.verb(match) not in values("state_verb")
    return acts or direction is Direction.PAST


def _adjective_day(match: re.Match[str], sight: Sight) -> str | None:
    """Read "am heutigen Tag", "am gestrigen Abend"."""
    return sight.now and on_offset(sight.now, int(value("deictic_adjective", match["deictic_adjective"])))


def _which_unit(match: re.Match[str], sight: Sight) -> str | None:
    """Read "im vergangenen Jahr", "nächste Woche", "diesen Monat", "Ende dieses Jahres", "am letzten Wochenende"."""
    return sight.now and unit_at(sight.now, value("unit", match["unit"]), value("which", match["which"]))


def _own_unit(match: re.Match[str], sight: Sight) -> str | None:
    """Read "Anfang der Woche", "Ende des Jahres", "im Lauf des Monats" and, as the Swiss say, "Ende Jahr"."""
    return sight.now and unit_at(sight.now, value("unit", match["unit"]), "this")


def _edge_of_unit(match: re.Match[str], sight: Sight) -> str | None:
    """Read "bis Jahresende", "zum Monatsanfang", "zu Wochenbeginn"."""
    unit = {"j": "year", "m": "month", "w": "week"}[match["edge"][0].lower()]
    return sight.now and unit_at(sight.now, unit, "this")


def _unit_before(match: re.Match[str], sight: Sight) -> str | None:
    """Read "im Vorjahr", "Vormonat", "Vorwoche"."""
    unit = {"j": "year", "m": "month", "w": "week"}[match["before"][0].lower()]
    return sight.now and unit_at(sight.now, unit, "last")


def _weekend(match: re.Match[str], sight: Sight) -> str | None:
    """Read "am Wochenende"."""
    return sight.now and _weekend_at(sight.now, direction_of(match, sight))


def _this_year(_: re.Match[str], sight: Sight) -> str | None:
    """Read "heuer"."""
    return sight.now and f"{sight.now.year:04}"


def unit_at(now: Now, unit: str, which: str) -> str | None:
    """Find the last, this or the next unit of the calendar, as precisely as the article's day is known."""
    step = STEPS[which]
    if unit == "weekend":
        return _weekend_at(now, DIRECTIONS[which])
    if unit == "week":
        return _week_at(now, step)
    if unit in {"decade", "century"}:
        length, mask = (10, "X") if unit == "decade" else (100, "XX")
        return f"{now.year // length + step:0{4 - len(mask)}}{mask}"
    if unit in {"quarter", "half"}:
        return _part_at(now, *((FIRST_QUARTER, 4) if unit == "quarter" else (FIRST_HALF, 2)), DIRECTIONS[which])
    shifted = shift(now, unit, step)
    return str(shifted) if shifted else None


def _week_at(now: Now, step: int) -> str:
    if now.day is None:
        return f"{now}~" if step else str(now)
    monday = now.day - timedelta(days=now.day.weekday() - 7 * step)
    return str(from_day_to_day(monday, monday + timedelta(days=6)))


def _weekend_at(now: Now, direction: Direction) -> str | None:
    if now.day is None:
        return str(now)
    saturday = now.day + timedelta(days=5 - now.day.weekday() - 14)
    weekends = [saturday + timedelta(days=7 * n) for n in range(5)]
    return pick([from_day_to_day(day, day + timedelta(days=1)) for day in weekends], now, direction)


def _part_at(now: Now, first: int, parts: int, direction: Direction) -> str | None:
    options: list[Dates] = [
        Point(f"{year:04}", first + n) for year in (now.year - 1, now.year, now.year + 1) for n in range(parts)
    ]
    return pick(options, now, direction)


_PART = r"(?:<part> (?:de[sr] )?)?"
RULES = (
    Rule("deictic", expression(r"<deictic>(?: <daytime>)?"), _deictic),
    Rule("deictic-adjective", expression(r"<deictic_adjective> (?:Tag(?:es)?|<daytime>)"), _adjective_day),
    Rule("which-unit", expression(rf"{_PART}<which> <unit>"), _which_unit),
    Rule(
        "own-unit",
        expression(r"(?:(?:<part>|Laufe?|Verlaufe?) (?:des|der)|Anfang|Mitte|Ende) <unit>(?! [0-9]{4})"),
        _own_unit,
    ),
    Rule(
        "edge-of-unit", expression(r"(?P<edge>Jahres|Monats|Wochen)(?:anfang|beginn|mitte|(?<!n)ende)s?"), _edge_of_unit
    ),
    Rule("unit-before", expression(r"Vor(?P<before>jahr|monat|woche)(?:e?s)?"), _unit_before),
    Rule("weekend", expression(r"Wochenendes?"), _weekend),
    Rule("this-year", expression(r"heuer"), _this_year),
)
