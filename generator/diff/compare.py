"""Two states compared. Pure: `difference(a, b)` and `difference(b, a)` mirror each other but for addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.pairs import pairs
from generator.model.change import Change, Difference, Item, Matter, Move, Turnover
from generator.model.journal import NEWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.change import Snapshot


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """What is different in `new`."""
    return Difference(
        title=new.title,
        language=new.language,
        matters={matter: _turnover(matter, old.items[matter], new.items[matter]) for matter in Matter},
        moved=tuple(_moved(old, new)),
        lost=tuple(_lost(old, new)),
        review=tuple(words for key, words in new.review.items() if key not in old.review),
        counts=tuple((name, old.counts.get(name, 0), count) for name, count in new.counts.items()),
    )


def _turnover(matter: Matter, old: Mapping[str, Item], new: Mapping[str, Item]) -> Turnover:
    gone = {one: item for one, item in old.items() if one not in new}
    come = {one: item for one, item in new.items() if one not in old}
    same = {one: one for one in old if one in new} | pairs(matter, gone, come)
    changes = [Change(old[before], new[after]) for before, after in same.items()]
    in_order = {item.id: number for number, item in enumerate(new.values())}
    changed = [each for each in changes if each.aspects or each.before.id != each.after.id]
    paired = set(same.values())
    return Turnover(
        new=tuple(item for one, item in come.items() if one not in paired),
        changed=tuple(sorted(changed, key=lambda change: in_order[change.after.id])),
        gone=tuple(item for one, item in gone.items() if one not in same),
    )


def _moved(old: Snapshot, new: Snapshot) -> Iterator[Move]:
    """Pages of before that lead on now; what only leads to the news is gone, and its page says so."""
    pages = new.items[Matter.PAGES]
    for place, item in old.items[Matter.PAGES].items():
        target = new.moved.get(place, "")
        if new.leads(place) and target and not target.startswith(NEWS):
            yield Move(place, target, pages[target.partition("#")[0]].title or item.title)


def _lost(old: Snapshot, new: Snapshot) -> Iterator[Item]:
    """What had an address of its own that leads nowhere now: pages first, then statements and events."""
    pages = old.items[Matter.PAGES]
    yield from (item for place, item in pages.items() if not new.leads(place))
    yield from (Item(place, place, place) for place in old.moved if old.leads(place) and not new.leads(place))
    for matter in (Matter.STATEMENTS, Matter.EVENTS):
        placed = (item for item in old.items[matter].values() if item.place and old.leads(item.place))
        yield from (item for item in placed if not new.leads(item.place))
