"""What a rule is, and what it may look at to read an expression."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.annotate.temporal.direction import Clauses
from generator.german import time_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.annotate.temporal.calendar import Direction, Now
    from generator.model.annotation import Sentence, Token
    from generator.model.edtf import Point

_KINDS = (
    *("month", "month_abbreviation", "weekday", "season", "daytime", "deictic", "deictic_adjective", "unit"),
    *("count_unit", "which", "same", "part", "number", "ordinal", "decade_word", "feast"),
)
_FRAGMENTS = {
    "day": r"(?:0?[1-9]|[12][0-9]|3[01])",
    "monthnumber": r"(?:0?[1-9]|1[0-2])",
    "year": r"(?:(?:1[0-9]|20)[0-9]{2}|(?<=\s)['’‘][0-9]{2})"
    r"(?!['’‘]?[0-9]|[.,:][0-9]|,[-–]|\s?v(?:\.|or)\s?Chr)",
    "digits": r"(?:[0-9]{1,4}(?:,5)?)",
} | {kind: time_words.pattern(kind) for kind in _KINDS}
_PLACEHOLDER = re.compile(r"(?<!\?P)<([a-z_]+)(?:=([a-z_]+))?>")
_BLANK_OR_CLASS = re.compile(r" \??|\[[^\]]*\]")
_BLANKS = {" ": r"\s{1,3}", " ?": r"\s{0,3}"}


def expression(template: str) -> re.Pattern[str]:
    """Compile the pattern of a rule.

    `<month>` stands for any form of a kind of `time_words.tsv` or for a fragment above and is a group of that
    name, `<month=first>` is a group named "first"; a blank is any white space (with `?`: or none). Case does
    not matter, and the expression begins and ends at the border of a word.
    """
    spaced = _BLANK_OR_CLASS.sub(lambda m: _BLANKS.get(m[0], m[0]), template)
    body = _PLACEHOLDER.sub(lambda m: f"(?P<{m[2] or m[1]}>{_FRAGMENTS[m[1]]})", spaced)
    return re.compile(rf"(?<![\w/.-])(?<![0-9][,'’])(?:{body})(?!\w|-[^\W\d])", re.IGNORECASE)


NO_DATE = ""
"""The reading of words that a rule understands but that are no date: no other rule should try them."""


@dataclass(frozen=True, slots=True)
class Context:
    """What was named just before in the same block: the last date, and the last one known to the day.

    `age` counts the sentences since then.
    """

    date: Point | None = None
    day: Point | None = None
    age: int = 0

    def after(self, date: Point) -> Context:
        """Take up a date that was just read."""
        return Context(date, date if date.day else self.day)

    def faded(self) -> Context:
        """Go on to the next sentence."""
        return Context(self.date, self.day, self.age + 1)


class Sight:
    """One sentence as the rules see it: its words, the direction of its verbs, the day of the article."""

    def __init__(self, text: str, sentence: Sentence, now: Now | None, context: Context) -> None:
        self.text = text
        self.now = now
        self.context = context
        self._sentence = sentence
        self._starts = [token.span.start for token in sentence.tokens]

    def before(self, position: int) -> Token | None:
        """Give the last token that starts before `position`."""
        index = bisect_left(self._starts, position) - 1
        return self._sentence.tokens[index] if index >= 0 else None

    def after(self, position: int) -> Token | None:
        """Give the first token that starts at `position` or behind it."""
        index = bisect_left(self._starts, position)
        return self._sentence.tokens[index] if index < len(self._starts) else None

    def words_before(self, position: int) -> str:
        """Give up to forty characters of the sentence that stand before `position`."""
        return self.text[max(self._sentence.span.start, position - 40) : position]

    def direction(self, match: re.Match[str]) -> Direction:
        """Tell where the verb of the clause around `match` points."""
        return self._clauses.direction(match.start(), self.after(match.end()))

    def verb(self, match: re.Match[str]) -> str | None:
        """Give the folded infinitive of the finite verb in the clause around `match`."""
        return self._clauses.verb(match.start())

    @cached_property
    def _clauses(self) -> Clauses:
        return Clauses(self._sentence)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which German names a time.

    `read` gives the reading of a match as EDTF, None if the rule does not apply after all, or `NO_DATE`.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Sight], str | None]
