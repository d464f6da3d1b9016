"""What texts cost: work is counted, not timed, and twice the text is at most about twice the work.

Counted are the calls of functions, of Python and of C, which is the same on every machine. A regular expression is one
call however long it takes, so that their part is watched by the processor's time with a generous limit beside it.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generator.annotate import annotate
from generator.errors import InputError
from generator.german.names.known import known_names
from generator.model.document import Document, Metadata
from generator.model.ids import Edtf, SourceId
from generator.read.findings import Findings
from generator.read.html import extract
from generator.read.tree import parse
from generator.render import markdown as md
from tests.fuzz.material import corpus

if TYPE_CHECKING:
    from collections.abc import Callable

GROWTH = 2.6
"""Work for twice the text, at most: linear, with something for tables that grow and caches that fill."""
TIMES = 8.0
"""The same in seconds of the processor for four times the text; quadratic would be 16."""
LEAST = 0.05  # seconds below which nothing is compared

SENTENCES = {
    "one word": "Kim ",
    "letters without a space": "a",
    "capitals": "KIM",
    "hyphens": "a-",
    "quotation marks that open": "«",
    "quotation marks that close": "»",
    "quotations in quotations": "«Er sagte: ‹",
    "colons": "Kim: ",
    "full stops": "z. B. ",
    "brackets": "(",
    "names in brackets": "Kim (",
    "names and commas": "Anna Keller, ",
    "names and conjunctions": "Keller und ",
    "verbs of speech": "sagte Keller, ",
    "subordinate clauses": "dass er sagte, ",
    "sources of statements": "laut Reuters ",
    "denials": "Prag bestreitet nicht, ",
    "numbers": "9'000 ",
    "digits": "9",
    "dates": "13. März 2024 ",
    "relative dates": "vor 2 Jahren ",
    "years": "1990er ",
    "ranges": "2001–",
    "weapons": "M-109 ",
    "lines": "Keller\n",
    "paragraphs": "Keller sagte das.\n\n",
    "headings": "# Keller\n\n",
    "quoted lines": "> ",
    "captions": "Bild: Keller\n\n",
    "agencies": "(reuters) ",
    "apostrophes": "'",
    "ellipses": "… ",
    "soft hyphens": "Kel\u00adler ",
    "combining marks": "a\u0308\u0308",
    "controls of direction": "\u202e",
    "surnames alone": "Novák ",
    "titles": "Minister ",
    "possible": "könnte wohl ",
}


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def seconds(work: Callable[[], object]) -> float:
    """The least of three runs, without the garbage collector: it would count what other tests left behind."""
    gc.disable()
    try:
        return min(_once(work) for _ in range(3))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def check_growth(make: Callable[[str], object], unit: str, size: int) -> None:
    """`make` of `unit` repeated to `size` characters, and to twice as many."""

    def text(times: int) -> str:
        return unit * (times * size // len(unit))

    make(unit * 3)  # what is loaded once
    once, twice = (calls(lambda times=times: make(text(times))) for times in (1, 2))  # type: ignore[misc]
    assert twice <= GROWTH * once + 2000, f"{once} calls, {twice} for twice as much"


def check_time(make: Callable[[str], object], unit: str, size: int) -> None:
    """Likewise for a text of `size` characters and one four times as long, by the clock of the processor."""
    short, long = (seconds(lambda times=times: make(unit * (times * size // len(unit)))) for times in (1, 4))  # type: ignore[misc]
    assert long <= TIMES * max(short, LEAST), f"{short:.2f} s, {long:.2f} s for four times as much"


def read(text: str) -> None:
    meta = Metadata(title="x", published=Edtf("2024-03"))
    annotate(Document(SourceId("x"), "x.txt", text, "0" * 64, meta, 0), KNOWN)


KNOWN = known_names(corpus()[1])


@pytest.mark.parametrize("name", list(SENTENCES))
def test_annotating(name: str) -> None:
    check_growth(read, SENTENCES[name], 2500)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "{a: ",
        "- ",
        "a: b\n",
        '"',
        "'",
        "|\n ",
        "? ",
        "# ",
        "[a,",
        "\n",
        "\t",
        "&a ",
        "%a\n",
        "é",
        "a",
        "- a\n",
        ">\n",
    ],
)
def test_yaml(unit: str) -> None:
    def tree(text: str) -> None:
        parse(text, "x.yml", Findings())

    check_growth(tree, unit, 4000)
    check_time(tree, unit, 8000)


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<p>a",
        "<![CDATA[",
        "<a href='",
        "&#",
        "<table><tr><td>",
        "<!--",
        "</p>",
        "<b><i>",
        "&amp;",
        "<p title=a ",
    ],
)
def test_html(unit: str) -> None:
    def page(text: str) -> None:
        extract(f"<html><body><article><p>Ein Satz, der lang genug ist, um ein Artikel zu sein.</p>{text}")

    check_growth(page, unit, 3000)
    check_time(page, unit, 3000)


@pytest.mark.parametrize(
    "unit", ["[", "](", "[a](", "*[", "]: ", "# ", "> ", "&lt;", "<", "(", "](a ", '](a "', "[^1]: ", "*", "\u202e"]
)
def test_notes_and_escaping(unit: str) -> None:
    def show(text: str) -> None:
        md.note(text)
        md.text(text)
        md.name(text)

    check_growth(show, unit, 4000)
    check_time(show, unit, 8000)


def test_what_is_too_large_is_refused_before_it_is_read() -> None:
    findings = Findings()
    assert parse("[" * 1_000_000, "x.yml", findings) is None
    assert [problem.code for problem in findings.problems] == ["YML003"]
    with pytest.raises(InputError):
        findings.sound(None)
