"""What stands on lines of its own: headings, paragraphs, lists, tables, quotations."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from generator.render.markdown.fragment import Markdown, combine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INDENT = "    "
_ANCHOR = re.compile(r"[a-z][a-z0-9_-]*")
_LINES = re.compile(r"\s*\n\s*")


def blocks(*parts: Markdown) -> Markdown:
    """Put blocks one under the other, with an empty line between them."""
    return combine("\n\n", (Markdown(part.source.strip("\n"), part.references) for part in parts))


RULE = Markdown("---")


def heading(level: int, content: Markdown, anchor: str = "", *, searchable: bool = True) -> Markdown:
    """Make a heading of `level` 1 to 6; `anchor` is its permanent id in ASCII.

    What stands under a heading that is not `searchable` is left out of the search. Raises ValueError if `anchor` is
    none.
    """
    if anchor and not _ANCHOR.fullmatch(anchor):
        raise ValueError(f"not an anchor: {anchor!r}")
    words = _one_line(content)
    attributes = [*([f"#{anchor}"] if anchor else []), *([] if searchable else ["data-search-exclude"])]
    written = f" {{ {' '.join(attributes)} }}" if attributes else ""
    return Markdown(f"{'#' * level} {words}{written}" if words else "", content.references)


def paragraph(*parts: Markdown) -> Markdown:
    """Join the parts to one paragraph."""
    content = combine("", parts)
    return Markdown(_one_line(content), content.references)


def bullets(items: Iterable[Markdown]) -> Markdown:
    """Make a list; an item may hold several blocks."""
    return _list([_item("-", item) for item in items])


def numbered(items: Iterable[Markdown]) -> Markdown:
    """Make a list that counts from 1."""
    return _list([_item(f"{number}.", item) for number, item in enumerate(items, 1)])


def table(header: Sequence[Markdown], rows: Iterable[Sequence[Markdown]]) -> Markdown:
    """Make a table; raises ValueError if a row has not as many cells as the header."""
    return table_of(header, [table_rows(len(header), rows)])


def table_of(header: Sequence[Markdown], parts: Iterable[Markdown]) -> Markdown:
    """Make a table of `parts`, each of them `table_rows` as wide as the header."""
    return combine("\n", [_row(header), Markdown("|" + " --- |" * len(header)), *parts])


def table_rows(width: int, rows: Iterable[Sequence[Markdown]]) -> Markdown:
    """Make rows for `table_of`; raises ValueError if one has not `width` cells."""
    lines = []
    for row in rows:
        if len(row) != width:
            raise ValueError(f"{len(row)} cells under {width} headings")
        lines.append(_row(row))
    return combine("\n", lines)


def quote(content: Markdown) -> Markdown:
    """Set `content` apart as words of somebody else."""
    lines = content.source.strip("\n").split("\n")
    return Markdown("\n".join(f"> {line}".rstrip() for line in lines), content.references)


def _row(cells: Sequence[Markdown]) -> Markdown:
    written = "".join([f" {_one_line(cell)} |" for cell in cells])
    return Markdown("|" + written, tuple(chain.from_iterable([cell.references for cell in cells])))


def _list(items: list[Markdown]) -> Markdown:
    return combine("\n\n" if any("\n" in item.source for item in items) else "\n", items)


def _item(sign: str, item: Markdown) -> Markdown:
    return Markdown(f"{sign:<4}{_indented(item.source)}", item.references)


def _indented(source: str) -> str:
    return source.strip().replace("\n", "\n" + _INDENT).replace(f"\n{_INDENT}\n", "\n\n")


def _one_line(content: Markdown) -> str:
    return (_LINES.sub(" ", content.source) if "\n" in content.source else content.source).strip()
