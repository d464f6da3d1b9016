"""What one source adds to the files that tell of all: each part is text that is put between those of other sources.

A part is made from a view that holds nothing but the lists of its source, so it does not change when others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.dossier import records
from generator.export.followthemoney import source_entities
from generator.export.json import lines
from generator.export.jsonld.works import source_nodes
from generator.export.tables import TABLES, rows
from generator.export.view import narrowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.export.view import View
    from generator.model.ids import SourceId

    Parts = dict[str, str]
    PartsOf = Callable[[View, SourceId], Parts]

LISTS = ("sources", "mentions", "quotations", "dates", "statements")
"""The lists of `dossier.json` that are put together from parts."""
SPLIT = ("mentions", "quotations", "statements", "dates", "figures", "silences")
"""The tables that are: their rows stand in the order of the sources."""


def parts_of(view: View, source: SourceId) -> Parts:
    """The parts of a source by the file, and the list in it, that they belong to."""
    return make_parts(narrowed(view, source))


def make_parts(view: View) -> Parts:
    """The parts of the one source that `view` is narrowed to."""
    found = records(view.dossier, view.dossier.sources)
    parts = {f"dossier.json {name}": lines(found[name]) for name in LISTS}
    parts |= {table.file: rows(table, view) for table in TABLES if table.name in SPLIT}
    return parts | {"dossier.jsonld": lines(source_nodes(view)), "ftm.jsonl": source_entities(view)}
