from __future__ import annotations

from dataclasses import replace

from generator.assemble import assemble
from generator.check import check
from generator.model.ids import EntityId, Kind, QuotationType
from generator.model.issue import Issue, Severity
from generator.model.registry import Registry
from generator.model.settings import Expectation, Settings
from tests.assemble_support import Article

SETTINGS = Settings("Probe", "https://probe.example/")
TEXT = "Der Streit um den Zoll\n\nZuerst kam Berg.\nDann kam Eva Moser. «Nein», hiess es.\n\nMehr zum Thema: Zölle\n"


def issues(*expectations: Expectation) -> list[Issue]:
    made = Article(TEXT)
    made.name("Berg", Kind.PERSON, candidates=(EntityId("anna-berg"), EntityId("karl-berg")))
    made.name("Eva Moser", Kind.PERSON)
    made.quote("Nein", QuotationType.DIRECT)
    settings = replace(SETTINGS, expectations=expectations)
    return list(check(assemble(settings, Registry(), [made.annotated()])))


def test_what_a_person_should_decide_is_listed_with_file_and_line() -> None:
    found = [(i.line, i.code, i.severity) for i in issues() if i.severity is Severity.REVIEW]
    assert found == [
        (3, "REV001", Severity.REVIEW),
        (4, "REV002", Severity.REVIEW),
        (4, "REV004", Severity.REVIEW),
    ]


def test_an_ambiguous_name_comes_with_its_candidates() -> None:
    (found,) = (i for i in issues() if i.code == "REV001")
    assert found.message == "“Berg” could be anna-berg or karl-berg"


def test_boilerplate_is_a_note_that_says_why() -> None:
    (note,) = (i for i in issues() if i.severity is Severity.NOTE)
    assert (note.line, note.code) == (6, "LAY001")
    assert "teaser" in note.message
    assert "Mehr zum Thema: Zölle" in note.message


def test_a_count_outside_the_expected_range_is_an_error() -> None:
    found = issues(Expectation("quotations", least=2), Expectation("unresolved", most=9), Expectation("sources", 1, 1))
    assert [(i.code, i.message) for i in found if i.severity is Severity.ERROR] == [
        ("EXP001", "1 quotations, expected at least 2"),
    ]
