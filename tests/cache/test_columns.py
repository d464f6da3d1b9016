from __future__ import annotations

import json

import pytest

from generator.cache.columns import DamagedError, decode, encode
from generator.model.annotation import (
    AnnotatedDocument,
    Block,
    BlockKind,
    Claim,
    Mention,
    Parse,
    Party,
    Quotation,
    Sentence,
    TemporalExpression,
    Token,
)
from generator.model.document import Document, Metadata
from generator.model.ids import Certainty, Edtf, EntityId, Kind, QuotationType, SourceId
from generator.model.span import Span

TEXT = "Anna sagte am Montag \ud800 „ja“."
SOURCE = Document(SourceId("a"), "seeds/articles/a.txt", TEXT, "0" * 64, Metadata())
FULL = AnnotatedDocument(
    Parse(
        SOURCE,
        (Block(BlockKind.PARAGRAPH, Span(0, 28), "paragraph"),),
        (Sentence(Span(0, 28), 0, (Token(Span(0, 4), "Anna", "NE", "Anna"),)), Sentence(Span(0, 4), 0, ())),
    ),
    (
        Mention(Span(0, 4), Kind.PERSON, "Anna", "x", EntityId("anna"), True, (EntityId("anna"),), ("expert",)),  # noqa: FBT003
        Mention(Span(0, 4), Kind.OTHER, "Anna", "y"),
    ),
    (
        Quotation(
            QuotationType.DIRECT,
            Span(24, 26),
            "z",
            Span(5, 10),
            (Party(Span(0, 4), "Anna"), Party(Span(0, 4), "Anna", EntityId("anna"))),
            Party(Span(0, 4), "Bote"),
            running=True,
        ),
        Quotation(QuotationType.REPORTED, Span(24, 26), "z"),
    ),
    (TemporalExpression(Span(11, 20), Edtf("2023-09-04"), "weekday"),),
    (Claim(Span(0, 28), Certainty.REPORTED, "c", (Span(5, 10), Span(0, 1))), Claim(Span(0, 28), Certainty.DENIED, "d")),
)


@pytest.mark.parametrize("annotated", [FULL, AnnotatedDocument(Parse(SOURCE, (), ()))], ids=["full", "empty"])
def test_round_trip(annotated: AnnotatedDocument) -> None:
    columns = json.loads(json.dumps(encode(AnnotatedDocument, [annotated])))
    assert decode(AnnotatedDocument, columns, 1, SOURCE) == [annotated]


def test_the_document_is_not_repeated() -> None:
    assert TEXT not in json.dumps(encode(AnnotatedDocument, [FULL]), ensure_ascii=False)


@pytest.mark.parametrize("column", [None, {}, [[0], [0, 1]], [[0]], [[0], [True]], [[0], [1.0]], [[0], [40]], "ab"])
def test_a_span_that_no_text_has(column: object) -> None:
    with pytest.raises((DamagedError, ValueError, TypeError)):
        decode(Span, column, 1, SOURCE)


@pytest.mark.parametrize("sizes", [[-1, 2], [True, False], [1], "ab"])
def test_lists_whose_lengths_are_wrong(sizes: object) -> None:
    with pytest.raises((DamagedError, ValueError, TypeError)):
        decode(tuple[str, ...], [sizes, ["a"]], 2, SOURCE)
