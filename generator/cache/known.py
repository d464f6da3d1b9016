"""What of a registry the annotators of one source can see, and whether it is still the same.

The annotators ask the registry about words: those of the text and those of names they know in full. Who remembers the
words knows which names could ever have answered; as long as these stay the same, so does everything that was found.
So a new entity concerns the few sources that contain its name.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING

from generator.german.names.forms import keys
from generator.german.names.known import Known, KnownNames
from generator.german.names.matcher import NameTable
from generator.model.registry import NOWHERE, RegistryEntity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from generator.german.names.matcher import Match, Part
    from generator.model.ids import SourceId
    from generator.model.registry import Decision


def narrowed(known: KnownNames, source: SourceId) -> KnownNames:
    """`known` with the decisions on `source` only and no more of them than decides: nothing else can be read."""
    decisions = tuple(bare(decision) for decision in known.decisions if decision.context.source == source)
    decided = (known.entities[decision.entity] for decision in decisions if decision.entity)
    entities = {entity.id: RegistryEntity(entity.id, entity.kind, entity.name, NOWHERE) for entity in decided}
    return KnownNames(known.table, entities, decisions)


def bare(decision: Decision) -> Decision:
    """What of a decision decides anything."""
    return replace(decision, context=replace(decision.context, place=NOWHERE), reason="")


def watched(known: KnownNames) -> tuple[KnownNames, Callable[[], AbstractSet[str]]]:
    """`known`, and what gives the keys of all words that it has been asked about so far."""
    table = _Watched(known.table)
    return replace(known, table=table), table.words


def digest(known: KnownNames, words: AbstractSet[str]) -> str:
    """A hash of everything that `known`, narrowed to a source, can answer about `words`."""
    answers = (*starmap(_shown, known.table.within(words)), repr((known.entities, known.decisions)))
    return hashlib.sha256("\n".join(answers).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=2**16)
def _shown(spelled: str, known: Known) -> str:
    return repr((spelled, known))


class _Watched(NameTable[Known]):
    """A table that notes the words of every question."""

    def __init__(self, table: NameTable[Known]) -> None:
        super().__init__()
        self._table = table
        self._asked: set[str] = set()
        self._last: Sequence[Part] = ()

    def matches(self, parts: Sequence[Part], start: int) -> list[Match[Known]]:
        """The answer of the table."""
        if parts is not self._last:
            self._asked.update(part.text for part in parts)
            self._last = parts
        return self._table.matches(parts, start)

    def within(self, words: AbstractSet[str]) -> Iterator[tuple[str, Known]]:
        """The answer of the table."""
        return self._table.within(words)

    def words(self) -> AbstractSet[str]:
        """The keys of the words of all questions."""
        return {key for word in self._asked for key in keys(word)}
