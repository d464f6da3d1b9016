"""Sentences that point back: without the sentence before them they cannot be understood."""

from __future__ import annotations

from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from generator.german.data import read_lines

if TYPE_CHECKING:
    from generator.model.annotation import Sentence

_ARTICLES = ("ART", "PRELS")
_OPENING_WORDS = 4


@cache
def _words(use: str) -> frozenset[str]:
    entries = (line.partition("\t") for line in read_lines("deixis.txt"))
    return frozenset(word for word, _, used in entries if used == use)


def points_back(sentence: Sentence) -> bool:
    """Whether `sentence` refers to the one before: "Pjöngjang bestreitet das.", "Zudem sei unklar …"."""
    words = [t for t in sentence.tokens if not t.tag.startswith("$")]
    opening = takewhile(lambda t: not t.tag.startswith("$,"), sentence.tokens)
    if any(t.text.lower() in _words("opening") for t in islice(opening, _OPENING_WORDS)):
        return True
    if any(t.text.lower() in _words("connector") for t in words):
        return True
    return any(t.text.lower() in _words("demonstrative") and t.tag not in _ARTICLES for t in words)
