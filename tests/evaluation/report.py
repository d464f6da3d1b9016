"""The table of the evaluation, as Markdown: `design/evaluation.md`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.evaluation.score import Figures

OWN = "own"
SPEED = "speed"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: `figure` is its name in `score`, `reference` and `goal` are in percent ("" for none)."""

    figure: str
    reference: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the public sets whose names begin with `sets` are its columns, beside our own."""

    title: str
    sets: str
    rows: tuple[Row, ...]


TABLES = (
    Table(
        "Quotations",
        "quotations",
        (
            Row("direct + indirect: span", "78.0", "84"),
            Row("direct + indirect: span and speaker", "67.1", "75"),
            Row("direct + indirect: precision of the span", "", "88"),
            Row("direct: span", "88.2", "92"),
            Row("direct: span and speaker", "67.7", "80"),
            Row("indirect: span"),
            Row("indirect: span and speaker"),
            Row("running on: span", "36.1", "58"),
            Row("running on: span and speaker", "28.9"),
            Row("reported: span", "", "45"),
            Row("reported: span and speaker"),
            Row("speaker under the full name"),
            Row("outlet"),
        ),
    ),
    Table(
        "Names",
        "names",
        (
            Row("names: exact span", "68.5", "75"),
            Row("names: overlapping", "81.4", "87"),
            Row("names: span and class", "63.4", "69"),
            Row("names: persons found", "80", "90"),
            Row("names: full name right"),
        ),
    ),
    Table("Dates", "times", (Row("dates: found", "80.7", "88"), Row("dates: right value", "67.0", "80"))),
    Table("Certainty", "certainty", (Row("certainty: right"),)),
)
SPEED_GOALS = {"seconds for 1,000 tokens": "0.35", "megabytes at most": "250", "seconds to load": "0.6"}
INTRODUCTION = """\
# Evaluation

Written by `python -m tests.evaluation`; the labels and what the figures mean are described in
`tests/evaluation/README.md`. Percent: F1, for "precision", "found", "right", "full name" and "outlet" as named. The
annotators ran on raw text without a registry. References and goals are for the public dev sets: an hour's rules on gold
tokens (quotations), lists and a CRF trained on 2,200 sentences (names), HeidelTime (dates). Our own set is meant to be
hard and small: one label more or less can move a figure by a point. The name model was trained on `names/train`.
"""


def report(recorded: dict[str, Figures]) -> str:
    """The whole page for what is recorded for each set, ending in a line feed."""
    parts = [INTRODUCTION, *(_table(table, recorded) for table in TABLES), _speed(recorded.get(SPEED, {}))]
    return "\n".join(parts)


def _table(table: Table, recorded: dict[str, Figures]) -> str:
    sets = [name for name in sorted(recorded) if name.split("/")[0] == table.sets] + [OWN]
    rows = [[row.figure, row.reference, row.goal, *_cells(row.figure, sets, recorded)] for row in table.rows]
    return _markdown(table.title, ["", "reference", "goal", *sets], rows)


def _cells(figure: str, sets: Sequence[str], recorded: dict[str, Figures]) -> Iterator[str]:
    for name in sets:
        value = recorded.get(name, {}).get(figure)
        yield "" if value is None else f"{value:.1f}"


def _speed(figures: Figures) -> str:
    rows = [[name, goal, f"{figures.get(name, float('nan')):g}"] for name, goal in SPEED_GOALS.items()]
    return _markdown("Speed", ["one core, everything included", "at most", "measured"], rows)


def _markdown(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return f"## {title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)
