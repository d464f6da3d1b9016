"""Named sets of words for the attribution of speech (`attribution.tsv`)."""

from __future__ import annotations

from functools import cache

from generator.german.data import read_lines


def word_set(name: str) -> frozenset[str]:
    """Give the words of the set `name`; KeyError for a name that the file does not have."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    rows = (line.partition("\t") for line in read_lines("attribution.tsv"))
    return {name: frozenset(words.split()) for name, _, words in rows}
