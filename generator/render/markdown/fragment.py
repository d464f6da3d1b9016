"""A piece of Markdown with the link definitions it needs: a type, so that plain text cannot slip in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """`[label]: target "title"`, already escaped; it is written once, at the end of the page."""

    label: str
    target: str
    title: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown that is safe to publish, made only by the functions of this package.

    `references` are the definitions that the marks in `source` point to; whoever joins pieces keeps them.
    """

    source: str
    references: tuple[Reference, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.source)


EMPTY = Markdown("")
SPACE = Markdown(" ")
FIRM_SPACE = Markdown("\u00a0")
LINE = Markdown("\n")


def combine(separator: str, parts: Iterable[Markdown]) -> Markdown:
    """Join the parts that are not empty, with `separator` between them and all their references."""
    kept = [part for part in parts if part.source]
    if len(kept) == 1:
        return kept[0]
    references = tuple(chain.from_iterable([part.references for part in kept]))
    return Markdown(separator.join([part.source for part in kept]), references)
