"""How names of persons are built: given name and family name, their order, particles, and the genitive."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from generator.german.data import read_lines
from generator.german.names.clusters import is_genitive, is_given, is_person
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import eastern_family_names, is_first_name

_PREFIX = re.compile(r"^(?:al|el|as|asch|ar|an|at|ad)-(?=\w)", re.IGNORECASE)
_LONGEST_SYLLABLE = 5
_EASTERN_WORDS = 3


@cache
def particles() -> frozenset[str]:
    """Small words inside names: "von", "al"."""
    return frozenset(read_lines("names/particles.txt"))


@cache
def particle_names() -> frozenset[str]:
    """Family names that look like common nouns but are none behind particles."""
    return frozenset(read_lines("names/particle_names.txt"))


@cache
def kin() -> frozenset[str]:
    """Folded words for relatives and successors."""
    return frozenset(fold(word) for word in read_lines("names/kin.txt"))


def words(name: str) -> list[str]:
    """The words of a name: "Kim Jong-un" → ["Kim", "Jong-un"]."""
    return name.split()


def is_full(name: str) -> bool:
    """Whether the name has a given name or an initial besides the family name: not "Putin", not "von der Leyen"."""
    return len([w for w in words(name) if fold(w) not in particles()]) > 1


def key(name: str) -> str:
    """What two spellings of one name have in common: "Kim Jong-un" and "Kim Jong Un" → "kim jong un"."""
    return " ".join(fold(name).replace("-", " ").replace(".", " ").split())


@lru_cache(maxsize=4096)
def is_eastern(name: str) -> bool:
    """Whether the family name stands first: "Kim Jong Un", "Xi Jinping", "Moon Jae-in"; not "Kim Kulig"."""
    family, *given = words(name)
    if family not in eastern_family_names() or not given:
        return False
    if len(given) == 1 and "-" not in given[0]:
        return not is_first_name(family) and not is_first_name(given[0])
    syllables = [s for word in given for s in word.split("-")]
    return len(syllables) < _EASTERN_WORDS and all(len(s) <= _LONGEST_SYLLABLE + 1 for s in syllables)


@lru_cache(maxsize=4096)
def family_names(name: str) -> tuple[str, ...]:
    """The keys of all forms in which the family name of a full name can stand alone, the usual one first.

    "Ursula von der Leyen" → ("leyen", "von der leyen"); "Baschar al-Assad" → ("al assad", "assad");
    "Kim Jong Un" → ("kim",).
    """
    parts = words(name)
    if is_eastern(name):
        return (key(parts[0]),)
    start = len(parts) - 1
    while start > 1 and fold(parts[start - 1]) in particles():
        start -= 1
    forms = [parts[-1], " ".join(parts[start:]), _PREFIX.sub("", parts[-1])]
    return tuple(dict.fromkeys(key(form) for form in forms if form))


def looks_given(word: str) -> bool:
    """Whether `word` is listed as a first name or stands where first names stand, with or without its accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return is_first_name(word) or is_given(word) or (plain != word and is_given(plain))


def given_name(name: str) -> str:
    """The key of the given name of a full name."""
    parts = words(name)
    return key(" ".join(parts[1:])) if is_eastern(name) else key(parts[0])


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be forms of one: the same ends, or an initial for the given name."""
    a, b = key(one).split(), key(other).split()
    if a == b:
        return True
    if is_eastern(one) or is_eastern(other) or a[-1] != b[-1]:
        return False
    first, second = a[0], b[0]
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


@lru_cache(maxsize=8192)
def nominative(name: str, *, attribute: bool) -> str:
    """A name without its genitive: "Wladimir Putins" → "Wladimir Putin", but "Helmut Peters" stays.

    The word clusters know which of the two forms is a family name; where they know both or neither, it decides
    whether the name stands like an `attribute` of a noun.
    """
    *front, last = words(name)
    shorter = bases(last)[1:]
    if not shorter or (front and not attribute):
        return name
    known = next((base for base in shorter if is_person(base)), None)
    seen = is_genitive(last) and (attribute or known is not None)
    sure = last.endswith(("'", "’", "'s", "’s")) or seen
    if not sure and not attribute and (is_person(last) or known is None):
        return name
    return name if is_person(last) and known is None and not sure else " ".join([*front, known or shorter[-1]])
