"""Ids that depend on words and not on places."""

from __future__ import annotations

from collections import Counter

from generator.model.address import digest


class Identities:
    """Hands out ids within one source: equal words get `-2`, `-3`, … behind the id, in text order."""

    def __init__(self, prefix: str, source: str) -> None:
        self._prefix = prefix
        self._source = source
        self._seen: Counter[str] = Counter()

    def __call__(self, words: str) -> str:
        """The id of the next occurrence of `words`; white space is folded, so that re-wrapping changes nothing."""
        plain = f"{self._prefix}-{digest(self._source, ' '.join(words.split()))}"
        self._seen[plain] += 1
        return plain if self._seen[plain] == 1 else f"{plain}-{self._seen[plain]}"
