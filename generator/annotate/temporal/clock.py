"""Hours and times of day, read as the day they belong to: um 20 Uhr, am Abend, in der Nacht."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import Direction
from generator.annotate.temporal.rule import Rule, Sight, expression

if TYPE_CHECKING:
    from generator.model.edtf import Point

_LEAD = re.compile(
    r"\b(?:am|in der|gegen|zum|bis zum|vom|seit dem)(?:\s+(?:frühen|späten|selben|gleichen))?\s+$", re.IGNORECASE
)


def _hour(_: re.Match[str], sight: Sight) -> str | None:
    """Read "um 20 Uhr", "von 14 bis 18.30 Uhr", "um neun Uhr", "kurz nach 9:15 Uhr"."""
    return _day(sight)


def _time_of_day(match: re.Match[str], sight: Sight) -> str | None:
    """Read "am Abend", "in der Nacht", "am frühen Morgen", if the verb is past or the block has named a day."""
    if (
        match["daytime"][0].islower()
        or _OF_DAY.match(sight.text, match.end())
        or not _LEAD.search(sight.words_before(match.start()))
    ):
        return None
    known = _recent_day(sight) or sight.direction(match) in {Direction.PAST, Direction.FUTURE}
    return _day(sight) if known else None


def _day(sight: Sight) -> str | None:
    """Take the last day named in the block, else the article's."""
    if day := _recent_day(sight):
        return str(day)
    return str(sight.now) if sight.now and sight.now.day else None


def _recent_day(sight: Sight) -> Point | None:
    return sight.context.day if sight.context.age <= _DAY_LASTS else None


_OF_DAY = re.compile(r"\s+(?:des|vom)\s+[0-9]", re.IGNORECASE)

_DAY_LASTS = 2
"""For how many sentences a day that was named holds for the hours behind it."""

_TIME = r"(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9])?"
RULES = (
    Rule("hour", expression(r"(?<=um\s)(?:halb|viertel (?:vor|nach)|drei viertel) <number>"), _hour),
    Rule("hour", expression(rf"(?:{_TIME}(?:(?: ?[-–] ?| bis | und ){_TIME})?|<number>) Uhr"), _hour),
    Rule("time-of-day", expression(r"(?:(?:frühe|späte)n )?<daytime>(?:stunden)?"), _time_of_day),
)
