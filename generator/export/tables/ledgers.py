"""The tables of how the sources were read: dates, names with several meanings, figures, and what yielded nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.tables.columns import END, RULE, SOURCE, SPACE, START, TEXT, edtf
from generator.export.tables.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.view import View
    from generator.model.ids import SourceId
    from generator.model.ledger import Reading
    from generator.model.span import Span

_CANDIDATES = Column("candidates", "ids of the entities that it could mean", separator=SPACE)


def _place(view: View, source: SourceId, span: Span) -> tuple[Cell, ...]:
    """Where something stands, with its words as far as they may be shown."""
    return source, span.start, span.end, view.words(source, span)


def _dates(view: View) -> Iterator[tuple[Cell, ...]]:
    for source in view.dossier.sources:
        for date in source.dates:
            yield *_place(view, source.document.id, date.span), date.edtf, date.rule


def _metonyms(view: View) -> Iterator[tuple[Cell, ...]]:
    return (("metonym", *_reading(view, reading)) for reading in view.dossier.ledgers.metonyms)


def _surnames(view: View) -> Iterator[tuple[Cell, ...]]:
    return (("surname", *_reading(view, reading)) for reading in view.dossier.ledgers.surnames)


def _reading(view: View, reading: Reading) -> tuple[Cell, ...]:
    return *_place(view, reading.source, reading.span), reading.entity, reading.candidates, reading.rule


def _figures(view: View) -> Iterator[tuple[Cell, ...]]:
    for figure in view.dossier.ledgers.figures:
        yield *_place(view, figure.source, figure.span), figure.values, figure.unit, figure.flags


def _silences(view: View) -> Iterator[tuple[Cell, ...]]:
    for silence in view.dossier.ledgers.silences:
        yield *_place(view, silence.source, silence.span), silence.reason


def _unresolved(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.dossier.unresolved:
        yield *_place(view, item.source, item.span), item.candidates, item.reason


DATES = Table(
    "dates",
    "words that name a time",
    (SOURCE, START, END, TEXT, edtf("edtf", "how they were read"), RULE),
    (_dates,),
)
READINGS = Table(
    "readings",
    "names that could mean several things, and how they were read",
    (
        Column("kind", "metonym: a city or building that may stand for a government; surname: one that several share"),
        SOURCE,
        START,
        END,
        TEXT,
        Column("entity", "id of the entity that it was read as; empty: a person has to decide"),
        _CANDIDATES,
        Column("rule", "the rule that decided; `decision`: a person did, in the registry"),
    ),
    (_metonyms, _surnames),
)
FIGURES = Table(
    "figures",
    "numbers as they are printed",
    (
        SOURCE,
        START,
        END,
        TEXT,
        Column("values", "one decimal number, or the two ends of a range in the order of the text", separator=SPACE),
        Column("unit", "the sign of a unit, or the noun that is counted"),
        Column("flags", "descending: a range from more to less; calibre: one that no weapon has", separator=SPACE),
    ),
    (_figures,),
)
SILENCES = Table(
    "silences",
    "sentences that yielded no statement, and blocks that were set aside",
    (
        SOURCE,
        START,
        END,
        TEXT,
        Column("reason", "caption, credit, no-verb or no-claim; for a block the rule that set it aside"),
    ),
    (_silences,),
)
UNRESOLVED = Table(
    "unresolved",
    "what the rules would not decide and a person can",
    (SOURCE, START, END, TEXT, _CANDIDATES, Column("reason", "why it is open")),
    (_unresolved,),
)
