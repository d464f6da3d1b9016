from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.anchors import sentence_anchors
from generator.model.dossier import Dossier, Evidence
from generator.model.span import Span
from generator.render.context import build_context
from generator.render.evidence import marks
from tests.render.sample import BEFORE, DOSSIER, SOURCES, VISIT, evidence, span

PAGE = "akteure/x.md"
CONTEXT = build_context(DOSSIER)


def test_a_mark_is_the_number_of_source_and_sentence() -> None:
    mark = marks(CONTEXT, PAGE, evidence(VISIT, "Ministerin"))
    assert mark.source == "[2.3]"
    assert mark.references[0].target.startswith("../quellen/besuch.md#s-")


def test_one_source_needs_no_number() -> None:
    context = build_context(Dossier(DOSSIER.settings, (SOURCES[VISIT],)))
    assert marks(context, PAGE, evidence(VISIT, "Ministerin")).source == "[3]"


def test_the_title_is_the_sentence_with_the_one_before() -> None:
    mark = marks(CONTEXT, PAGE, evidence(VISIT, "Kronberg bestreitet das."))
    assert mark.references[0].title == "Südmark spricht von einem Geschäft. Kronberg bestreitet das."


def test_the_sentence_before_stays_out_if_it_may_not_be_shown() -> None:
    mark = marks(CONTEXT, PAGE, evidence(BEFORE, "Karl Berg drohte mit Sanktionen."))
    assert mark.references[0].title == "Karl Berg drohte mit Sanktionen."


def test_the_sentence_before_stays_out_if_it_is_of_another_block() -> None:
    assert marks(CONTEXT, PAGE, evidence(VISIT, "Nordland soll")).references[0].title == (
        "Nordland soll Haubitzen an Südmark liefern."
    )


def test_evidence_over_two_sentences_has_two_marks_and_each_sentence_one() -> None:
    wide = Evidence(VISIT, Span(span(VISIT, "Kronberg").start, span(VISIT, "Mehr").end))
    found = marks(CONTEXT, PAGE, [wide, *evidence(VISIT, "Kronberg"), *evidence(BEFORE, "2019")])
    assert found.source == "[1.2], [2.8], [2.9]"


def test_evidence_between_sentences_leads_to_the_source() -> None:
    between = span(VISIT, "\n\n")
    assert marks(CONTEXT, PAGE, [Evidence(VISIT, between)]).source == "[Q2]"


def test_equal_sentences_have_different_anchors() -> None:
    parse = SOURCES[VISIT].parse
    anchors = zip(parse.sentences, sentence_anchors(parse), strict=True)
    twice = [anchor for s, anchor in anchors if s.span.of(parse.document.text) == "Mehr ist nicht bekannt."]
    assert len(twice) == 2
    assert twice[1] == f"{twice[0]}-2"


def test_an_anchor_depends_on_the_words_alone() -> None:
    parse = SOURCES[VISIT].parse
    moved = replace(parse, sentences=parse.sentences[3:])
    assert sentence_anchors(parse)[3:] == sentence_anchors(moved)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Im Jahr 2019 besuchte Karl Berg Südmark.", True),  # a relation rests on it
        ("Karl Berg drohte mit Sanktionen.", True),  # somebody's statement
        ("Das Wetter war schlecht.", False),
        ("Wie es anfing", False),
    ],
)
def test_excerpts_show_what_is_evidence(words: str, *, shown: bool) -> None:
    assert CONTEXT.sources[BEFORE].shows(span(BEFORE, words)) is shown


def test_full_rights_show_everything() -> None:
    assert len(CONTEXT.sources[VISIT].shown) == len(SOURCES[VISIT].parse.sentences)
