"""Blocks, case by case: see `tests/cases/layout/README.txt`."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.layout import find_blocks
from generator.model.annotation import Block, BlockKind
from generator.model.document import Document, Metadata
from generator.model.ids import SourceId

CASES = Path(__file__).parent.parent / "cases" / "layout"


def read_cases() -> list[tuple[str, str, list[str]]]:
    cases = []
    for path in sorted(CASES.glob("*.txt")):
        for case in re.split(r"(?m)^==== ", path.read_text(encoding="utf-8"))[1:]:
            name, _, rest = case.partition("\n")
            text, _, expected = rest.partition("\n=>\n")
            cases.append((name, text.replace("\\r", "\r"), expected.strip().split("\n")))
    return cases


def blocks_of(text: str, *, path: str = "a.txt", title: str | None = None, body: int = 0) -> tuple[Block, ...]:
    return find_blocks(Document(SourceId("a"), path, text, "", Metadata(title=title), body))


@pytest.mark.parametrize(("name", "text", "expected"), read_cases(), ids=lambda v: v if isinstance(v, str) else "")
def test_case(name: str, text: str, expected: list[str]) -> None:
    title = name.partition("title=")[2] or None
    blocks = blocks_of(text, path="a.md" if name.endswith(".md") else "a.txt", title=title)
    shown = [f"{b.kind} {b.rule}: {' '.join(b.span.of(text).split())}" for b in blocks]
    assert shown == expected


def test_front_matter_is_boilerplate() -> None:
    text = "---\ntitle: x\n---\nDer erste Satz.\n"
    front, body = blocks_of(text, body=text.index("Der"))
    assert (front.kind, front.rule, front.span.of(text)) == (
        BlockKind.BOILERPLATE,
        "front-matter",
        "---\ntitle: x\n---",
    )
    assert body.span.of(text) == "Der erste Satz."


@pytest.mark.parametrize(
    "line",
    [
        "Foto: dpa",
        "Bild: T-online",
        "(Foto: Keystone-SDA)",
        "© Getty Images",
        "Symbolbild",
        "Quelle: Statistisches Bundesamt",
        "Grafik: Anna Beispiel",
    ],
)
def test_credits(line: str) -> None:
    text = f"Der Wald wächst.\n\n{line}\n\nDer See auch."
    assert [b.kind for b in blocks_of(text)] == ["paragraph", "credit", "paragraph"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Eine Reportage von Eva Muster", "byline"),
        ("von Max Muster und Eva Beispiel", "byline"),
        ("Autorin: Eva Muster", "byline"),
        ("Die Fragen stellte Max Muster", "byline"),
        ("(mak)", "byline"),
        ("Aktualisiert am 3. Mai 2024 um 12:10", "stamp"),
        ("Dienstag, 12.03.2024, 14:30 Uhr", "stamp"),
        ("Lesezeit: 4 Minuten", "stamp"),
        ("Mehr dazu: Der Streit um die Brücke", "teaser"),
        ("Das könnte Sie auch interessieren", "teaser"),
        ("Mehr «Wirtschaft»", "rubric"),
        ("dpa, afp", "agency-line"),
        ("(SDA)", "agency-line"),
        ("Quelle: dpa", "agency-line"),
        ("red/APA", "agency-line"),
        ("Artikel anhören", "control"),
        ("Werbung", "advertisement"),
        ("Alle Rechte vorbehalten", "rights"),
        ("* * *", "separator"),
    ],
)
def test_boilerplate(line: str, rule: str) -> None:
    text = f"Der Wald wächst.\n\n{line}\n\nDer See auch."
    found = blocks_of(text)[1]
    assert (found.kind, found.rule, found.span.of(text)) == (BlockKind.BOILERPLATE, rule, line)


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie, was wir unter den Baum legen.",
        "Von einem Rückzug aus der Politik will er nichts wissen.",
        "Bild war die erste Zeitung, die davon schrieb.",
        "Stand: Das ist noch nicht bekannt.",
        "Quellen zufolge war der Vertrag unterschrieben.",
        "(Die Stadt schweigt dazu.)",
        "Autor war ein Lehrer aus Ulm.",
        "Anzeige erstattete die Nachbarin.",
        "Siehe auch: Der Ort liegt am Meer, in ihm wohnen 300 Leute.",
    ],
)
def test_sentences_are_no_boilerplate(line: str) -> None:
    assert [b.kind for b in blocks_of(f"Der Wald wächst.\n\n{line}\n\nDer See auch.")] == ["paragraph"] * 3


@pytest.mark.parametrize("text", ["Foto: " * 90000, "a\n" * 90000, "> " * 200000, "Von A A\n" * 40000, " \n" * 300000])
def test_time_is_linear(text: str) -> None:
    start = time.process_time()
    blocks_of(text, path="a.md")
    assert time.process_time() - start < 10


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aA.?:\n\r #>-(«»©1\u2028Von Foto"), max_size=80) | st.text(max_size=80))
def test_blocks_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    blocks = blocks_of(text, path="a.md")
    assert blocks == blocks_of(text, path="a.md")
    assert all(0 <= b.span.start < b.span.end <= len(text) and b.rule for b in blocks)
    assert all(b.span.of(text).strip() == b.span.of(text) for b in blocks)
    assert all(one.span.end <= other.span.start for one, other in pairwise(blocks))
