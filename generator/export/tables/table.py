"""A table, and how it becomes CSV that no spreadsheet runs.

RFC 4180: comma, double quotes where needed, CRLF behind each record, a header. UTF-8 without a byte order mark. A cell
that a spreadsheet would take for a formula (OWASP, "CSV injection": it begins with `=`, `+`, `-`, `@` or their
full-width forms) gets an apostrophe in front; a cell that begins with apostrophes before such a character gets one
more, so that taking one away always gives the text back. Cells hold one line each.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.export.text import plain, utf8

if TYPE_CHECKING:
    from generator.export.view import View

Cell = str | int | bool | Iterable[str] | None
"""A text, a number, a truth value, a list (its values joined by the separator of its column) or nothing."""

_FORMULA = re.compile("'*[=+\\-@＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: `datatype` is a name of CSV on the Web, `separator` stands between the values of a list."""

    name: str
    about: str
    datatype: str = "string"
    separator: str | None = None


Rows = Callable[["View"], Iterable[tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of things, a row each; `groups` give their cells by `columns`, one group below the other."""

    name: str
    about: str
    columns: tuple[Column, ...]
    groups: tuple[Rows, ...]

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.name}.csv"


def header(table: Table) -> bytes:
    """The first line of the table."""
    return utf8(",".join(column.name for column in table.columns) + "\r\n")


def groups(table: Table, view: View) -> list[bytes]:
    """The other lines, group by group."""
    return [_lines(table, rows(view)) for rows in table.groups]


def _lines(table: Table, rows: Iterable[tuple[Cell, ...]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow(_text(cell, column) for cell, column in zip(row, table.columns, strict=True))
    return utf8(file.getvalue())


def harmless(text: str) -> str:
    """`text` as a spreadsheet shows it and never runs it: `=SUM(A1)` → `'=SUM(A1)`."""
    return f"'{text}" if _FORMULA.match(text) else text


def _text(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(plain(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return harmless(str(cell))
    return harmless((column.separator or " ").join(map(plain, cell)))
