"""Words for what happens at a time, and of what sort it is (`happenings.tsv`): "Gipfeltreffen" is a meeting."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.german.data import read_lines
from generator.german.verb_forms import fold

OCCASION: Final = "occasion"
"""The sort of verbs that take theirs from the noun beside them: "Ein Treffen fand statt"."""
_SHORTEST_TAIL = 5  # "Wahl" and "Tod" end words that have nothing to do with them


def of_verb(lemma: str) -> str | None:
    """The sort of a verb (with its prefix), None if it is no such verb."""
    return _words("verb").get(fold(lemma))


@cache
def of_noun(lemma: str) -> str | None:
    """The sort of a noun or of the noun that ends it: "Parlamentswahlen" (lemma "Parlamentswahl") → vote."""
    nouns, word = _words("noun"), fold(lemma)
    if word in nouns:
        return nouns[word]
    tails = (word[start:] for start in range(3, len(word) - _SHORTEST_TAIL + 1))
    return next((nouns[tail] for tail in tails if tail in nouns), None)


@cache
def _words(part: str) -> dict[str, str]:
    rows = (line.split("\t") for line in read_lines("happenings.tsv"))
    return {fold(word): sort for word, its_part, sort in rows if its_part == part}
