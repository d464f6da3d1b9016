"""What a denial denies: "das" is what was just said, "den Vorwurf" an accusation, other words point to their like."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from generator.german.clauses import INVISIBLE
from generator.german.data import read_lines
from generator.german.verb_forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.annotation import Token

_POINTERS = frozenset(("das", "dies", "dem"))
_ACCUSING = frozenset(
    ("anklage", "anschuldigung", "beschuldigung", "unterstellung", "verdacht", "verdächtigung", "vorhaltung", "vorwurf")
)
_SHORTEST_STEM = 5  # letters; shorter ones are in too many words
_MOST_STEMS = 200  # of a sentence: comparing two takes time in both
_ENDINGS = ("ungen", "ung", "en", "er", "n", "e", "s")


@dataclass(frozen=True, slots=True)
class Denied:
    """The object of a denial.

    `points_back`: a pronoun stands for what was said before. `accusation` and `report`: nouns that stand for an
    allegation, or for anything said. `stems`: what its other words have in common with words of the same family.
    """

    points_back: bool
    accusation: bool
    report: bool
    stems: frozenset[str]


def denied(tokens: Sequence[Token], verbs: Iterable[Token]) -> Denied:
    """What the words of a denial, without its `verbs` of denying, say about what it denies."""
    skipped = {token.span for token in verbs}
    words = [token for token in tokens if token.text not in INVISIBLE and token.span not in skipped]
    nouns = [fold(token.lemma) for token in words if token.tag.startswith("NN")]
    speech = [noun for noun in nouns if noun.endswith(_said_nouns())]
    accusation = any(noun.endswith(tuple(map(fold, _ACCUSING))) for noun in speech)
    return Denied(
        points_back=any(_points(words, place) for place in range(len(words))),
        accusation=accusation,
        report=bool(speech) and not accusation,
        stems=stems(token for token in words if fold(token.lemma) not in speech),
    )


def stems(words: Iterable[Token]) -> frozenset[str]:
    """Stems of nouns and full verbs, alike for one family: "liefern", "Lieferung" → "liefer"."""
    found = (_stem(fold(t.lemma)) for t in words if t.tag.startswith(("NN", "VV")))
    return frozenset(islice((stem for stem in found if len(stem) >= _SHORTEST_STEM), _MOST_STEMS))


def shared_words(one: frozenset[str], other: frozenset[str]) -> int:
    """How many stems of `one` are or end a stem of `other`, or the other way round: "Waffenlieferung", "liefern"."""
    return sum(any(a.endswith(b) or b.endswith(a) for b in other) for a in one)


def _points(words: Sequence[Token], place: int) -> bool:
    """Whether the word at `place` is a pronoun that stands for a sentence: "bestreitet das", "widerspricht dem"."""
    if words[place].text.lower() not in _POINTERS:
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    return following is None or not (following.tag.startswith(("NN", "NE", "ADJ(A)", "CARD", "FM")))


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e)), "")
    return word.removesuffix(ending)


@cache
def _said_nouns() -> tuple[str, ...]:
    return tuple(fold(noun) for noun in read_lines("certainty_nouns.txt"))
