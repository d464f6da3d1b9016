"""Years, spans of years, decades and centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.temporal.number_or_year import is_counted, is_year
from generator.annotate.temporal.rule import NO_DATE, Rule, Sight, expression
from generator.german.time_words import value

if TYPE_CHECKING:
    from generator.annotate.temporal.calendar import Now

YEAR_OF = r"(?:,?(?: (?:des|im|anno))?(?: Jahre?[sn]?)? <year>| (?:des |im )?<which> Jahr(?:es)?)?"
"""The year behind a day, a month or a season: "2024", "des Jahres 2024", "vergangenen Jahres", or nothing."""

STEPS = {"last": -1, "this": 0, "next": 1}


def year_of(match: re.Match[str], now: Now | None) -> int | None:
    """Read the year that `YEAR_OF` found; None if there is none or the article's own year is not known."""
    if match["year"]:
        return full_year(match["year"], now)
    if match["which"] and now:
        return now.year + STEPS[value("which", match["which"])]
    return None


def full_year(digits: str, now: Now | None) -> int:
    """Complete a year of two digits ("’89") to the latest one that is at most ten years ahead of the article."""
    number = int(digits.lstrip("'’‘"))
    if digits.isdecimal() and len(digits) == len("2024"):
        return number
    latest = (now.year if now else 2010) + 10
    return latest - (latest - number) % 100


def _named_year(match: re.Match[str], sight: Sight) -> str | None:
    """Read "im Jahr 2000", "anno 578", "Jahrgang 1943", but not "pro Jahr 1500 Gäste"."""
    before, after = sight.before(match.start()), sight.after(match.end())
    determined = before is None or before.text.lower() in _BEFORE_YEAR or not before.text[0].isalpha()
    if is_counted(after) or not (determined or match[0][0] in "aA"):
        return None
    return match["number"].zfill(4)


_BEFORE_YEAR = frozenset({"im", "dem", "des", "das", "ins", "den", "zum", "vom", "bis", "seit", "ab", "ums", "und"})


def _bare_year(match: re.Match[str], sight: Sight) -> str | None:
    """Read "1991 traf es das Land hart", but not "1991 Soldaten"."""
    return f"{full_year(match['year'], sight.now):04}" if is_year(match, sight) else None


def _span_of_years(match: re.Match[str], sight: Sight) -> str:
    """Read "1939–1945", "1939/40", "von 1990 bis 1994", "zwischen 1973 und 1988"."""
    first, last = match["year"], match["last"]
    second = first[: -len(last)] + last
    years = is_year(match, sight) or (match[0][0] in "zZ" and _are_exact(first, second))
    return f"{first}/{second}" if years and first < second else NO_DATE


def _are_exact(first: str, second: str) -> bool:
    """Whether nobody would count so: "zwischen 2016 und 2021 Kunden betrogen", not "zwischen 1900 und 2000 Kunden"."""
    return all(year >= "1900" and int(year) % _ROUND for year in (first, second))


def _decade(match: re.Match[str], sight: Sight) -> str | None:
    """Read "in den 80er Jahren", "die 1990er", "Mitte der achtziger Jahre", "Zwanzigerjahre des 19. Jahrhunderts".

    Without a century it is the latest decade that was over when the article appeared.
    """
    tens = int(match["tens"] or value("decade_word", match["decade_word"]))
    if not (match["jahre"] or match["hundreds"] or _DECADE_LEAD.search(sight.words_before(match.start()))):
        return None
    if match["hundreds"]:
        hundreds = int(match["hundreds"])
    elif match["century"]:
        hundreds = int(match["century"]) - 1
    else:
        hundreds = ((sight.now.year if sight.now else 2010) - 10 - tens) // 100
    return f"{hundreds * 10 + tens // 10:03}X"


_DECADE_LEAD = re.compile(r"\b(?:in den|(?:anfang|beginn|mitte|ende|seit) de[rn]|frühen|späten)\s+$", re.IGNORECASE)


def _century(match: re.Match[str], _: Sight) -> str:
    """Read "im 20. Jahrhundert", "des zwanzigsten Jahrhunderts", "im 18. und 19. Jahrhundert"."""
    last = int(match["century"] or value("ordinal", match["ordinal"])) - 1
    first = int(match["first"] or last + 1) - 1
    if match["before_christ"] or not first <= last:
        return NO_DATE
    return f"{last:02}XX" if first == last else f"{first:02}XX/{last:02}XX"


_ROUND = 5
_TENS = r"(?:(?P<hundreds>1[0-9]|20)?(?P<tens>[0-9]0)er|<decade_word>)n?"
_CENTURY = r"(?P<century>[1-9]|1[0-9]|2[0-9])\."
_NAMED = r"(?:Jahr(?:e[sn]?|gang)?|anno) (?P<number>[1-9][0-9]{2,3})(?![.,][0-9])"
_FROM = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_TO = r"(?P<last>(?:1[0-9]|20)?[0-9]{2})(?![.,/-]?[0-9])"
_FIRST_CENTURY = r"(?:(?P<first>[1-9]|1[0-9])\. (?:und|bis) (?:zum )?)?"
_BEFORE_CHRIST = r"(?P<before_christ> (?:v\. ?|vor )Chr(?:ist(?:us|i))?)?"
RULES = (
    Rule("year-named", expression(_NAMED), _named_year),
    Rule("span-of-years", expression(rf"{_FROM}(?: ?[–/-] ?| bis (?:ins Jahr )?){_TO}"), _span_of_years),
    Rule("span-of-years", expression(rf"zwischen {_FROM} (?:und|bis) {_TO}"), _span_of_years),
    Rule("year", expression(r"<year>"), _bare_year),
    Rule(
        "decade",
        expression(rf"{_TENS}(?P<jahre>[- ]?(?:Jahre[ns]?|Jahrzehnts?)(?: des {_CENTURY} Jahrhunderts)?)?"),
        _decade,
    ),
    Rule(
        "century",
        expression(rf"{_FIRST_CENTURY}(?:{_CENTURY}|<ordinal>) Jahrhunderts?{_BEFORE_CHRIST}"),
        _century,
    ),
)
