"""The names that need no context: states with their capitals, organisations, media and places, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.german.data import read_lines
from generator.german.names.forms import fold, singulars
from generator.german.names.matcher import NameTable
from generator.model.ids import Kind


@dataclass(frozen=True, slots=True)
class State:
    """A state with the words that point to it; see the head of `states.tsv`."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name of the table is.

    `state` is the state whose government a city or a building (a `seat`) stands for. `everyday` marks a name that is an
    everyday word or somebody's name as well and therefore needs more evidence.
    """

    kind: Kind
    name: str
    state: str | None = None
    seat: bool = False
    everyday: bool = False


@cache
def states() -> tuple[State, ...]:
    """All states, in the order of the data file."""
    return tuple(_state(line.split("\t")) for line in read_lines("names/states.tsv"))


def _state(row: list[str]) -> State:
    name, *columns = row
    others, adjectives, inhabitants, capitals, seats = (_values(column) for column in columns)
    return State(name, (name, *others), adjectives, inhabitants, capitals, seats)


def _values(column: str) -> tuple[str, ...]:
    return () if column == "-" else tuple(column.split("|"))


@cache
def state_of_adjective(word: str) -> str | None:
    """The state of an adjective in any form: "nordkoreanischen" → "Nordkorea"; None for other words."""
    folded = fold(word)
    stem = folded
    for ending in ("en", "er", "es", "em", "e"):
        if folded.endswith(("isch" + ending, "deutsch" + ending)):
            stem = folded.removesuffix(ending)
    return _adjectives().get(stem)


@cache
def _adjectives() -> dict[str, str]:
    table: dict[str, str] = {}
    for state in states():
        for adjective in state.adjectives:
            table.setdefault(fold(adjective), state.name)
    return table


@cache
def is_inhabitant(noun: str) -> bool:
    """Whether `noun` is a form of an inhabitant's name: "Argentiniers", "Schweizerin"."""
    return any(form.removesuffix("in") in _inhabitants() for form in singulars(fold(noun)))


@cache
def _inhabitants() -> frozenset[str]:
    return frozenset(fold(word) for state in states() for word in state.inhabitants)


@cache
def names() -> NameTable[Entry]:
    """The table of all names of the data files."""
    table: NameTable[Entry] = NameTable()
    for state in states():
        _add(table, state.names, Entry(Kind.STATE, state.name))
        for city in state.capitals:
            _add(table, (city,), Entry(Kind.PLACE, city, state=state.name))
        for seat in state.seats:
            _add(table, (seat,), Entry(Kind.PLACE, seat, state=state.name, seat=True))
    for line in read_lines("names/organisations.tsv"):
        name, _, others = line.partition("\t")
        _add_marked(table, [name, *_values(others)], Kind.ORGANISATION, same=True)
    for line in read_lines("names/outlets.txt"):
        _add_marked(table, line.split("|"), Kind.OUTLET, same=True)
    for line in read_lines("names/places.txt"):
        _add_marked(table, line.split("|"), Kind.PLACE, same=False)
    return table


def _add(table: NameTable[Entry], spellings: tuple[str, ...], entry: Entry) -> None:
    for spelling in spellings:
        table.add(spelling, entry)


def _add_marked(table: NameTable[Entry], spellings: list[str], kind: Kind, *, same: bool) -> None:
    canonical = spellings[0].removesuffix("!")
    for spelling in spellings:
        name = spelling.removesuffix("!")
        table.add(name, Entry(kind, canonical if same else name, everyday=spelling.endswith("!")))


@cache
def _first_names() -> dict[str, bool]:
    words = [word for line in read_lines("names/first_names.txt") for word in line.split()]
    return {word.removesuffix("!"): word.endswith("!") for word in words}


def is_first_name(word: str) -> bool:
    """Whether `word`, or the first half of a double name, is a first name ("Karl", "Karl-Heinz", "Jean-Éric")."""
    table = _first_names()
    return word in table or ("-" in word and word.partition("-")[0] in table)


def is_everyday_first_name(word: str) -> bool:
    """Whether `word` is a first name and an everyday word or a place as well ("Ernst", "Jordan")."""
    return _first_names().get(word, False)


@cache
def eastern_family_names() -> frozenset[str]:
    """Family names that stand before the given name ("Kim", "Xi", "Nguyen")."""
    lines = [line.partition("\t")[2] for line in read_lines("names/eastern_names.tsv")]
    return frozenset(word for line in lines for word in line.split())
