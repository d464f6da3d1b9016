"""Stand-off marks to properly nested markup: the one place that decides which element opens inside which.

Marks of a text may lie in each other, cross each other or share their borders; elements of a page may only nest.
Where two marks cross, the one with the higher rank is split at the border of the other; a rank-0 mark is never split
unless it crosses another of rank 0. The text itself is untouched: the pieces, put together, are the text again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mark(Generic[T]):
    """A stretch of text with what it is marked as; the lower `rank` stays whole where two marks cross."""

    span: Span
    rank: int
    value: T


@dataclass(frozen=True, slots=True)
class Open(Generic[T]):
    """An element begins; `first` is false where a split mark goes on."""

    mark: Mark[T]
    first: bool


@dataclass(frozen=True, slots=True)
class Text:
    """The text from `start` to `end`, never empty."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Close(Generic[T]):
    """The innermost open element ends."""

    mark: Mark[T]


Piece = Open[T] | Text | Close[T]


def nest(whole: Span, marks: Iterable[Mark[T]]) -> Iterator[Piece[T]]:
    """The pieces of `whole` in order; marks that reach out of it count only with their part inside.

    `[0,10) rank 0` and `[5,15) rank 1` over `[0,20)`: open 0 · text 0–5 · open 1 · text 5–10 · close 1 · close 0 ·
    open 1 again · text 10–15 · close 1 · text 15–20.
    """
    starting = _by_start(whole, marks)
    borders = {whole.start, whole.end, *starting}
    borders.update(min(m.span.end, whole.end) for group in starting.values() for m in group)
    stack: list[Mark[T]] = []
    for here, there in pairwise(sorted(borders)):
        fresh = starting.get(here, [])
        closed = _close(stack, here, fresh)
        yield from map(Close, closed)
        reopened = [m for m in closed if m.span.end > here]
        opening = sorted([*reopened, *fresh], key=_outermost_first)
        stack.extend(opening)
        yield from (Open(m, first=not any(m is r for r in reopened)) for m in opening)
        yield Text(here, there)
    yield from map(Close, reversed(stack))


def _by_start(whole: Span, marks: Iterable[Mark[T]]) -> dict[int, list[Mark[T]]]:
    starting: dict[int, list[Mark[T]]] = {}
    for mark in marks:
        if mark.span.overlaps(whole):
            starting.setdefault(max(mark.span.start, whole.start), []).append(mark)
    return starting


def _close(stack: list[Mark[T]], here: int, fresh: list[Mark[T]]) -> list[Mark[T]]:
    """Take off the stack what ends here, what lies inside that, and what must be split for a fresh mark."""
    ending = next((i for i, m in enumerate(stack) if m.span.end <= here), len(stack))
    closed = stack[ending:][::-1]
    del stack[ending:]
    waiting = [*fresh, *(m for m in closed if m.span.end > here)]
    for mark in waiting:
        split = stack[_first_split(stack, mark) :][::-1]
        del stack[len(stack) - len(split) :]
        closed += split
        waiting += split
    return closed


def _first_split(stack: list[Mark[T]], mark: Mark[T]) -> int:
    """Where the stack must be opened for `mark` to stay whole: at the outermost mark that would cut it."""
    cut = place = len(stack)
    while place and stack[place - 1].rank > mark.rank:
        place -= 1
        if stack[place].span.end < mark.span.end:
            cut = place
    return cut


def _outermost_first(mark: Mark[T]) -> tuple[int, int, int]:
    return (-mark.span.end, mark.rank, mark.span.start)
