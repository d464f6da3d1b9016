from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export.tables import TABLES, table_metadata, tables
from generator.export.tables.table import harmless
from generator.model.ids import EntityId
from tests.export.hostile import HOSTILE, spoiled
from tests.render.pages_sample import DOSSIER, EMPTY

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

Rows = list[dict[str, str]]


def read(dossier: Dossier) -> dict[str, Rows]:
    found = {}
    for file, text in tables(dossier).items():
        assert text.endswith("\r\n")
        text.encode()
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        assert all(None not in row and None not in row.values() for row in rows), file
        found[file.removesuffix(".csv")] = rows
    return found


@pytest.fixture(scope="module")
def found(corpus: Dossier) -> dict[str, Rows]:
    return read(corpus)


def test_a_row_for_everything(found: dict[str, Rows], corpus: Dossier) -> None:
    for name in ("sources", "entities", "mentions", "quotations", "statements", "events", "relations"):
        assert len(found[name]) == len(getattr(corpus, name)), name
    assert len(found["facts"]) == sum(len(e.facts) + bool(e.summary) for e in corpus.entities)
    assert len(found["disputes"]) == sum(len(d.sides) for d in corpus.disputes)


def test_every_reference_leads_somewhere(found: dict[str, Rows]) -> None:
    entities = {row["id"] for row in found["entities"]}
    statements = {row["id"] for row in found["statements"]}
    ids = {("mentions", "entity"), ("statements", "holders"), ("statements", "about"), ("relations", "subject"),
           ("relations", "object"), ("relations", "item"), ("events", "participants"), ("disputes", "holders"),
           ("names", "entity"), ("facts", "entity"), ("facts", "value_entity"), ("quotations", "outlet")}  # fmt: skip
    for table, column in ids:
        assert {value for row in found[table] for value in row[column].split()} <= entities, (table, column)
    assert {value for row in found["disputes"] for value in row["statements"].split()} <= statements


def test_every_rule_is_named_and_what_a_person_wrote_has_none(found: dict[str, Rows]) -> None:
    for name in ("mentions", "quotations", "statements", "dates"):
        assert found[name]
        assert all(row["rule"] for row in found[name]), name
    for name in ("events", "relations", "disputes"):
        assert all(bool(row["rule"]) == (row["origin"] == "extracted") for row in found[name]), name


def test_the_ledgers_are_tables(found: dict[str, Rows], corpus: Dossier) -> None:
    ledgers = corpus.ledgers
    assert len(found["readings"]) == len(ledgers.metonyms) + len(ledgers.surnames)
    assert {row["kind"] for row in found["readings"]} <= {"metonym", "surname"}
    assert len(found["figures"]) == len(ledgers.figures)
    assert len(found["silences"]) == len(ledgers.silences)
    assert len(found["unresolved"]) == len(corpus.unresolved)
    assert len(found["dates"]) == sum(len(source.dates) for source in corpus.sources)


def test_holders_whom_only_their_words_name_are_there() -> None:
    side = replace(DOSSIER.disputes[0].sides[0], holders=(), unlinked=("ein Sprecher", "die Opposition"))
    dispute = replace(DOSSIER.disputes[0], sides=(side,), formerly=(EntityId("alter-streit"),))
    (row,) = read(replace(DOSSIER, disputes=(dispute,)))["disputes"]
    assert (row["unlinked_holders"], row["formerly"]) == ("ein Sprecher; die Opposition", "alter-streit")


def test_evidence_can_be_looked_up(found: dict[str, Rows], corpus: Dossier) -> None:
    texts = {source.document.id: source.document.text for source in corpus.sources}
    for row in (*found["facts"], *found["relations"], *found["events"]):
        for piece in row["evidence"].split():
            source, start, end = re.fullmatch(r"(.+):(\d+)-(\d+)", piece).groups()  # type: ignore[union-attr]
            assert texts[source][int(start) : int(end)].strip()


def test_the_words_are_those_of_the_source(found: dict[str, Rows], corpus: Dossier) -> None:
    texts = {source.document.id: source.document.text for source in corpus.sources}
    for row in found["mentions"]:
        assert " ".join(texts[row["source"]][int(row["start"]) : int(row["end"])].split()) == row["text"]


def test_words_that_may_not_be_shown_are_left_out() -> None:
    rows = {row["id"]: row for row in read(DOSSIER)["statements"]}
    assert rows["threat"]["text"] == "Karl Berg drohte mit Sanktionen."
    assert "Das Wetter war schlecht" not in "".join(tables(DOSSIER).values())


@pytest.mark.parametrize("dossier", [EMPTY, *map(spoiled, HOSTILE)])
def test_no_cell_is_a_formula_and_none_has_two_lines(dossier: Dossier) -> None:
    for rows in read(dossier).values():
        for row in rows:
            for cell in row.values():
                assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)
                assert "\n" not in cell
                assert "\r" not in cell


@given(st.text())
def test_what_was_made_harmless_can_be_undone(text: str) -> None:
    cell = harmless(text)
    undone = cell[1:] if re.match(r"'+[=+\-@＝＋－＠]", cell) else cell
    assert undone == text


def test_every_column_is_described_where_it_is(corpus: Dossier) -> None:
    described = {table["url"]: table for table in json.loads(table_metadata())["tables"]}
    written = tables(corpus)
    assert list(described) == list(written)
    for file, text in written.items():
        columns = described[file]["tableSchema"]["columns"]
        assert next(csv.reader(io.StringIO(text))) == [column["name"] for column in columns]
        assert all(column["dc:description"] for column in columns)


def test_values_have_the_type_that_is_described(found: dict[str, Rows]) -> None:
    shape = {"integer": r"\d+", "boolean": "true|false", "anyURI": r"(https?://\S+( https?://\S+)*)?"}
    for table in TABLES:
        for column in table.columns:
            pattern = shape.get(column.datatype, ".*")
            assert all(re.fullmatch(pattern, row[column.name]) for row in found[table.name]), (table.name, column.name)
