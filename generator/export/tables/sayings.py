"""The tables of what stands in the sources: mentions, quotations, statements, disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.tables.columns import (
    CERTAINTY,
    END,
    FORMERLY,
    HOLDERS,
    ORIGIN,
    OUTLET,
    RULE,
    SOURCE,
    SPACE,
    START,
    TEXT,
    TYPE,
    UNLINKED,
    URL,
    edtf,
    linked,
    unlinked,
)
from generator.export.tables.table import Cell, Column, Table
from generator.model.address import dispute_page, quotation_place, statement_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.view import View
    from generator.model.span import Span


def _mentions(view: View) -> Iterator[tuple[Cell, ...]]:
    for mention in view.dossier.mentions:
        surface = mention.span.of(view.sources[mention.source].annotated.document.text)
        yield mention.entity, mention.source, *_ends(mention.span), surface, mention.metonym, mention.rule


def _quotations(view: View) -> Iterator[tuple[Cell, ...]]:
    for q in view.dossier.quotations:
        outlet = q.outlet.entity if q.outlet else None
        text = view.words(q.source, q.span)
        url = view.url(quotation_place(q) if text else view.sources[q.source].place(q.span))
        said = (q.type, linked(q.speakers), unlinked(q.speakers), outlet, text, url)
        yield q.id, q.source, *_ends(q.span), *said, q.rule, q.formerly


def _statements(view: View) -> Iterator[tuple[Cell, ...]]:
    for s in view.dossier.statements:
        text = view.words(s.source, s.span)
        yield (
            s.id,
            s.source,
            *_ends(s.span),
            s.certainty,
            s.type,
            linked(s.holders),
            unlinked(s.holders),
            s.outlet.entity if s.outlet else None,
            s.about,
            s.said,
            s.speaks_of,
            text,
            view.url(statement_place(s)) if text else None,
            s.rule,
            s.formerly,
        )


def _disputes(view: View) -> Iterator[tuple[Cell, ...]]:
    for dispute in view.dossier.disputes:
        url = view.url(dispute_page(dispute))
        for number, side in enumerate(dispute.sides, 1):
            held = (side.stance, side.holders, side.unlinked, side.statements)
            yield dispute.id, dispute.title, number, *held, dispute.origin, dispute.rule, url, dispute.formerly


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


MENTIONS = Table(
    "mentions",
    "names in the sources that stand for an entity",
    (
        Column("entity", "id of the entity"),
        SOURCE,
        START,
        END,
        Column("text", "the name as it stands there"),
        Column("metonym", "whether it stands for a government", "boolean"),
        RULE,
    ),
    (_mentions,),
)
QUOTATIONS = Table(
    "quotations",
    "somebody's words",
    (
        Column("id", "id, which depends on the words"),
        SOURCE,
        START,
        END,
        TYPE,
        HOLDERS,
        UNLINKED,
        OUTLET,
        TEXT,
        URL,
        RULE,
        FORMERLY,
    ),
    (_quotations,),
)
STATEMENTS = Table(
    "statements",
    "what is claimed, by whom, through whom, and how certainly",
    (
        Column("id", "id, which depends on the words"),
        SOURCE,
        START,
        END,
        CERTAINTY,
        TYPE,
        HOLDERS,
        UNLINKED,
        OUTLET,
        Column("about", "ids of the entities that it names", separator=SPACE),
        edtf("said", "when it was said"),
        Column("speaks_of", "the times that it names, as EDTF", separator=SPACE),
        TEXT,
        URL,
        RULE,
        FORMERLY,
    ),
    (_statements,),
)
DISPUTES = Table(
    "disputes",
    "matters on which the sources let at least two sides speak, a row for each side",
    (
        Column("dispute", "id of the dispute"),
        Column("title", "what it is about"),
        Column("side", "number of the side, from 1", "integer"),
        Column("stance", "what the side does: alleges, denies, considers_possible or doubts"),
        HOLDERS,
        UNLINKED,
        Column("statements", "ids of its statements", separator=SPACE),
        ORIGIN,
        RULE,
        URL,
        FORMERLY,
    ),
    (_disputes,),
)
