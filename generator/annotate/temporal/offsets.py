"""Times counted in units: vor drei Jahren, in zwei Wochen, seit 1,5 Jahren, in den vergangenen zehn Tagen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import Direction, shift
from generator.annotate.temporal.rule import Rule, Sight, expression
from generator.german.time_words import value
from generator.model.edtf import Point

if TYPE_CHECKING:
    from generator.annotate.temporal.calendar import Now

_EXACT = re.compile(r"genau|exakt", re.IGNORECASE)


def _ago(match: re.Match[str], sight: Sight) -> str | None:
    """Read "vor drei Jahren", "seit gut zwei Wochen", "vor genau 50 Jahren", "heute vor 20 Jahren"."""
    if sight.now is None:
        return None
    if match["today"] and sight.now.day:
        return _anniversary(match, sight.now)
    return _at(match, sight.now, -1)


def _ahead(match: re.Match[str], sight: Sight) -> str | None:
    """Read "in zwei Wochen", "in rund einem Jahr", unless the verb is past ("in zwei Wochen bauten sie …")."""
    if sight.now is None or sight.direction(match) is Direction.PAST:
        return None
    return _at(match, sight.now, 1)


def _at(match: re.Match[str], now: Now, sign: int) -> str | None:
    unit = value("count_unit", match["count_unit"])
    when = shift(now, unit, sign * count(match))
    if when is None:
        return None
    about = match["about"] or ""
    certain = bool(_EXACT.search(about)) or (unit == "day" and not about and now.day is not None)
    return str(when) if certain else f"{when}~"


def _anniversary(match: re.Match[str], now: Now) -> str | None:
    years = count(match) * {"year": 1, "decade": 10, "century": 100}.get(value("count_unit", match["count_unit"]), 0)
    if not years or now.day is None:
        return _at(match, now, -1)
    when = Point(f"{now.year - int(years):04}", now.day.month, now.day.day)
    return str(when)


def _period(match: re.Match[str], sight: Sight) -> str | None:
    """Read "in den vergangenen zehn Jahren", "die nächsten drei Monate" as spans that begin or end today."""
    if sight.now is None or value("which", match["which"]) == "this":
        return None
    unit, sign = value("count_unit", match["count_unit"]), 1 if value("which", match["which"]) == "next" else -1
    other, today = shift(sight.now, unit, sign * count(match)), shift(sight.now, unit, 0)
    if other is None or today is None or other == today:
        return None
    return f"{today}/{other}" if sign > 0 else f"{other}/{today}"


def count(match: re.Match[str]) -> float:
    """Read the number of a match: "drei", "75", "1,5", "anderthalb"."""
    if match["digits"]:
        return float(match["digits"].replace(",", "."))
    return float(value("number", match["number"]))


NUMBER = r"(?:<digits>|<number>)(?: (?:gute[nm]?|knappe[nm]?|volle[nm]?|lange[nm]?|kurze[nm]?))?"
_ABOUT = (
    r"(?:(?P<about>(?:etwas )?mehr als|weniger als|nicht ganz|auf den Tag genau|bald|gut|knapp|rund|etwa|fast|über"
    r"|genau|exakt|ungefähr|circa|zirka|ca\.|beinahe|schätzungsweise|mindestens|spätestens|erst|schon|nur) )?"
)
RULES = (
    Rule("ago", expression(rf"(?P<today>heute )?(?:vor|seit) {_ABOUT}{NUMBER} <count_unit>"), _ago),
    Rule("ahead", expression(rf"in {_ABOUT}{NUMBER} <count_unit>"), _ahead),
    Rule("period", expression(rf"<which> {_ABOUT}{NUMBER} <count_unit>"), _period),
)
