"""A piece of rendering that needs nothing but the context and a key: what `generate` may do again or leave undone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.model.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.render.context import Context


@dataclass(frozen=True, slots=True)
class Task:
    """The pages of one kind for one key; `kind` and `key` together are unique.

    `make` is a function of a module and holds no data: everything else that a page shows comes from the context.
    """

    kind: str
    key: str
    make: Callable[[Context, str], Iterable[Page]]

    def pages(self, context: Context) -> tuple[Page, ...]:
        """Render."""
        return tuple(self.make(context, self.key))


def whole(kind: str, render: Callable[[Context], Page | Iterable[Page]]) -> Task:
    """The pages that tell of the whole dossier."""
    return Task(kind, "", partial(_whole, render))


def each(kind: str, keys: Iterable[str], render: Callable[[Context, str], Page]) -> Iterator[Task]:
    """A page for each of `keys`."""
    return (Task(kind, key, partial(_one, render)) for key in keys)


def _whole(render: Callable[[Context], Page | Iterable[Page]], context: Context, _key: str) -> Iterable[Page]:
    found = render(context)
    return (found,) if isinstance(found, Page) else found


def _one(render: Callable[[Context, str], Page], context: Context, key: str) -> Iterable[Page]:
    return (render(context, key),)
