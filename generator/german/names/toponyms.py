"""How names of places are built: last parts of compounds, openers, rivers (`landscape.tsv`, `rivers.txt`)."""

from __future__ import annotations

from functools import cache

from generator.german.data import read_lines
from generator.german.names.forms import fold

_SHORTEST = 3  # letters before the last part


@cache
def words(use: str) -> frozenset[str]:
    """The words of `landscape.tsv` with that use: nature, settlement, opener or canton."""
    rows = (line.split("\t") for line in read_lines("names/landscape.tsv"))
    return frozenset(word for word, its_use in rows if its_use == use)


@cache
def rivers() -> frozenset[str]:
    """Rivers that towns are named after."""
    return frozenset(word for line in read_lines("names/rivers.txt") for word in line.split())


def last_part(word: str, use: str) -> str:
    """The longest last part with that use that `word` ends in, folded; "" if there is none: "Tullnerfeld" → feld."""
    folded = fold(word)
    parts = (folded[start:] for start in range(_SHORTEST, len(folded)))
    return next((part for part in parts if part in words(use)), "")
