"""What a noun says a person is to the name beside it (`titles.tsv`): "Sprecherin des Ministeriums", "Kims Sohn"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.german.data import read_lines
from generator.german.names.forms import fold, singulars
from generator.german.names.vocabulary import role


@dataclass(frozen=True, slots=True)
class Title:
    """The relation of a person to somebody or something; `forward` if the person is its subject."""

    relation: str
    forward: bool


_ROLE = Title("affiliated_with", forward=True)
_NOT_NOW = (
    "ehemalig",
    "früher",
    "damalig",
    "einstig",
    "designiert",
    "vormalig",
    "künftig",
    "abgesetzt",
    "stellvertret",
)


def title(noun: str) -> Title | None:
    """What `noun` says, in any form; a role noun that is not listed makes a person belong to an organisation."""
    found = next((_titles()[form] for form in _forms(noun) if form in _titles()), None)
    return found or (_ROLE if role(noun) is not None else None)


def hyphenated(noun: str) -> Title | None:
    """What the last part of a compound says: "FDP-Chef", "Aussenamts-Sprecherin"; only listed nouns count."""
    return next((_titles()[form] for form in _forms(noun.rpartition("-")[2]) if form in _titles()), None)


def is_not_held(adjective: str) -> bool:
    """Whether an adjective says that a title is not held, or not now: "der damalige", "die stellvertretende"."""
    stem = fold(adjective)
    return any(stem.startswith(fold(word)) for word in _NOT_NOW)


def _forms(noun: str) -> tuple[str, ...]:
    word = fold(noun)
    forms = singulars(word)
    feminine = [form.removesuffix("in") for form in forms if form.endswith("in")]
    strong = [form + "r" for form in forms if form.endswith("e")]
    return tuple(dict.fromkeys([*forms, *feminine, *strong]))


@cache
def _titles() -> dict[str, Title]:
    rows = (line.split("\t") for line in read_lines("titles.tsv"))
    return {fold(noun): Title(relation, direction == "forward") for noun, relation, direction in rows}
