from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.annotation import (
    AnnotatedDocument,
    Claim,
    Mention,
    Parse,
    Party,
    Quotation,
    TemporalExpression,
)
from generator.model.document import Document, Metadata
from generator.model.ids import Certainty, Edtf, Kind, QuotationType, SourceId
from generator.model.span import Span
from tests.evaluation.folder import find_sets, read_set, timex_readings
from tests.evaluation.gold import ClaimLabel, DateLabel, LabelledText, NameLabel, QuotationLabel
from tests.evaluation.quotation_score import match, outlets, quotations, speakers_named
from tests.evaluation.score import certainties, dates, exact_names, full_names, overlapping_names, persons, score

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "x" * 100


GOLD = LabelledText("a", TEXT, None)
OUTPUT = AnnotatedDocument(Parse(Document(SourceId("a"), "a.txt", TEXT, "", Metadata()), (), ()))


def quotation(kind: QuotationType, start: int, end: int, speaker: tuple[int, int, str] | None = None) -> Quotation:
    speakers = (Party(Span(*speaker[:2]), speaker[2]),) if speaker else ()
    return Quotation(kind, Span(start, end), "test", speakers=speakers)


def label(kind: str, start: int, end: int, *speaker: Span) -> QuotationLabel:
    return QuotationLabel(kind, (Span(start, end),), speaker)


def mention(start: int, end: int, kind: Kind, name: str = "") -> Mention:
    return Mention(Span(start, end), kind, name, "test")


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    found = [frozenset(range(8)), frozenset(range(10))]
    assert match([frozenset(range(10))], found) == [(0, 1)]
    assert match([frozenset(range(10))], [frozenset(range(4))]) == []
    assert match([frozenset(range(10))], [frozenset(range(5))]) == [(0, 0)]


def test_quotations_count_spans_and_speakers() -> None:
    labels = (label("direct", 0, 10, Span(12, 15)), label("direct", 20, 30), label("indirect", 40, 50))
    found = (
        quotation(QuotationType.DIRECT, 0, 9, (14, 20, "Eva")),
        quotation(QuotationType.DIRECT, 20, 30, (32, 35, "Eva")),
        quotation(QuotationType.DIRECT, 40, 50),
        quotation(QuotationType.INDIRECT, 60, 70),
    )
    pair = (replace(GOLD, quotations=labels), replace(OUTPUT, quotations=found))
    span, attributed = quotations([pair], frozenset(("direct",)))
    assert (span.right, span.found, span.labelled) == (2, 2, 2)
    assert (attributed.right, attributed.found) == (1, 2)
    both, _ = quotations([pair], frozenset(("direct", "indirect")))
    assert (both.right, both.found, both.labelled) == (3, 4, 3)
    assert both.f1 == pytest.approx(100 * 6 / 7)


def test_speech_in_pieces_is_compared_without_what_stands_between() -> None:
    pieces = QuotationLabel("direct", (Span(0, 10), Span(40, 50)))
    pair = (replace(GOLD, quotations=(pieces,)), replace(OUTPUT, quotations=(quotation(QuotationType.DIRECT, 0, 10),)))
    assert quotations([pair], None)[0].right == 1


def test_outlets_and_full_names_of_speakers() -> None:
    said = QuotationLabel("direct", (Span(0, 10),), (Span(12, 15),), frozenset(("Eva Moser",)), (Span(20, 25),))
    party, outlet = Party(Span(12, 15), "Eva Moser"), Party(Span(24, 30), "Blatt")
    found = Quotation(QuotationType.DIRECT, Span(0, 10), "test", speakers=(party,), outlet=outlet)
    pair = (replace(GOLD, quotations=(said, label("direct", 50, 60))), replace(OUTPUT, quotations=(found,)))
    assert (speakers_named([pair]).recall, outlets([pair]).recall) == (100, 100)
    without = (replace(GOLD, quotations=(said,)), replace(OUTPUT, quotations=(quotation(QuotationType.DIRECT, 0, 10),)))
    assert (speakers_named([without]).recall, outlets([without]).recall) == (0, 0)


def test_names_by_span_class_and_full_name() -> None:
    labels = (
        NameLabel(Span(0, 5), "person", frozenset(("Eva Moser",))),
        NameLabel(Span(10, 15), "state", frozenset(("Schweiz",))),
        NameLabel(Span(20, 25), "event"),
    )
    found = (
        mention(0, 5, Kind.PERSON, "Eva Moser"),
        mention(10, 15, Kind.PLACE, "Bern"),
        mention(20, 26, Kind.OTHER),
        mention(30, 35, Kind.OTHER),
        mention(40, 45, Kind.OTHER),
    )
    pair = (replace(GOLD, names=labels, ignored=(Span(42, 50),)), replace(OUTPUT, mentions=found))
    assert (exact_names([pair], with_class=False).right, exact_names([pair], with_class=False).found) == (2, 4)
    assert exact_names([pair], with_class=True).right == 2
    assert overlapping_names([pair]).right == 3
    assert persons([pair]).recall == 100
    assert (full_names([pair]).right, full_names([pair]).labelled) == (1, 2)


def test_dates_by_span_and_reading() -> None:
    labels = (
        DateLabel(Span(0, 5), frozenset(("1948",))),
        DateLabel(Span(10, 15), frozenset(("2024-01",))),
        DateLabel(Span(20, 25), frozenset()),
    )
    found = tuple(
        TemporalExpression(Span(start, start + 5), Edtf(edtf), "test")
        for start, edtf in ((0, "1948~"), (12, "2024"), (20, "2023"), (30, "2022"))
    )
    spotted, right = dates([(replace(GOLD, dates=labels), replace(OUTPUT, dates=found))])
    assert (spotted.right, spotted.found, spotted.labelled) == (2, 3, 2)
    assert right.right == 1


def test_certainty_is_that_of_the_claim_that_covers_most() -> None:
    labels = (ClaimLabel(Span(0, 50), "denied"), ClaimLabel(Span(60, 70), "asserted"))
    claims = (
        Claim(Span(0, 30), Certainty.DENIED, "test"),
        Claim(Span(30, 60), Certainty.POSSIBLE, "test"),
    )
    count = certainties([(replace(GOLD, claims=labels), replace(OUTPUT, claims=claims))])
    assert (count.right, count.found, count.labelled) == (1, 1, 2)


def test_only_what_is_labelled_gets_figures() -> None:
    assert list(score([(replace(GOLD, dates=()), OUTPUT)])) == ["dates: found", "dates: right value"]


@pytest.mark.parametrize(
    ("value", "readings"),
    [
        ("1998", {"1998"}),
        ("1998-03-01", {"1998-03-01"}),
        ("1998-03-01T20:15", {"1998-03-01"}),
        ("199", {"199X", "1990/1999"}),
        ("19", {"19XX", "1900/1999"}),
        ("1996-W12", {"1996-03-18/1996-03-24"}),
        ("1996-W12-WE", {"1996-03-23/1996-03-24"}),
        ("1996-W60", set()),
        ("1996-FA", {"1996-23"}),
        ("1996-Q1", {"1996-33", "1996-01/1996-03", "1996-01-01/1996-03-31"}),
        ("1996-H2", {"1996-41", "1996-07/1996-12", "1996-07-01/1996-12-31"}),
        ("1996-Q7", set()),
        ("PRESENT_REF", set()),
        ("P3D", set()),
    ],
)
def test_readings_of_timex_values(value: str, readings: set[str]) -> None:
    assert timex_readings(value) == readings


def test_a_folder_of_others_is_read(tmp_path: Path) -> None:
    labels = {
        "published": "2024-03-13",
        "quotations": [{"type": "IndirectFreeIndirect", "quote": [[0, 3]], "speaker": []}],
        "names": [
            {"start": 0, "end": 3, "kind": "person", "derived": False},
            {"start": 4, "end": 7, "kind": "place", "derived": True},
        ],
        "dates": [
            {"start": 0, "end": 3, "type": "DATE", "value": "1998"},
            {"start": 4, "end": 7, "type": "DURATION", "value": "P3D"},
        ],
    }
    for name in ("texts", "gold"):
        (tmp_path / "names" / "dev" / name).mkdir(parents=True)
    (tmp_path / "names/dev/texts/a.txt").write_text("Eva und Ida", encoding="utf-8")
    (tmp_path / "names/dev/gold/a.json").write_text(json.dumps(labels), encoding="utf-8")
    assert list(find_sets(tmp_path)) == ["names/dev"]
    (read,) = read_set(tmp_path / "names/dev")
    assert read == LabelledText(
        "a",
        "Eva und Ida",
        "2024-03-13",
        (QuotationLabel("running", (Span(0, 3),)),),
        (NameLabel(Span(0, 3), "person"),),
        (Span(4, 7),),
        (DateLabel(Span(0, 3), frozenset(("1998",))), DateLabel(Span(4, 7), frozenset())),
    )
