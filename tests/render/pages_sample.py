"""The sample dossier with what the pages outside the entities need: dates, a document, boilerplate, open passages."""

from __future__ import annotations

from dataclasses import replace

from generator.model.annotation import AnnotatedDocument, Block, BlockKind, TemporalExpression
from generator.model.dossier import Dossier, Entity, EntityMention, Fact, Unresolved
from generator.model.ids import AliasKind, Certainty, Edtf, EntityId, Kind, Origin
from generator.model.registry import Alias
from generator.model.settings import Settings
from generator.model.span import Span
from tests.render import sample
from tests.render.sample import BEFORE, SOURCES, VISIT, evidence, span

REPORT = Entity(
    EntityId("lagebericht"),
    Kind.DOCUMENT,
    "Österreichischer Lagebericht",
    aliases=(Alias("«Geschäft»", AliasKind.DESCRIPTION),),
    facts=(
        Fact(
            "issuer",
            "Südmark",
            Certainty.REPORTED,
            Origin.REGISTRY,
            evidence(VISIT, "Südmark spricht"),
            EntityId("suedmark"),
        ),
    ),
)


def _with_boilerplate(source: AnnotatedDocument) -> AnnotatedDocument:
    """Add a rubric behind the text."""
    document = source.document
    text = f"{document.text}\nMehr «Ausland»\n"
    rubric = Block(BlockKind.BOILERPLATE, Span(len(document.text) + 1, len(text) - 1), "rubric")
    parse = replace(source.parse, document=replace(document, text=text), blocks=(*source.parse.blocks, rubric))
    return replace(source, parse=parse)


def _dated(source: AnnotatedDocument, words: str, edtf: str) -> AnnotatedDocument:
    where = span(source.document.id, words)
    return replace(source, dates=(TemporalExpression(where, Edtf(edtf), "sample"),))


_STATEMENTS = tuple(
    replace(statement, speaks_of=(Edtf("2019"),))
    if statement.id == "visit2019"
    else replace(statement, speaks_of=(Edtf("202X"),))
    if statement.id == "falke"
    else statement
    for statement in sample.STATEMENTS
)

DOSSIER = replace(
    sample.DOSSIER,
    sources=(
        _dated(SOURCES[BEFORE], "Im Jahr 2019", "2019"),
        _with_boilerplate(_dated(SOURCES[VISIT], "im Mai", "2024-05")),
    ),
    entities=(*sample.DOSSIER.entities, REPORT),
    mentions=(
        *sample.DOSSIER.mentions,
        EntityMention(
            REPORT.id, VISIT, span(VISIT, "Geschäft"), span(VISIT, "Südmark spricht von einem Geschäft."), "Geschäft"
        ),
    ),
    statements=_STATEMENTS,
    unresolved=(
        Unresolved(VISIT, span(VISIT, "Falk", 4), (EntityId("uwe-falk"), EntityId("falke-7")), "ambiguous"),
        Unresolved(VISIT, span(VISIT, "Wir prüfen [alles]"), (), "no-speaker"),
    ),
)

EMPTY = Dossier(Settings("Noch nichts", "https://dossier.example/"), ())
"""A dossier before anybody put anything into it."""
