from __future__ import annotations

from dataclasses import replace

import pytest

from generator.assemble import assemble
from generator.assemble.relations.tie import Tie, plain_relation
from generator.check import check
from generator.model.dossier import Dispute, Dossier, Entity, Event, Evidence, Fact, Side
from generator.model.ids import Certainty, Edtf, EntityId, Kind, Origin, QuotationType, SourceId
from generator.model.issue import Issue, Severity
from generator.model.registry import Registry
from generator.model.settings import Expectation, Settings
from generator.model.span import Span
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
    (note,) = (i for i in issues() if i.code == "LAY001")
    assert note.severity is Severity.NOTE
    assert (note.line, note.code) == (6, "LAY001")
    assert "teaser" in note.message
    assert "Mehr zum Thema: Zölle" in note.message


def test_a_count_outside_the_expected_range_is_an_error() -> None:
    found = issues(Expectation("quotations", least=2), Expectation("unresolved", most=9), Expectation("sources", 1, 1))
    assert [(i.code, i.message) for i in found if i.severity is Severity.ERROR] == [
        ("EXP001", "1 quotations, expected at least 2"),
    ]


def test_sentences_that_should_claim_something_are_noted() -> None:
    found = [(i.line, i.message) for i in issues() if i.code == "COV001"]
    assert (3, "yielded no statement: “Zuerst kam Berg.”") in found
    assert not any("Streit um den Zoll" in message for _, message in found)


def test_a_figure_that_is_hard_to_believe_is_noted() -> None:
    made = Article("Die Granaten messen 152 bis 122 Millimeter.\n")
    (note,) = (i for i in check(assemble(SETTINGS, Registry(), [made.annotated()])) if i.code == "NUM001")
    assert note.message == "“152 bis 122 Millimeter” is hard to believe (descending)"


def test_a_denial_of_nothing_known_is_left_to_a_person() -> None:
    made = Article("Es regnet. Bern bestreitet das.\n")
    made.claim("Bern bestreitet das.", Certainty.DENIED, "bestreitet")
    made.quote("Bern bestreitet das", QuotationType.REPORTED, "Bern")
    (found,) = (i for i in check(assemble(SETTINGS, Registry(), [made.annotated()])) if i.code == "REV005")
    assert found.severity is Severity.REVIEW


def event(identity: str, edtf: str, *people: str, sort: str = "meeting") -> Event:
    proof = (Evidence(SourceId("probe"), Span(0, 10)),)
    participants = tuple(map(EntityId, people))
    return Event(
        EntityId(identity), identity, Edtf(edtf), Certainty.ASSERTED, Origin.EXTRACTED, proof, participants, sort=sort
    )


@pytest.mark.parametrize(
    ("other", "suggested"),
    [
        (event("b", "2019-05", "eva", "karl"), True),
        (event("b", "2019", "karl", "eva"), True),
        (event("b", "2020", "eva", "karl"), False),
        (event("b", "2019-05", "eva"), False),
        (event("b", "2019-05", "eva", "karl", sort="visit"), False),
    ],
)
def test_events_that_may_be_one_are_suggested_and_never_merged(other: Event, *, suggested: bool) -> None:
    dossier = replace(
        assemble(SETTINGS, Registry(), [Article(TEXT).annotated()]), entities=(person("eva"), person("karl"))
    )
    found = check(replace(dossier, events=(event("a", "2019-05-02", "eva", "karl"), other)))
    assert any(i.code == "REV006" for i in found) is suggested


def person(identity: str) -> Entity:
    return Entity(EntityId(identity), Kind.PERSON, identity)


def sound() -> Dossier:
    """A dossier without a fault, with one of everything."""
    made = Article(TEXT)
    made.name("Eva Moser", Kind.PERSON)
    made.claim("Dann kam Eva Moser.", Certainty.ASSERTED)
    made.claim("«Nein», hiess es.", Certainty.DENIED, "Nein")
    made.quote("Nein", QuotationType.DIRECT, "Eva Moser")
    dossier = assemble(SETTINGS, Registry(), [made.annotated()])
    eva = EntityId("eva-moser")
    proof = dossier.statements[0].span
    tie = Tie("visited", eva, eva)
    relation = plain_relation(tie, Certainty.ASSERTED, (), Evidence(SourceId("probe"), proof), "test")
    sides = tuple(Side("denies", (eva,), (s.id,)) for s in dossier.statements)
    fact = Fact("role", "Gast", Certainty.ASSERTED, Origin.REGISTRY, (Evidence(SourceId("probe"), proof),))
    entities = tuple(replace(e, facts=(fact,)) for e in dossier.entities)
    dispute = Dispute(EntityId("streit"), "Streit", sides)
    return replace(
        dossier, relations=(relation,), disputes=(dispute,), events=(event("a", "2019", eva),), entities=entities
    )


def errors(dossier: Dossier) -> list[str]:
    return [issue.code for issue in check(dossier) if issue.severity is Severity.ERROR]


def test_a_sound_dossier_keeps_its_promises() -> None:
    assert errors(sound()) == []


def test_a_quotation_outside_of_its_source_stops_the_build() -> None:
    dossier = sound()
    spoiled = replace(dossier.quotations[0], span=Span(0, len(TEXT) + 1))
    assert errors(replace(dossier, quotations=(spoiled,))) == ["INT001"]


def test_a_statement_of_a_source_that_is_gone_stops_the_build() -> None:
    dossier = sound()
    gone = replace(dossier.statements[0], source=SourceId("fort"))
    assert "INT001" in errors(replace(dossier, statements=(gone, *dossier.statements[1:])))


def test_a_fact_that_rests_on_nothing_stops_the_build() -> None:
    dossier = sound()
    (eva,) = dossier.entities
    for fact in (replace(eva.facts[0], evidence=()), replace(eva.facts[0], origin=Origin.EXTERNAL)):
        assert errors(replace(dossier, entities=(replace(eva, facts=(fact,)),))) == ["INT002"]


def test_a_relation_or_event_that_rests_on_nothing_stops_the_build() -> None:
    dossier = sound()
    assert errors(replace(dossier, relations=(replace(dossier.relations[0], evidence=()),))) == ["INT002"]
    assert errors(replace(dossier, events=(replace(dossier.events[0], evidence=()),))) == ["INT002"]


def test_a_status_without_a_word_for_it_stops_the_build() -> None:
    dossier = sound()
    unfounded = replace(dossier.statements[0], certainty=Certainty.ALLEGED)
    assert errors(replace(dossier, statements=(unfounded, dossier.statements[1]))) == ["INT003"]


@pytest.mark.parametrize("end", ["subject", "object", "item"])
def test_a_relation_to_nobody_stops_the_build(end: str) -> None:
    dossier = sound()
    loose = replace(dossier.relations[0], **{end: EntityId("niemand")})
    assert errors(replace(dossier, relations=(loose,))) == ["INT004"]


def test_a_dispute_of_one_or_without_words_stops_the_build() -> None:
    dossier = sound()
    (dispute,) = dossier.disputes
    one, mute = dispute.sides[:1], (dispute.sides[0], replace(dispute.sides[1], statements=()))
    for sides in (one, mute):
        assert errors(replace(dossier, disputes=(replace(dispute, sides=sides),))) == ["INT005"]
