"""`docs/daten/csv/`: one table a kind, for spreadsheets and statistics, and a description of every column."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.export.json import dump
from generator.export.pieces import collected
from generator.export.tables.ledgers import DATES, FIGURES, READINGS, SILENCES, UNRESOLVED
from generator.export.tables.sayings import DISPUTES, MENTIONS, QUOTATIONS, STATEMENTS
from generator.export.tables.table import groups, header
from generator.export.tables.things import ENTITIES, EVENTS, FACTS, NAMES, RELATIONS, SOURCES
from generator.export.view import view as look_up

__all__ = ["TABLES", "parts", "table_metadata", "tables", "written"]
from generator.model.page import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.export.pieces import Parts, Pieces
    from generator.export.tables.table import Column, Table
    from generator.export.view import View
    from generator.model.dossier import Dossier
    from generator.model.page import Bytes

TABLES: tuple[Table, ...] = (
    SOURCES,
    ENTITIES,
    NAMES,
    FACTS,
    MENTIONS,
    QUOTATIONS,
    STATEMENTS,
    EVENTS,
    RELATIONS,
    DISPUTES,
    DATES,
    READINGS,
    FIGURES,
    SILENCES,
    UNRESOLVED,
)


def tables(dossier: Dossier) -> dict[str, str]:
    """The CSV of each table by its file name."""
    return {file: whole(content) for file, content in written(collected([parts(look_up(dossier))])).items()}


def parts(view: View) -> Parts:
    """The rows of what `view` holds, group by group: in each of them rows stand in the order of the sources."""
    return {name: rows for table in TABLES for name, rows in zip(_names(table), groups(table, view), strict=True)}


def written(pieces: Pieces) -> dict[str, Sequence[Bytes]]:
    """As `tables`, put together from pieces."""
    return {table.file: (header(table), *_rows(table, pieces)) for table in TABLES}


def _rows(table: Table, pieces: Pieces) -> Iterable[Bytes]:
    return chain.from_iterable(pieces.get(name, ()) for name in _names(table))


def _names(table: Table) -> list[str]:
    """What the pieces of a table are called, a name for each of its groups."""
    return [f"{table.file} {number}" for number in range(len(table.groups))]


def table_metadata() -> str:
    """`csv-metadata.json`: what each table and each column holds, as CSV on the Web (W3C 2015)."""
    return dump(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n"]},
            "tables": [_described(table) for table in TABLES],
        },
    )


def _described(table: Table) -> dict[str, Any]:
    columns = [_column(column) for column in table.columns]
    return {"url": table.file, "dc:description": table.about, "tableSchema": {"columns": columns}}


def _column(column: Column) -> dict[str, Any]:
    described = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": column.datatype,
    }
    return described | ({"separator": column.separator} if column.separator else {})
