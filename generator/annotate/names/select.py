"""Chooses among mentions that overlap, so that each stretch of text is read once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.annotation import Mention


def select(*layers: Iterable[Mention]) -> list[Mention]:
    """Mentions in text order without overlaps; an earlier layer wins, in one layer the longer mention."""
    starts: list[int] = []
    kept: list[Mention] = []
    for layer in layers:
        for mention in sorted(layer, key=lambda m: (m.span.start - m.span.end, m.span.start)):
            place = bisect_left(starts, mention.span.start)
            before_free = place == 0 or kept[place - 1].span.end <= mention.span.start
            after_free = place == len(kept) or mention.span.end <= kept[place].span.start
            if before_free and after_free:
                starts.insert(place, mention.span.start)
                kept.insert(place, mention)
    return kept
