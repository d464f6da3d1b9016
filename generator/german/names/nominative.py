"""The form under which a body is looked up: "der Technischen Universität Graz" → "Technische Universität Graz".

A name of an adjective and a noun is declined as a whole. Its form without an article is that of a title: the adjective
has the ending that shows the gender ("Auswärtiges Amt", "Europäischer Gerichtshof", "Freie Union"), the noun none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines
from generator.german.names.forms import bases, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRONG = {"f": "e", "n": "es", "m": "er", "p": "e"}
_MEN_AND_THINGS = frozenset(("dem", "des", "im", "vom", "zum", "beim", "am", "einem", "eines", "diesem", "dieses"))
_OBLIQUE = frozenset((*_MEN_AND_THINGS, "den", "der", "zur", "einer", "einen", "dieser", "diesen"))
_DEFINITE = frozenset(("der", "die", "das", "ans", "ins", "diese", "dieser", "dieses"))
_STRONG_DATIVE = re.compile(r"(?:isch|lich|national)(?:er|em)$")  # no town's: "Wiener", "Berliner"
_ENDING = re.compile(r"(?<=\w{3})(?:en|em|er|es|e)$")


def nominative(article: str, adjectives: Sequence[str], noun: str) -> tuple[list[str], str]:
    """The adjectives and the noun of a name as its title has them; `article` is the word before it, in any case.

    "der", ["Technischen"], "Universität" → ["Technische"], "Universität"; "des", ["Deutschen"], "Verbandes" →
    ["Deutscher"], "Verband". What cannot be told is left: "Wiener" never changes, and a noun of unknown gender keeps
    the weak ending ("das Gelbe Dings" → "Gelbe Dings").
    """
    before = article.lower()
    base, gender = _gender(noun, before)
    return [_title(adjective, before, gender) for adjective in adjectives], base


def gender_of(noun: str) -> str:
    """The gender of a noun by its ending: "m", "f", "n", "p" for a plural, "" if nobody knows."""
    return _of_ending(fold(noun))


def _gender(noun: str, article: str) -> tuple[str, str]:
    """The noun without its genitive and its gender ("" if nobody knows)."""
    genitive = article in _MEN_AND_THINGS and (article.endswith("es"))
    for form in bases(noun)[::-1] if genitive else (noun,):
        gender = _of_ending(fold(form))
        if gender in ("n", "m") or (gender and form == noun):
            return form, gender
    return noun, "f" if article in ("zur", "einer") else ""


def _title(adjective: str, article: str, gender: str) -> str:
    stem = _ENDING.sub("", adjective)
    if adjective.endswith("en"):
        return stem + _STRONG.get(gender, "e") if article in _OBLIQUE or gender == "p" else adjective
    if _STRONG_DATIVE.search(adjective) and article not in _OBLIQUE:
        feminine = adjective.endswith("er") and gender == "f"
        dative = adjective.endswith("em") and gender in ("n", "m")
        return stem + _STRONG[gender] if feminine or dative else adjective
    weak = adjective.endswith("e") and article in _DEFINITE
    return stem + _STRONG[gender] if weak and gender in ("n", "m") else adjective


@cache
def _of_ending(noun: str) -> str:
    table = _endings()
    return next((table[noun[start:]] for start in range(len(noun)) if noun[start:] in table), "")


@cache
def _endings() -> dict[str, str]:
    rows = (line.split("\t") for line in read_lines("names/genders.tsv"))
    return {fold(ending): gender for ending, gender in rows}
