"""Quotations: readable cases in tests/cases/quotations, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.layout import find_blocks
from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.model.annotation import Mention, Parse, Quotation
from generator.model.document import Document, Metadata
from generator.model.ids import EntityId, Kind, QuotationType, SourceId
from generator.model.span import Span

CASES = Path(__file__).parents[1] / "cases" / "quotations"


class Expected(NamedTuple):
    kind: str
    running: bool
    words: str
    fields: dict[str, str]


class Case(NamedTuple):
    where: str
    text: str
    expected: tuple[Expected, ...]


def parse(text: str) -> Parse:
    document = Document(SourceId("case"), "case.txt", text, "0" * 64, Metadata())
    blocks = find_blocks(document)
    return Parse(document, blocks, find_sentences(text, blocks))


def read_expected(line: str) -> Expected | None:
    if line == "=> nothing":
        return None
    head, *fields = (part.strip() for part in line.removeprefix("=> ").split(" | "))
    kind, _, words = head.partition(": ")
    pairs = dict(field.split(": ", 1) for field in fields)
    return Expected(kind.split()[0], kind.endswith(" running"), words, pairs)


def read_cases() -> list[Case]:
    return [
        case
        for path in sorted(CASES.glob("*.txt"))
        for case in read_file(path.stem, path.read_text(encoding="utf-8").splitlines())
    ]


def read_file(stem: str, lines: list[str]) -> list[Case]:
    cases: list[Case] = []
    text: list[str] = []
    expected: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith("=> "):
            expected.append(line)
        elif line and not line.startswith("# ") and line != "#":
            text.append(line)
        elif not line and expected:
            found = tuple(e for e in map(read_expected, expected) if e)
            cases.append(Case(f"{stem}:{number - 1}", "\n\n".join(text), found))
            text, expected = [], []
    return cases


ALL = read_cases()


def shown(text: str, quotation: Quotation) -> str:
    running = " running" if quotation.running else ""
    who = "; ".join(p.span.of(text) for p in quotation.speakers) or "-"
    via = quotation.outlet.span.of(text) if quotation.outlet else "-"
    cue = quotation.cue.of(text) if quotation.cue else "-"
    return f"{quotation.type}{running}: {quotation.span.of(text)} | who: {who} | via: {via} | cue: {cue}"


def matches(text: str, quotation: Quotation, expected: Expected) -> bool:
    start, cut, end = expected.words.partition(" … ")
    words = quotation.span.of(text)
    same = words.startswith(start) and words.endswith(end) if cut else words == start
    fields = dict(part.split(": ", 1) for part in shown(text, quotation).split(" | ")[-3:])
    return (
        same
        and quotation.type == expected.kind
        and quotation.running == expected.running
        and all(fields[name] == value for name, value in expected.fields.items())
    )


def test_there_are_cases_for_every_type() -> None:
    kinds = {e.kind for case in ALL for e in case.expected}
    assert len(ALL) >= 100
    assert kinds == {"direct", "indirect", "reported"}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    found = find_quotations(parse(case.text), ())
    lines = "\n".join(shown(case.text, q) for q in found)
    assert len(found) == len(case.expected), lines
    assert all(matches(case.text, q, e) for q, e in zip(found, case.expected, strict=True)), lines


def test_party_has_the_full_name_of_the_mention_inside() -> None:
    text = "Die Lage sei ernst, sagte Ministerin Huber."
    at = text.index("Huber")
    huber = Mention(Span(at, at + 5), Kind.PERSON, "Vera Huber", "test", EntityId("vera-huber"))
    (quotation,) = find_quotations(parse(text), (huber,))
    (party,) = quotation.speakers
    assert (party.span.of(text), party.name, party.entity) == ("Ministerin Huber", "Vera Huber", "vera-huber")


def test_pronoun_keeps_its_span_and_takes_the_name_of_the_last_speaker() -> None:
    text = "Vera Huber sagte, die Lage sei ernst. „Wir warten“, sagte sie."
    huber = Mention(Span(0, 10), Kind.PERSON, "Vera Huber", "test", EntityId("vera-huber"))
    (party,) = find_quotations(parse(text), (huber,))[-1].speakers
    assert (party.span.of(text), party.name) == ("sie", "Vera Huber")


def mention(text: str, words: str, kind: Kind, name: str, entity: str | None = None) -> Mention:
    at = text.index(words)
    return Mention(Span(at, at + len(words)), kind, name, "test", EntityId(entity) if entity else None)


def names(text: str, *mentions: Mention) -> list[tuple[str, str | None]]:
    ordered = tuple(sorted(mentions, key=lambda m: m.span.start))
    return [(p.name, p.entity) for p in find_quotations(parse(text), ordered)[-1].speakers]


def test_first_part_of_a_compound_is_never_the_speaker() -> None:
    text = "Der Handel sei nah, sagte der Nordkorea-Experte Cheong vom Sejong-Institut."
    found = names(
        text,
        mention(text, "Nordkorea", Kind.STATE, "Nordkorea", "nordkorea"),
        mention(text, "Cheong", Kind.PERSON, "Cheong Seong Chang", "cheong"),
        mention(text, "Sejong-Institut", Kind.ORGANISATION, "Sejong-Institut"),
    )
    assert found == [("Cheong Seong Chang", "cheong")]


def test_a_compound_without_a_name_keeps_its_own_words() -> None:
    text = "Die US-Zeitung berichtete, der Vertrag sei fertig."
    assert names(text, mention(text, "US", Kind.STATE, "USA", "usa")) == [("Die US-Zeitung", None)]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Die „Neue Post“ schwieg.", "Neue Post"),
        ("Die „Neue Post“ und der „Alte Bote“ schwiegen.", "Die Zeitung"),
        ("Niemand schrieb.", "Die Zeitung"),
    ],
)
def test_the_newspaper_is_the_only_outlet_named_before(before: str, expected: str) -> None:
    text = f"{before}\n\nDie Zeitung berichtete, der Vertrag sei fertig."
    outlets = [mention(text, n, Kind.OUTLET, n) for n in ("Neue Post", "Alte Bote") if n in text]
    assert [name for name, _ in names(text, *outlets)] == [expected]


def test_capitals_that_state_something_together_are_parties_of_their_own() -> None:
    text = "Moskau und Pjöngjang dementieren den Handel."
    found = names(
        text,
        mention(text, "Moskau", Kind.STATE, "Russland", "russland"),
        mention(text, "Pjöngjang", Kind.STATE, "Nordkorea", "nordkorea"),
    )
    assert found == [("Russland", "russland"), ("Nordkorea", "nordkorea")]


@pytest.mark.parametrize(
    ("text", "words", "kind", "expected"),
    [
        ("Ein Sprecher von Olaf Berg sagte, er reise.", "Olaf Berg", Kind.PERSON, "Ein Sprecher von Olaf Berg"),
        ("Ein Sprecher der Nordbahn sagte, der Zug komme.", "Nordbahn", Kind.ORGANISATION, "Nordbahn"),
        ("Die USA-Regierung sagte, der Plan sei gut.", "USA", Kind.STATE, "USA"),
        ("Experten aus den USA sagten, der Plan sei gut.", "USA", Kind.STATE, "Experten aus den USA"),
        ("Der Analyst und Autor Olaf Berg aus Bern sagte, er reise.", "Olaf Berg", Kind.PERSON, "Olaf Berg"),
        ("Bergs Schwester sagte, er reise.", "Bergs", Kind.PERSON, "Bergs Schwester"),
        ("Nach Bergs Ansicht ist das Wetter gut.", "Bergs", Kind.PERSON, "Olaf Berg"),
        ("Nach Angaben von Olaf Berg war das Wetter gut.", "Olaf Berg", Kind.PERSON, "Olaf Berg"),
    ],
)
def test_an_owner_speaks_only_through_his_words_or_his_body(text: str, words: str, kind: Kind, expected: str) -> None:
    full = "Olaf Berg" if kind is Kind.PERSON else words
    assert [name for name, _ in names(text, mention(text, words, kind, full))] == [expected]


def test_demnach_stands_for_the_source_before_it() -> None:
    text = "Die „Neue Post“ berichtet über den Besuch. Die Garde rief demnach zu Fleiss auf: Listen seien verteilt."
    assert names(text, mention(text, "Neue Post", Kind.OUTLET, "Neue Post", "post")) == [("Neue Post", "post")]


def test_for_whom_something_is_so_goes_on_speaking() -> None:
    text = "Der Papst tritt zurück. Für den Theologen Karl Abt sei der Schritt „längst fällig“."
    assert names(text, mention(text, "Karl Abt", Kind.PERSON, "Karl Abt")) == [("Karl Abt", None)]


def test_the_name_of_a_body_in_quotation_marks_is_no_speech() -> None:
    text = "Die Freiwilligen von „Wir helfen alle“ sagten, der Fluss steige."
    found = find_quotations(parse(text), (mention(text, "Wir helfen alle", Kind.ORGANISATION, "Wir helfen alle"),))
    assert [q.type for q in found] == [QuotationType.INDIRECT]


def test_outlet_is_known_by_its_mention() -> None:
    text = "Die Lage sei ernst, sagte Vera Huber gegenüber SRF."
    at = text.index("SRF")
    srf = Mention(Span(at, at + 3), Kind.OUTLET, "SRF", "test")
    (quotation,) = find_quotations(parse(text), (srf,))
    assert quotation.outlet is not None
    assert quotation.outlet.span.of(text) == "SRF"


PIECES = st.sampled_from(
    ["«", "»", "„", "“", "”", '"', "'", "‚", "‘", ", ", ". ", ": ", "\n\n", " sagte ", " laut ", " so ", " dass ",
     "Der Minister ", "sei ", "Peter Muster ", "nach Angaben ", "(", ")", "–", "wie ", "und ", "zu gehen ", "?"]
)  # fmt: skip
WILD = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=150, deadline=None)
@given(WILD)
def test_any_text_gives_spans_inside_it_twice_the_same(text: str) -> None:
    parsed = parse(text)
    found = find_quotations(parsed, ())
    assert found == find_quotations(parsed, ())
    for quotation in found:
        parties = [*quotation.speakers, *([quotation.outlet] if quotation.outlet else [])]
        spans = [quotation.span, *(p.span for p in parties), *([quotation.cue] if quotation.cue else [])]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["«»", "»«", "„“", "“”", '""', "‹›"]),
    st.lists(st.sampled_from(["Wir", "gehen", "heute", "nicht", "ins", "Kino"]), min_size=3, max_size=12),
)
def test_direct_speech_lies_between_its_marks(marks: str, words: list[str]) -> None:
    said = " ".join(words) + " ist wahr"
    text = f"{marks[0]}{said}{marks[1]}, sagte der Minister."
    (quotation,) = [q for q in find_quotations(parse(text), ()) if q.type is QuotationType.DIRECT]
    assert quotation.span.of(text) == said


def test_endless_sentence_is_cut_and_still_attributed() -> None:
    text = "sagte er, dass es regne, " * 2000
    found = find_quotations(parse(text), ())
    assert len(found) > 1
    assert all(q.span.end - q.span.start < len(text) / 5 for q in found)


def test_unclosed_marks_do_not_swallow_what_follows() -> None:
    text = "Er sagte: «Das war alles.\n\nDie Stadt wuchs.\n\n„Ich bleibe“, sagte sie."
    direct = [q for q in find_quotations(parse(text), ()) if q.type is QuotationType.DIRECT]
    assert [q.span.of(text) for q in direct] == ["Ich bleibe"]
