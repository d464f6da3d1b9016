"""Forms of names: spelling variants (ß/ss, apostrophes, hyphens), the genitive, adjective endings and plurals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOLD = str.maketrans({"ß": "ss", "’": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-", "\u00ad": None})
_ADJECTIVE = re.compile(r"(?<=\w{3})(?:e|en|er|es|em)$")
_GENITIVE = ("'s", "'", "es", "s")
_UMLAUT = re.compile(r"([äöü])(u?[^aeiouäöü]{1,4})$")  # the last vowel of a noun, which its plural changes
_MIN_BASE = 2  # a genitive of fewer letters ("As") is more likely an abbreviation


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`word` as it is compared: NFC, ss for ß, one kind of apostrophe and hyphen, lower case ("Weißes" → "weisses")."""
    return unicodedata.normalize("NFC", word).translate(_FOLD).lower()


def spelled(word: str) -> str:
    """`word` with the same folding but its own case."""
    return unicodedata.normalize("NFC", word).translate(_FOLD)


@lru_cache(maxsize=65536)
def bases(word: str) -> tuple[str, ...]:
    """`word` and what it can be the genitive of, the whole word first: "Putins" → ("Putins", "Putin")."""
    stripped = [word.removesuffix(ending) for ending in _GENITIVE if spelled(word).endswith(ending)]
    return tuple(dict.fromkeys([word, *(base for base in stripped if len(base) >= _MIN_BASE)]))


def adjective_stem(word: str) -> str:
    """The stem of a folded adjective with a mark that it is one: "weissen", "weisses" → "weiss~"."""
    return _ADJECTIVE.sub("", word) + "~"


@lru_cache(maxsize=65536)
def keys(word: str) -> tuple[str, ...]:
    """All folded keys under which a word of a text may stand in a table of base forms."""
    folded = fold(word)
    return tuple(dict.fromkeys([*bases(folded), adjective_stem(folded)]))


@lru_cache(maxsize=16384)
def singulars(noun: str) -> tuple[str, ...]:
    """What `noun` can be the plural or an inflected form of, itself first.

    "Raketen" → ("Raketen", "Rakete", "Raket"), "Sprengköpfe" → (…, "Sprengköpf", "Sprengkopf").
    """
    endings = ("n", "en", "s", "es", "e", "ern", "er")
    stripped = [noun.removesuffix(e) for e in endings if noun.endswith(e) and len(noun) - len(e) > _MIN_BASE]
    plain = [_UMLAUT.sub(lambda m: "aou"["äöü".index(m[1])] + m[2], form) for form in stripped]
    return tuple(dict.fromkeys([noun, *stripped, *plain]))
