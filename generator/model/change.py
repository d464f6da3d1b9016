"""What changed between two states of a dossier, and the records of it that people keep in `seeds/changes/`.

The values of the enumerations are public: they stand in the JSON of `dossier diff` and in the records.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model.address import STATEMENTS
from generator.model.vocabulary import STANCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.registry import Place
    from generator.model.settings import Language


class Matter(StrEnum):
    """What can change, in the order in which it is told; the values are keys of a record."""

    SOURCES = "sources"
    STATEMENTS = "statements"
    DISPUTES = "disputes"
    RELATIONS = "relations"
    EVENTS = "events"
    PAGES = "pages"


class Turn(StrEnum):
    """What happened to something."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


ASPECTS = (
    *("title", "certainty", "holders", "outlet", "disputed", "published", "rights", "text", "source"),
    *("statements", *STANCES, "type", "item", "date", "participants", "place"),
)
"""Names of what can be different: the title, and every trait."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something published: its permanent id, its name or its words, its place relative to `docs/`.

    `title` is empty where the rights of a source do not allow to publish the words. `traits` are what else a reader
    sees of it, by name ("certainty", "holders"); the values are those of the exports.
    """

    id: str
    title: str = ""
    place: str = ""
    traits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that is different: its name ("title" or that of a trait), what it was and what it is."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """The same thing in both states; the ids differ where they depend on words that changed."""

    before: Item
    after: Item

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What is different, but for the id and the place: the title first, then traits in the order of `after`.

        A title that one state does not know is none that changed.
        """
        old, new = dict(self.before.traits), dict(self.after.traits)
        names = dict.fromkeys((*new, *old))
        titles = [("title", self.before.title, self.after.title)]
        pairs = [pair for pair in titles if all(pair)] + [
            (name, old.get(name, ""), new.get(name, "")) for name in names
        ]
        return tuple(Aspect(*pair) for pair in pairs if pair[1] != pair[2])


@dataclass(frozen=True, slots=True)
class Turnover:
    """What came, went and changed of one matter, each in the order of its own state."""

    new: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything did."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Move:
    """The page `old` is now the page `new`, both relative to `docs/`; `new` empty: it leads nowhere any more."""

    old: str
    new: str
    title: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published dossier as far as it can be compared.

    `review` are open places and drafts, by a key that does not depend on their place. `moved` are pages that only lead
    on, each with where to; `anchors` the anchors of the pages in `read`, as `page#anchor`.
    """

    title: str
    language: Language
    items: Mapping[Matter, Mapping[str, Item]]
    review: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)

    def leads(self, place: str) -> bool:
        """Whether somebody who follows `place`, perhaps with an anchor, arrives at what it meant."""
        page, hash_sign, _ = place.partition("#")
        if page not in self.items[Matter.PAGES]:
            return self.moved.get(page, "").partition("#")[0] in self.items[Matter.PAGES]
        return not hash_sign or page not in self.read or place in self.anchors


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that is different in the state `title` names, against an earlier one.

    `lost` are things whose old place leads nowhere, `review` what a person should newly look at, `counts` every count
    with its values before and after.
    """

    title: str
    language: Language
    matters: Mapping[Matter, Turnover]
    moved: tuple[Move, ...] = ()
    lost: tuple[Item, ...] = ()
    review: tuple[str, ...] = ()
    counts: tuple[tuple[str, int, int], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is."""
        counted = any(before != after for _, before, after in self.counts)
        return bool(any(self.matters.values()) or self.moved or self.lost or self.review or counted)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a record; `formerly` is the id before, where it is another."""

    matter: Matter
    turn: Turn
    id: str
    title: str = ""
    formerly: str = ""
    aspects: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What people say changed on a day (`date`, ISO 8601), with a free note; the file is `seeds/changes/<date>.yml`."""

    date: str
    place: Place
    note: str = ""
    entries: tuple[Entry, ...] = ()
    moves: tuple[Move, ...] = ()


def told(difference: Difference) -> dict[Matter, Turnover]:
    """What a reader is told of each matter.

    Not of what has only another id, nor of a page that only moved or whose source or dispute is told anyway.
    """
    matters = {
        matter: replace(turnover, changed=tuple(change for change in turnover.changed if change.aspects))
        for matter, turnover in difference.matters.items()
    }
    pages = matters[Matter.PAGES]
    others = [matters[matter] for matter in (Matter.SOURCES, Matter.DISPUTES)]
    moved = {page for move in difference.moved for page in (move.old, move.new)}
    new = moved | {place for turnover in others for item in turnover.new for place in _pages(item)}
    gone = moved | {place for turnover in others for item in turnover.gone for place in _pages(item)}
    renamed = {place for turnover in others for change in turnover.changed for place in _pages(change.after)}
    matters[Matter.PAGES] = Turnover(
        tuple(item for item in pages.new if item.place not in new),
        tuple(change for change in pages.changed if change.after.place not in renamed),
        tuple(item for item in pages.gone if item.place not in gone),
    )
    return matters


def _pages(item: Item) -> tuple[str, str]:
    """The page of a source or a dispute, and that of the statements of a source."""
    return item.place, f"{STATEMENTS}/{item.id}.md"
