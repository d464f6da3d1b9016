"""Other forms under which readers look for a German word: folded, without hyphen, inflected, as part of a compound."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_HYPHEN = re.compile(r"[-‐‑]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ENDING = re.compile(r"(?:ern|en|er|es|em|e|n|s)\Z")  # of nouns and adjectives; Duden grammar, inflection
_SHORTEST_STEM = 4
_LONGEST_WORD = 60  # what is longer is no word
_SHORTEST_PART = 5  # shorter parts of compounds are endings more often than words: "-rat", "-art"


def split(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, each once, in the order of the text: "U-Boote der USA" → u-boote, der, usa."""
    found = (word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text)))
    return tuple(dict.fromkeys(word for word in found if len(word) <= _LONGEST_WORD))


def folded(word: str) -> Iterator[str]:
    """Spellings without what a keyboard may lack: "pjöngjang" → pjoengjang, pjongjang; "grösste" → größte too."""
    yield word.translate(_UMLAUTS)
    yield _without_marks(word).replace("ß", "ss")
    if "ss" in word:
        yield word.replace("ss", "ß")


def stem(word: str) -> str:
    """What is left of `word` without its ending and its umlaut: "bestände" → bestand, "raketen" → raket."""
    cut = _ENDING.sub("", word)
    return _without_marks(cut if len(cut) >= _SHORTEST_STEM else word)


def inflected(word: str) -> Iterator[str]:
    """Forms in which people look for a name: "rakete" → raketen, "putin" → putins.

    No form is listed that another one begins with (who types "boote" finds "booten"), none for what may be one already.
    """
    if word.endswith("s"):
        return
    if word.endswith("e"):
        yield word + "n"
    elif word.endswith(("er", "el", "en")):
        yield from (word + "n", word + "s")
    elif word.endswith(("a", "i", "o", "u", "y")):
        yield word + "s"
    else:
        yield from (word + "s", word + "en", word + "es")


class Variants:
    """The vocabulary of a dossier and, for each of its words, the other forms that should find it."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._families: dict[str, set[str]] = defaultdict(set)
        for word in vocabulary:
            for part in (word, *_HYPHEN.split(word)):
                self._families[stem(part)].add(part)
        self._known: dict[str, tuple[str, ...]] = {}

    def beyond(self, words: Collection[str], names: Iterable[str] = ()) -> tuple[str, ...]:
        """The variants of `words` and the inflected `names` that are not among `words`, each once."""
        present = {part for word in words for part in (word, *_HYPHEN.split(word))}
        found = dict.fromkeys(variant for word in words for variant in self._of(word))
        found |= dict.fromkeys(form for name in names for form in inflected(name))
        return tuple(variant for variant in found if variant not in present)

    def _of(self, word: str) -> tuple[str, ...]:
        if word not in self._known:
            self._known[word] = tuple(dict.fromkeys(self._make(word)))
        return self._known[word]

    def _make(self, word: str) -> Iterator[str]:
        joined = _HYPHEN.sub("", word)
        parts = dict.fromkeys((word, joined, *_HYPHEN.split(word)))
        for part in parts:
            yield part
            yield from folded(part)
            yield from sorted(self._families.get(stem(part), ()))
            yield from self._tails(part)

    def _tails(self, word: str) -> Iterator[str]:
        """The words of the dossier that `word` ends in: "artilleriemunition" → munition."""
        for start in range(2, len(word) - _SHORTEST_PART + 1):
            yield from sorted(self._families.get(stem(word[start:]), ()))


def _without_marks(word: str) -> str:
    """`word` in its base letters: "hwasŏng" → hwasong."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
