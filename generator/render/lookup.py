"""Answers that are worked out when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from generator.model.span import Span

K = TypeVar("K")
V = TypeVar("V")
Place = tuple[int, int]
"""Where something stands in a text: start and end, as in a span."""


def place(span: Span) -> Place:
    """The place of a span."""
    return span.start, span.end


class Lookup(Mapping[K, V]):
    """A mapping of every key to what `make` makes of it, made once; it has no list of its keys."""

    def __init__(self, make: Callable[[K], V]) -> None:
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        raise TypeError

    def __len__(self) -> int:
        raise TypeError
