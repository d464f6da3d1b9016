"""What one source adds to the files that tell of all: each part is put between those of other sources.

A part is made from a view that holds nothing but the lists of its source, so it does not change when others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.dossier import records
from generator.export.followthemoney import source_entities
from generator.export.json import lines
from generator.export.jsonld.works import source_nodes
from generator.export.tables import TABLES, groups
from generator.export.view import narrowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.export.tables.table import Table
    from generator.export.text import Bytes
    from generator.export.view import View

    Parts = dict[str, Bytes]
    PartsOf = Callable[[View], list[Parts]]

LISTS = ("sources", "mentions", "quotations", "dates", "statements")
"""The lists of `dossier.json` that are put together from parts."""
_SPLIT = frozenset({"sources", "mentions", "quotations", "statements", "dates", "readings", "figures", "silences"})
SPLIT = tuple(table for table in TABLES if table.name in _SPLIT)
"""The tables that are: in each of their groups the rows stand in the order of the sources."""


def names_in(table: Table) -> list[str]:
    """What the parts of a table are called, a name for each of its groups."""
    return [f"{table.file} {number}" for number in range(len(table.groups))]


def parts_of(view: View) -> list[Parts]:
    """The parts of each source by the file, and the list in it, that they belong to."""
    return [make_parts(narrowed(view, source)) for source in view.sources]


def make_parts(view: View) -> Parts:
    """The parts of the one source that `view` is narrowed to."""
    found = records(view.dossier, view.dossier.sources)
    parts: Parts = {f"dossier.json {name}": lines(found[name]) for name in LISTS}
    for table in SPLIT:
        parts |= zip(names_in(table), groups(table, view), strict=True)
    return parts | {"dossier.jsonld": lines(source_nodes(view)), "ftm.jsonl": source_entities(view)}
