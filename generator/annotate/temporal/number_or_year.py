"""Tells a year from a count: "1991 traf es das Land", "wurde 1998 Minister", but "1991 Soldaten", "fast 2000"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines
from generator.german.verb_forms import fold

if TYPE_CHECKING:
    from generator.annotate.temporal.rule import Sight
    from generator.model.annotation import Token

_EARLIEST = 1400
_EARLIEST_BEFORE_NOUN = 1700
_LEAD = re.compile(
    r"(?:\b(?:seit|ab|anfang|beginn|mitte|ende|frühestens|spätestens|geboren|geb\.?|gestorben|gest\.?)|[†*©(])\s*$",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:(?P<vague>etwa|ungefähr|circa|zirka|ca\.)|rund|fast|über|knapp|gut|mindestens|höchstens|maximal|insgesamt"
    r"|beinahe|unter|jeweils|(?:mehr|weniger) als|bis zu|je|einer?|einem|jeder)\s+$",
    re.IGNORECASE,
)
_RATHER_A_COUNT = re.compile(
    r"\s(?:im|in diesem|des) (?:Jahre?s? [0-9]|\w{3,12}en Jahr|Vorjahr)|\sauf (?:(?:rund|etwa|über|fast|knapp) )?[0-9]",
    re.IGNORECASE,
)
"""What follows shows that the number counts: "2000 im Jahr 2011", "2000 auf rund 3000"."""

_PARTICIPLE = re.compile(r"(?:\w{0,12}ge|be|ver|er|ent|zer)\w{2,20}(?:t|en)")


def is_year(match: re.Match[str], sight: Sight) -> bool:
    """Whether the number `match["year"]` is a year, by the words around it."""
    number, led = match["year"], _LEAD.search(sight.words_before(match.start()))
    if number[0] in "'’‘":
        return bool(led)
    before, after = sight.before(match.start()), sight.after(match.end())
    if is_counted(after) or _RATHER_A_COUNT.match(sight.text, match.end()):
        return False
    if before and (before.text.isdecimal() or _is_label(before)):
        return False
    return bool(led) or (int(number) >= _EARLIEST and _stands_alone(match, sight, before, after))


def _stands_alone(match: re.Match[str], sight: Sight, before: Token | None, after: Token | None) -> bool:
    number, at_end = match["year"], _ends_clause(after)
    if before and fold(before.lemma) in _words("measuring") and (number.endswith("0") or at_end):
        return False
    estimate = _ESTIMATE.search(sight.words_before(match.start()))
    if estimate:  # "etwa 1520 gebaut", but not "etwa 1500 Gäste"
        return bool(estimate["vague"]) and not at_end and not _opens_phrase(after)
    return at_end or _is_year_before(after, before, number)


def is_counted(after: Token | None) -> bool:
    """Whether the word behind a number is a unit or a thing that is always counted."""
    return after is not None and after.text in _words("counted")


def _is_year_before(after: Token | None, before: Token | None, number: str) -> bool:
    """Judge by the word behind the number: a plural noun is counted, a singular one is not."""
    if after is None or not _opens_phrase(after):
        return True
    round_number = number.endswith("0")
    if after.tag == "NE":
        return before is not None and before.text[0].isalpha()
    if after.tag == "ADJ(A)":
        return not round_number or bool(_PARTICIPLE.fullmatch(fold(after.lemma)))
    singular = fold(after.lemma) == fold(after.text)
    return singular and not round_number and int(number) >= _EARLIEST_BEFORE_NOUN


def _opens_phrase(after: Token | None) -> bool:
    """Whether the word could be what a number counts: a noun or an adjective before one."""
    return after is not None and (after.tag in {"NE", "ADJ(A)"} or (after.tag == "NN" and after.text[0].isupper()))


def _is_label(before: Token) -> bool:
    """Whether a number behind the word is a name: "Nummer 1984", "Sicherheitsratsresolution 1701"."""
    word = _word(before)
    return word in _words("label") or word.endswith(("resolution", "nummer", "artikel"))


def _ends_clause(after: Token | None) -> bool:
    return after is None or not after.text[0].isalnum()


def _word(token: Token | None) -> str:
    return token.text.lower().rstrip(".") if token else ""


@cache
def _words(kind: str) -> frozenset[str]:
    rows = (line.split("\t") for line in read_lines("counting.tsv"))
    words = frozenset(word for k, forms in rows if k == kind for word in forms.split("/"))
    return words if kind == "counted" else frozenset(word.lower() for word in words)
