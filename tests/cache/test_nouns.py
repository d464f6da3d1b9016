from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache.entry import Entry, load, save
from generator.cache.nouns import DamagedError, decode, encode
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
from generator.model.dossier import Statement
from generator.model.ids import Certainty, Edtf, EntityId, Kind, QuotationType, SourceId
from generator.model.span import Span

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Anna sagte am Montag 😀 „ja“."
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
def test_round_trip(annotated: AnnotatedDocument, tmp_path: Path) -> None:
    save(Entry(annotated, frozenset({"anna", "x"}), "names"), tmp_path, "code")
    assert load(tmp_path, "code", SOURCE) == Entry(annotated, frozenset({"anna", "x"}), "names")


def test_the_document_is_not_repeated(tmp_path: Path) -> None:
    save(Entry(FULL, frozenset(), ""), tmp_path, "code")
    assert TEXT not in (tmp_path / "a.json").read_text(encoding="utf-8")


@given(st.from_type(Statement))
def test_any_statement_is_read_as_it_was_written(statement: Statement) -> None:
    line = encode((statement,))
    assert b"\n" not in line
    assert decode(tuple[Statement, ...], line) == (statement,)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"{}",
        b"[1]",
        b'{"start":0}',
        b'{"start":"0","end":1}',
        b'{"start":0.5,"end":1}',
        b'{"start":true,"end":1}',
        b'{"start":0,"end":1}}',
        b"\xff",
        b"[" * 200_000,
    ],
)
def test_what_is_no_span(line: bytes) -> None:
    with pytest.raises(DamagedError):
        decode(Span, line)
