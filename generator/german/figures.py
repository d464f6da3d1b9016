"""Figures in a text: numbers as printed, their value, their unit, and what makes one hard to believe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.german.data import read_lines
from generator.german.names.forms import singulars
from generator.german.time_words import values as time_values
from generator.german.verb_forms import fold
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Token

DESCENDING: Final = "descending"
CALIBRE: Final = "calibre"
"""What makes a figure hard to believe: a range from more to less, a calibre that no weapon has."""

_NUMBER = r"\d{1,3}(?:[.'’\u202f\u2009\u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_DIGITS = re.compile(rf"(?P<value>{_NUMBER})(?:-(?P<unit>\w[\w-]*)|(?P<sign>[%€°])?)")
_GROUPING = re.compile(r"[.'’\u202f\u2009\u00a0](?=\d{3})")
_MULTIPLIERS = {"tausend": 10**3, "million": 10**6, "milliarde": 10**9, "billion": 10**12, "dutzend": 12}
_TO = frozenset(("bis", "–", "-", "—"))
_GUNS = ("geschoss", "munition", "granate", "kaliber", "haubitze", "mörser", "kanone", "geschütz", "artillerie")
_SMALLEST_CALIBRE, _LARGEST_CALIBRE = Decimal("4.5"), Decimal(460)  # millimetres: air rifles; the guns of the Yamato


@dataclass(frozen=True, slots=True)
class Read:
    """A figure: its words with the unit, those of the number alone, one value or the two ends of a range.

    `unit` is a sign, or else the noun that is counted.
    """

    span: Span
    number: Span
    values: tuple[Decimal, ...]
    unit: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    unit: str  # of "155-Millimeter-Geschosse" and "100-fach"
    end: int  # the place behind it


def read_figures(tokens: Sequence[Token]) -> Iterator[Read]:
    """Every number of a sentence with what it counts, in text order: "152 bis 122 Millimeter-Geschosse"."""
    place = 0
    while place < len(tokens):
        first = _number(tokens, place)
        if first is None:
            place += 1
            continue
        ranges = first.end < len(tokens) and tokens[first.end].text.lower() in _TO
        last = _number(tokens, first.end + 1) if ranges else None
        unit, end = _unit(tokens, last or first)
        values = (first.value, last.value) if last else (first.value,)
        start = tokens[place].span.start
        number = Span(start, tokens[(last or first).end - 1].span.end)
        span = Span(start, tokens[end - 1].span.end)
        yield Read(span, number, values, unit, tuple(_flags(values, unit, tokens)))
        place = end


def _number(tokens: Sequence[Token], place: int) -> _Number | None:
    """The number at `place`: in digits, in words ("fünf"), with "Millionen" behind it."""
    if place >= len(tokens):
        return None
    text = tokens[place].text
    digits = _DIGITS.fullmatch(text)
    if digits:
        value = Decimal(_GROUPING.sub("", digits["value"]).replace(",", "."))
        unit = digits["unit"] or digits["sign"] or ""
    elif tokens[place].tag == "CARD" and fold(text) in _number_words():
        value, unit = Decimal(_number_words()[fold(text)]), ""
    else:
        return None
    following = fold(tokens[place + 1].lemma) if place + 1 < len(tokens) and not unit else ""
    if following in _MULTIPLIERS:
        return _Number(value * _MULTIPLIERS[following], unit, place + 2)
    return _Number(value, unit, place + 1)


def _unit(tokens: Sequence[Token], number: _Number) -> tuple[str, int]:
    """The sign of the unit or else the noun that is counted, and the place behind it."""
    if number.unit:
        return _sign(number.unit) or number.unit, number.end
    place = number.end
    if place < len(tokens) and (sign := _sign(tokens[place].text)):
        return sign, place + 1
    while place < len(tokens) and tokens[place].tag == "ADJ(A)":
        place += 1
    if place < len(tokens) and tokens[place].tag.startswith("NN"):
        return tokens[place].lemma, place + 1
    return "", number.end


def _sign(word: str) -> str:
    """The sign of a unit, also at the start of a compound: "Millimeter-Geschosse" → mm."""
    return next((_units()[form] for form in singulars(word.partition("-")[0]) if form in _units()), "")


def _flags(values: Sequence[Decimal], unit: str, tokens: Sequence[Token]) -> Iterator[str]:
    if list(values) != sorted(values):
        yield DESCENDING
    guns = unit == "mm" and any(part in fold(token.text) for token in tokens for part in _GUNS)
    if guns and not all(_SMALLEST_CALIBRE <= value <= _LARGEST_CALIBRE for value in values):
        yield CALIBRE


@cache
def _number_words() -> dict[str, str]:
    """Without the forms of "ein", which is an article as well."""
    return {word: number for word, number in time_values("number").items() if number != "1"}


@cache
def _units() -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines("figures.tsv"))
