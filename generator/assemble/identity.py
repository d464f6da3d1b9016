"""Ids that depend on words and not on places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.address import digest

if TYPE_CHECKING:
    from generator.model.document import Document


class Identities:
    """Hands out ids within one source: equal words get `-2`, `-3`, … behind the id, in text order."""

    def __init__(self, prefix: str, document: Document) -> None:
        self._prefix = prefix
        self._sources = document.ids
        self._seen: Counter[str] = Counter()

    def __call__(self, words: str) -> tuple[str, tuple[str, ...]]:
        """The id of the next occurrence of `words`, and those that it has had under other ids of the source.

        White space is folded, so that re-wrapping changes nothing.
        """
        folded = " ".join(words.split())
        self._seen[folded] += 1
        times = "" if self._seen[folded] == 1 else f"-{self._seen[folded]}"
        first, *others = (f"{self._prefix}-{digest(source, folded)}{times}" for source in self._sources)
        return first, tuple(others)
