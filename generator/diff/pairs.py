"""What is the same thing in both states although its id is another.

The id of a statement depends on its words, so that a mended comma makes a new one: statements of one source belong
together if they share most of their words. Anything else does if its name and its kind are the same. All rules are
symmetric, and the time they take grows with the number of words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.model.change import Matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.change import Item

NEAR = 0.6
"""Statements that share this part of their words (Dice's coefficient) are near-identical."""
COMMON = 20
"""A word that more statements on one side have than this says nothing about which two belong together."""
_WORD = re.compile(r"\w+")
_KIND = {Matter.RELATIONS: ("type", "item"), Matter.SOURCES: ("text",)}


def pairs(matter: Matter, gone: Mapping[str, Item], come: Mapping[str, Item]) -> dict[str, str]:
    """The id of before → the id of now; each id at most once."""
    if matter is Matter.PAGES:
        return {}
    if matter is Matter.STATEMENTS:
        return _best(_alike(gone.values(), come.values()))
    kinds = _KIND.get(matter, ())
    return _unique(_keyed(gone.values(), kinds), _keyed(come.values(), kinds))


def _keyed(items: Iterable[Item], kinds: tuple[str, ...]) -> dict[tuple[str, ...], list[str]]:
    keyed: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in items:
        traits = dict(item.traits)
        keyed[(item.title, *(traits.get(kind, "") for kind in kinds))].append(item.id)
    return keyed


def _unique(old: Mapping[tuple[str, ...], list[str]], new: Mapping[tuple[str, ...], list[str]]) -> dict[str, str]:
    """Only where exactly one is on each side: no guess."""
    return {ids[0]: new[key][0] for key, ids in old.items() if len(ids) == 1 and len(new.get(key, ())) == 1}


def _alike(gone: Iterable[Item], come: Iterable[Item]) -> Iterator[tuple[float, str, str]]:
    """How alike the wording of two statements of one source is, from `NEAR` to 1."""
    old, new = _words(gone), _words(come)
    where, often = defaultdict(list), Counter(key for counted in old.values() for key in counted)
    for one, counted in new.items():
        for key in counted:
            where[key].append(one)
    for one, counted in old.items():
        shared: Counter[str] = Counter()
        for key, number in counted.items():
            if often[key] <= COMMON and len(where[key]) <= COMMON:
                shared.update({other: min(number, new[other][key]) for other in where[key]})
        for other in shared:
            alike = 2 * (counted & new[other]).total() / (counted.total() + new[other].total())
            if alike >= NEAR:
                yield alike, one, other


def _words(items: Iterable[Item]) -> dict[str, Counter[tuple[str, str]]]:
    """How often each statement has each word, with its source: words of two sources are never the same."""
    return {
        item.id: Counter((dict(item.traits).get("source", ""), word) for word in _WORD.findall(item.title.casefold()))
        for item in items
    }


def _best(alike: Iterable[tuple[float, str, str]]) -> dict[str, str]:
    """The most alike first; what is taken is taken."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, one, other in sorted(alike, key=lambda each: (-each[0], sorted(each[1:]))):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found
