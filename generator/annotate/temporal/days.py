"""Days and months of the calendar, with and without their year, and days of the week."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import Direction, add_days, is_date, on_day, pick, pick_year
from generator.annotate.temporal.rule import NO_DATE, Rule, Sight, expression
from generator.annotate.temporal.years import YEAR_OF, full_year, year_of
from generator.german.time_words import value
from generator.model.edtf import DateSet, Interval, Point

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.annotate.temporal.calendar import Dates, Now

DIRECTIONS = {"last": Direction.LAST, "this": Direction.NEAREST, "next": Direction.NEXT}
_MONTH_LEAD = re.compile(r"\b(?:im|seit|ab|bis|zum|vom|anfang|beginn|mitte|ende|monat|zwischen)\s+$", re.IGNORECASE)
_WEAK_MONTH_LEAD = re.compile(r"\b(?:für|von|gegen|und|oder|de[rmns]|ganzen|frühen|späten)\s+$", re.IGNORECASE)
_DAY_LEAD = re.compile(r"(?:\b(?:am|vom|zum|bis|ab|den|dem|seit|und|der)\s+|tag,?\s+)$", re.IGNORECASE)


def recurring(make: Callable[[int], Dates | None], year: int | None, match: re.Match[str], sight: Sight) -> str | None:
    """Read a date that recurs every year: in `year` if the text names it, else where context and verb point."""
    if year is not None:
        when = make(year)
        return str(when) if when is not None and is_date(when) else NO_DATE
    direction, context = direction_of(match, sight), sight.context.date
    recent = sight.context.age <= _YEAR_LASTS and direction not in {Direction.FUTURE, Direction.PRESENT}
    if context and recent and (sight.now is None or context.year < sight.now.year):
        return recurring(make, context.year, match, sight)
    return pick_year(make, sight.now, direction) if sight.now else None


_YEAR_LASTS = 2
"""For how many sentences a year that was named holds for the days and months behind it."""


def direction_of(match: re.Match[str], sight: Sight) -> Direction:
    """Tell where a date points.

    Whatever the verb, "seit" and "vom" (without "bis" or "an") look back, "für" and "auf" a day look ahead, and
    "bis" and "ab" look ahead rather than back.
    """
    lead = _LEAD.search(sight.words_before(match.start()))
    word = lead["word"].lower() if lead else ""
    if word in {"seit", "vom"} and not _ONWARD.search(match[0] + sight.text[match.end() : match.end() + 5]):
        return Direction.PAST
    if word in {"für", "auf"} and match.re.groupindex.keys() & {"weekday", "day"}:
        return Direction.FUTURE
    direction = sight.direction(match)
    return Direction.NEAREST if word in {"bis", "ab"} and direction is Direction.PAST else direction


_LEAD = re.compile(r"\b(?P<word>seit|vom|für|auf|bis|ab)(?: (?:zum|de[nmr]|anfang|mitte|ende))*\s+$", re.IGNORECASE)
_ONWARD = re.compile(r"[-–]|\b(?:bis|an)\b", re.IGNORECASE)


def _day_of_month(match: re.Match[str], sight: Sight) -> str | None:
    """Read "12. März 2024", "Samstag, 17. Januar", "8. Mai dieses Jahres", "der erste Mai"."""
    day = int(match["day"] or value("ordinal", match["ordinal"]))
    month = _month(match)
    return recurring(lambda year: Point(f"{year:04}", month, day), year_of(match, sight.now), match, sight)


def _days_of_month(match: re.Match[str], sight: Sight) -> str | None:
    """Read "5. bis 9. Juni", "21.–27. Februar 2002", "8. und 9. Mai", "5./6. Juni"."""
    first, last, month = int(match["first"]), int(match["day"]), _month(match)

    def make(year: int) -> Dates:
        return Interval(Point(f"{year:04}", month, first), Point(f"{year:04}", month, last))

    found = recurring(make, year_of(match, sight.now), match, sight)
    if not found or match["join"].strip() not in {"und", "oder", "sowie"} or last == first + 1:
        return found
    members = found.replace("/", ",")
    return f"[{members}]" if match["join"].strip() == "oder" else f"{{{members}}}"


def _numeric(match: re.Match[str], sight: Sight) -> str | None:
    """Read "12.03.24", "1. 9. 2024" and, behind "am" or a weekday, "24.12."."""
    day, month, digits = int(match["day"]), int(match["monthnumber"]), match["digits"]
    if digits is None and not (match["weekday"] or _DAY_LEAD.search(sight.words_before(match.start()))):
        return None
    year = full_year(digits, sight.now) if digits else None
    return recurring(lambda y: Point(f"{y:04}", month, day), year, match, sight)


def _iso(match: re.Match[str], _: Sight) -> str | None:
    """Read "2024-03-12"."""
    when = Point(match["iso_year"], int(match["iso_month"]), int(match["iso_day"]))
    return str(when) if is_date(when) else None


def _month_alone(match: re.Match[str], sight: Sight) -> str | None:
    """Read "März 2024", "Ende August", "im Juni des vergangenen Jahres", "im vergangenen April"."""
    month = _month(match)
    year = year_of(match, sight.now)
    if match["before"]:
        return sight.now and pick_year(
            lambda y: Point(f"{y:04}", month), sight.now, DIRECTIONS[value("which", match["before"])]
        )
    return recurring(lambda y: Point(f"{y:04}", month), year, match, sight) if year or _is_month(match, sight) else None


def _is_month(match: re.Match[str], sight: Sight) -> bool:
    """Tell "im August", "Mai und Juni" from "von August Bebel" and "Juli Zeh"."""
    before, after = sight.words_before(match.start()), sight.after(match.end())
    named = after is not None and after.text[0].isupper()
    return bool(match["part"] or _MONTH_LEAD.search(before) or (_WEAK_MONTH_LEAD.search(before) and not named))


def _months(match: re.Match[str], sight: Sight) -> str | None:
    """Read "Mai bis Juni 2020", "zwischen November und Februar"."""
    first, last = int(value("month", match["first"])), _month(match)

    def make(year: int) -> Dates:
        return Interval(Point(f"{year - (first > last):04}", first), Point(f"{year:04}", last))

    return recurring(make, year_of(match, sight.now), match, sight)


def _weekday(match: re.Match[str], sight: Sight) -> str | None:
    """Read "am Montag", "Dienstagabend", "kommenden Freitag", "gestrigen Mittwoch", "in ihrer Samstagsausgabe"."""
    before = sight.words_before(match.start())
    if match["weekday"].islower() or sight.now is None or _TITLE.search(before):
        return None
    if match["issue"] and not _ISSUE_LEAD.search(before):
        return None
    if match["deictic_adjective"]:
        return on_offset(sight.now, int(value("deictic_adjective", match["deictic_adjective"])))
    number = int(value("weekday", match["weekday"]))
    if sight.now.day is None:
        return _weekdays_of_month(number, sight.now)
    direction = (
        DIRECTIONS[value("which", match["which"])] if match["which"] else _OF_WEEKDAY[direction_of(match, sight)]
    )
    first = sight.now.day - timedelta(days=sight.now.day.weekday() + 7 - number)
    return pick([on_day(first + timedelta(days=7 * n)) for n in range(4)], sight.now, direction)


def _weekday_weeks_away(match: re.Match[str], sight: Sight) -> str | None:
    """Read "am Samstag in einer Woche", "Montag in acht Tagen", "am Freitag vor zwei Wochen"."""
    if match["weekday"].islower() or sight.now is None or sight.now.day is None:
        return None
    days = (int(value("weekday", match["weekday"])) - sight.now.day.weekday()) % 7
    weeks = int(value("number", match["number"])) if match["number"] else int(match["fortnight"] is not None) + 1
    if match["way"].lower() == "vor":
        return on_offset(sight.now, days - 7 * (weeks + (days > 0)))
    return on_offset(sight.now, days + 7 * weeks)


_ISSUE_LEAD = re.compile(r"\bin (?:der|ihrer|seiner|unserer) $", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Herrn?|Frau|Familie|Dr\.|Prof\.|Professor(?:in)?)\s+$")

_OF_WEEKDAY = {Direction.NEAREST: Direction.PAST, Direction.PRESENT: Direction.FUTURE} | {
    direction: direction for direction in (Direction.PAST, Direction.FUTURE)
}
"""News name a weekday without a verb for what has happened, and in the present tense for what will."""


def on_offset(now: Now, days: int) -> str | None:
    """Go some days from today; only the month or the year if today is not known to the day."""
    if now.day is None:
        return str(now)
    day: date | None = add_days(now.day, days)
    return str(on_day(day)) if day else None


def _weekdays_of_month(number: int, now: Now) -> str:
    """Give one of the Mondays of a month; only the year if the month is not known."""
    if now.month is None:
        return str(now)
    first = now.earliest + timedelta(days=(number - now.earliest.weekday()) % 7)
    days = [first + timedelta(days=7 * n) for n in range(5)]
    return str(DateSet(tuple(on_day(day) for day in days if day.month == now.month), one_of=True))


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("month_abbreviation"):
        return int(value("month_abbreviation", groups["month_abbreviation"]))
    return int(value("month", match["month"]))


_MONTH = r"(?:<month>|<month_abbreviation>\.?)"
_ADJECTIVE = r"(?:(?:<which=adjective>|<deictic_adjective>) )?"
_WEEKDAY_BEFORE = rf"(?:{_ADJECTIVE}<weekday>(?:<daytime>)?,? (?:de[nmr] )?)?"
_PART = r"(?:<part> (?:de[sr] (?:Monats )?)?)?"
NIGHT_BEFORE = r"(?:Nacht (?:vo[mn] <weekday=eve> )?(?:auf|zum|zu) (?:den )?)?"
"""The night is read as the day that it leads to."""

RULES = (
    Rule("day-of-month", expression(rf"{_WEEKDAY_BEFORE}(?:<day>\.|<ordinal>) ?{_MONTH}{YEAR_OF}"), _day_of_month),
    Rule(
        "days-of-month",
        expression(
            rf"<day=first>\.?(?P<join> (?:bis|und|oder|sowie) | ?[–/-] ?)(?:zum |den |dem )?<day>\. ?{_MONTH}{YEAR_OF}"
        ),
        _days_of_month,
    ),
    Rule(
        "numeric",
        expression(rf"{_WEEKDAY_BEFORE}<day>\. ?<monthnumber>\.(?: ?(?P<digits>(?:19|20)?[0-9]{{2}})(?!\.?[0-9]))?"),
        _numeric,
    ),
    Rule("iso", expression(r"(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})"), _iso),
    Rule("months", expression(rf"<month=first>(?: bis | und | oder | ?[-/–] ?)(?:zum )?<month>{YEAR_OF}"), _months),
    Rule("month", expression(rf"{_PART}(?:<which=before> )?<month>{YEAR_OF}"), _month_alone),
    Rule(
        "weekday",
        expression(rf"{NIGHT_BEFORE}(?:<which> |<deictic_adjective> )?<weekday>(?: ?<daytime>|(?P<issue>s?ausgabe))?"),
        _weekday,
    ),
    Rule(
        "weekday-weeks-away",
        expression(r"<weekday> (?P<way>in|vor) (?:<number> Wochen?|(?:acht|(?P<fortnight>vierzehn|14)|8) Tagen)"),
        _weekday_weeks_away,
    ),
)
