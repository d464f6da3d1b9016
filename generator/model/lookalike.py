"""Characters that pretend: those that nobody sees, those that turn the direction of writing, letters that look Latin.

The letters are those of Unicode's list of confusables (UTS 39) that are drawn like one Latin letter in common type.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

TURNING: Final = "\u202a-\u202e\u2066-\u2069"
"""Controls of the Unicode bidirectional algorithm that reorder what stands around them; for a class of characters."""
UNSEEN: Final = f"\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2065{TURNING}\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Every character without a shape of its own; for a class of characters."""
JOINERS: Final = "\u200c\u200d"
"""Those of them with which some languages, and emoji, are spelt; for a class of characters."""

_UNSEEN = re.compile(f"[{UNSEEN}]")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")  # Greek and Cyrillic
_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS: Final = ("LATIN", "CYRILLIC", "GREEK")
_LATIN: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһьΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναικγυρ",
    "ABESIJKMHOPCTYXaesijopcyxdqwhbABEZHIKMNOPTYXovaikyup",
)


def foreign_letters(text: str) -> tuple[str, ...]:
    """The Greek and Cyrillic letters in words of `text` that have Latin letters too: К in "Кim"."""
    if not _FOREIGN.search(text):
        return ()
    mixed = [word for word in _WORD.findall(text) if _mixes_alphabets(word)]
    return tuple(dict.fromkeys(letter for word in mixed for letter in _FOREIGN.findall(word)))


def mixes_alphabets(text: str) -> bool:
    """Whether one word has letters of two alphabets that look alike."""
    return any(map(_mixes_alphabets, _WORD.findall(text))) if not text.isascii() else False


def unseen(text: str) -> tuple[str, ...]:
    """The characters in `text` that nobody sees, each once."""
    return tuple(dict.fromkeys(_UNSEEN.findall(text)))


def called(character: str) -> str:
    """How people look a character up: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """What `name` looks like: two names with one skeleton cannot be told apart by looking."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", name))
    return " ".join((plain.translate(_LATIN) if _FOREIGN.search(plain) else plain).split())


def _mixes_alphabets(word: str) -> bool:
    alphabets = {unicodedata.name(letter, "?").split()[0] for letter in word}
    return sum(alphabet in alphabets for alphabet in _ALPHABETS) > 1
