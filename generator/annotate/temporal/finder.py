"""Finds the temporal expressions of a document and reads them as EDTF."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.temporal import anchored, clock, days, offsets, relative, seasons, years
from generator.annotate.temporal.calendar import Now
from generator.annotate.temporal.rule import NO_DATE, Context, Sight
from generator.annotate.temporal.surroundings import is_no_time, spans, widen
from generator.model import edtf as model
from generator.model.annotation import TemporalExpression
from generator.model.ids import Edtf
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.annotate.temporal.rule import Rule
    from generator.model.annotation import Parse, Sentence

_RULES: tuple[Rule, ...] = (
    *offsets.RULES,
    *relative.RULES,
    *anchored.RULES,
    *days.RULES,
    *seasons.RULES,
    *years.RULES,
    *clock.RULES,
)


class _Found(NamedTuple):
    start: int
    end: int
    edtf: str
    rule: str


def find_dates(parse: Parse, published: Edtf | None) -> tuple[TemporalExpression, ...]:
    """Find what names a time, in text order; what cannot be known is left out.

    `published` may be known to the day, the month, the year or not at all; relative expressions are read against
    it and keep its precision: "am Montag" in an article of 2023-09 is one of that month's Mondays.
    """
    now = Now.of(published)
    found: list[TemporalExpression] = []
    context, block = Context(), None
    for sentence in parse.sentences:
        context = context.faded() if sentence.block == block else Context()
        block = sentence.block
        sight = Sight(parse.document.text, sentence, now, context)
        found += _whole(sight.text, sentence.span.start, _join(sight.text, sentence, _read(sight, sentence)))
        context = sight.context
    return tuple(found)


def _read(sight: Sight, sentence: Sentence) -> Iterator[_Found]:
    """Try the rules from left to right, the longest match first; what a rule has read no other rule reads."""
    candidates = sorted(
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(_RULES)
        for match in rule.pattern.finditer(sight.text, sentence.span.start, sentence.span.end)
    )
    end = sentence.span.start
    for start, _, order, match in candidates:
        if start < end or is_no_time(sight.text, sentence.span.start, start):
            continue
        reading = _RULES[order].read(match, sight)
        if reading is None:
            continue
        end = match.end()
        if reading != NO_DATE:
            yield _Found(start, end, reading, _RULES[order].name)
            if _RULES[order] not in clock.RULES:
                _remember(sight, reading)


def _remember(sight: Sight, reading: str) -> None:
    date = model.parse(reading)
    if isinstance(date, model.Point) and "X" not in date.digits and not date.qualifier:
        sight.context = sight.context.after(date)


def _join(text: str, sentence: Sentence, found: Iterator[_Found]) -> Iterator[_Found]:
    """Make one span of "von Mai 1990" and "bis Juli 1991"."""
    last: _Found | None = None
    for date in found:
        joined = last and _joined(text, sentence, last, date)
        if last and not joined:
            yield last
        last = joined or date
    if last:
        yield last


def _joined(text: str, sentence: Sentence, first: _Found, second: _Found) -> _Found | None:
    edtf = f"{first.edtf}/{second.edtf}"
    if first.edtf == second.edtf or not model.is_edtf(edtf):
        return None
    if not spans(text, sentence.span.start, (first.start, first.end), (second.start, second.end)):
        return None
    return _Found(first.start, second.end, edtf, "span")


def _whole(text: str, least: int, found: Iterator[_Found]) -> Iterator[TemporalExpression]:
    """Take in the preposition before each date, and whether it is approximate."""
    for date in found:
        start, vague = widen(text, least, date.start)
        blurred = vague and date.rule in _BLURRED and date.edtf[-1] not in "~]}"
        yield TemporalExpression(Span(start, date.end), Edtf(date.edtf + "~" * blurred), date.rule)
        least = date.end


_BLURRED = frozenset({"year", "year-named", "decade", "day-of-month", "month", "season", "numeric"})
