"""Head nouns of names, words for persons and their roles, words for weapons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.german.data import read_lines
from generator.german.names.forms import fold, singulars
from generator.model.ids import Kind


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that tells what the name beside it is; `uses` as the head of `heads.tsv` explains them."""

    noun: str
    kind: Kind
    uses: frozenset[str]


@cache
def _heads() -> dict[str, Head]:
    rows = (line.split("\t") for line in read_lines("names/heads.tsv"))
    return {fold(noun): Head(noun, Kind(kind), frozenset(uses.split())) for noun, kind, uses in rows}


@cache
def head(noun: str) -> Head | None:
    """The head noun that `noun` is a form of: "Instituts" → Institut."""
    table = _heads()
    return next((table[form] for form in singulars(fold(noun)) if form in table), None)


@cache
def compound_head(noun: str, use: str) -> Head | None:
    """The head noun that `noun` is or ends in: "Friedensforschungsinstitut" → Institut; it must have `use`."""
    word = fold(noun[-_LONGEST_WORD:])
    for start in range(len(word) - 2):
        found = head(word[start:])
        if found and use in found.uses and (start == 0 or len(found.noun) > _SHORT_HEAD):
            return found
    return None


_LONGEST_WORD = 60  # of a longer compound only the end is looked at
_SHORT_HEAD = 3  # "Rat" ends Vorrat and Apparat, "Uni" ends Juni


@cache
def _roles() -> dict[str, str]:
    rows = (line.split("\t") for line in read_lines("names/persons.tsv"))
    return {fold(noun.removesuffix("(r)")): role for noun, role in rows}


@cache
def role(noun: str) -> str | None:
    """The role a word for a person tells, "-" for none, None if it is no such word.

    Compounds follow their last part ("Nordkorea-Experte", "Verteidigungsminister"), the feminine its masculine.
    """
    word = fold(noun[-_LONGEST_WORD:])
    for start in range(len(word) - 2):
        rest = word[start:]
        if start and len(rest) < _SHORTEST_ROLE:
            break
        for form in _masculine(rest):
            if form in _roles():
                return _roles()[form]
    return None


_SHORTEST_ROLE = 5


_WITH_UMLAUT = ("ärzt", "wält", "rät", "köch", "bäuer")


def _without_umlaut(stem: str) -> str:
    """The folded stem of a feminine noun with its last umlaut taken back: "ständerät" → "ständerat"."""
    for index in range(len(stem) - 1, -1, -1):
        if stem[index] in "äö":
            return stem[:index] + "ao"["äö".index(stem[index])] + stem[index + 1 :]
    return stem


def _masculine(noun: str) -> tuple[str, ...]:
    """Base forms of a word for a person: "Professorinnen" → "professor", "Expertin" → "experte"."""
    stem = next((noun.removesuffix(ending) for ending in ("innen", "in") if noun.endswith(ending)), noun)
    plain = _without_umlaut(stem) if stem.endswith(_WITH_UMLAUT) else stem
    feminine = (plain, plain + "e") if stem != noun else ()
    return tuple(dict.fromkeys([*singulars(noun), *singulars(plain), *feminine, noun.removesuffix("r")]))


@cache
def institutions() -> frozenset[str]:
    """Folded nouns for institutions whose people are experts when quoted."""
    return frozenset(fold(noun) for noun in read_lines("names/institutions.txt"))


@cache
def is_institution(noun: str) -> bool:
    """Whether `noun` is such a noun or ends in one: "Friedensforschungsinstituts"."""
    return any(
        form.endswith(word) for form in singulars(fold(noun)) for word in institutions() if len(word) > _SHORT_HEAD
    ) or (fold(noun) in institutions())


@cache
def weapon_words() -> dict[str, dict[str, str]]:
    """The words of `weapons.tsv` by what they do, folded form to the word as it is spelled there."""
    table: dict[str, dict[str, str]] = {}
    for line in read_lines("names/weapons.tsv"):
        word, _, use = line.partition("\t")
        table.setdefault(use, {})[fold(word)] = word
    return table


@cache
def series(use: str) -> frozenset[str]:
    """The letters that open designations, as they are spelled; `use` is "series" or "letter"."""
    rows = (line.split("\t") for line in read_lines("names/weapons.tsv"))
    return frozenset(word for word, its_use in rows if its_use == use)


@cache
def weapon_category(noun: str) -> str | None:
    """The kind of weapon that `noun` names, in the singular: "Kurzstreckenraketen" → "Kurzstreckenrakete"."""
    words = weapon_words()
    for form in singulars(noun):
        folded = fold(form)
        if folded.endswith(tuple(words["not"])):
            return None
        if folded in words["head"] or folded in words["whole"]:
            return form
        if any(folded.endswith(word) and folded != word for use in ("head", "tail") for word in words[use]):
            return form
    return None


@cache
def event_endings() -> tuple[str, ...]:
    """Folded last words of the names of events."""
    return tuple(fold(line) for line in read_lines("names/events.txt"))
