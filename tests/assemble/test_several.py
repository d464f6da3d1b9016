"""Two invented agency reports on one matter, in German and Austrian spelling (`tests/corpus_several`)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.check import check
from generator.errors import InputError

if TYPE_CHECKING:
    from generator.model.dossier import Dossier, Relation

CORPUS = Path(__file__).parents[1] / "corpus_several"
BERLIN, WIEN = "meldung-berlin", "meldung-wien"


@pytest.fixture(scope="module")
def several() -> Dossier:
    return pipeline.build_dossier(CORPUS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    return tmp_path


def correct(project: Path, article: str, old: str, new: str) -> None:
    path = project / f"seeds/articles/{article}.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def relations(dossier: Dossier, kind: str) -> list[Relation]:
    return [relation for relation in dossier.relations if relation.type == kind]


def forms(dossier: Dossier, identity: str) -> set[str]:
    return {form for entity in dossier.entities if entity.id == identity for form in entity.forms}


def test_spellings_meet_on_one_page(several: Dossier) -> None:
    assert forms(several, "kim-jong-un") >= {"Kim Jong-un", "Kim Jong Un"}
    assert forms(several, "grossbritannien") == {"Großbritannien"}
    persons = [entity.id for entity in several.entities if entity.kind == "person"]
    assert sorted(persons) == ["joseph-dempsey", "kim-jong-un", "matthew-miller", "wladimir-putin"]


def test_facts_of_both_stand_side_by_side_with_their_sources(several: Dossier) -> None:
    (kim,) = (entity for entity in several.entities if entity.id == "kim-jong-un")
    assert [(fact.value, [e.source for e in fact.evidence]) for fact in kim.facts] == [
        ("Machthaber", [BERLIN]),
        ("Diktator", [WIEN]),
    ]


def test_where_they_agree_one_relation_has_the_evidence_of_both(several: Dossier) -> None:
    (delivery,) = (r for r in relations(several, "supplies") if r.object == "wagner-gruppe")
    assert (delivery.item, delivery.certainty, delivery.holders) == ("raketen", "alleged", ("usa",))
    assert [e.source for e in delivery.evidence] == [BERLIN, WIEN]
    (meeting,) = relations(several, "met")
    assert {e.source for e in meeting.evidence} == {BERLIN, WIEN}


def test_where_they_contradict_each_other_both_stand(several: Dossier) -> None:
    found = {
        (r.certainty, r.holders, r.evidence[0].source) for r in relations(several, "supplies") if r.item == "kn-23"
    }
    assert found == {("possible", ("joseph-dempsey",), BERLIN), ("alleged", ("suedkorea",), WIEN)}


def test_each_denial_is_paired_within_its_own_source(several: Dossier) -> None:
    statements = {statement.id: statement for statement in several.statements}
    sides = [
        [(side.stance, side.holders, {statements[key].source for key in side.statements}) for side in dispute.sides]
        for dispute in several.disputes
    ]
    assert [("alleges", ("usa",), {BERLIN}), ("denies", ("russland",), {BERLIN})] in sides
    assert [("alleges", ("usa",), {BERLIN}), ("denies", ("nordkorea",), {BERLIN})] in sides
    assert [("alleges", ("usa",), {WIEN}), ("denies", ("nordkorea", "russland"), {WIEN})] in sides


def test_what_may_be_one_is_suggested(several: Dossier) -> None:
    found = {(issue.code, issue.path.rpartition("/")[2]) for issue in check(several)}
    assert ("REV006", "meldung-berlin.md") in found or ("REV006", "meldung-wien.md") in found
    assert "REV007" in {code for code, _ in found}


def test_a_person_can_say_that_two_disputes_are_one(project: Path) -> None:
    registry = project / "seeds/registry/streit.yml"
    registry.write_text(
        """disputes:
  - id: lieferung-an-wagner
    title: Hat Nordkorea Raketen an die Wagner-Gruppe geliefert?
    sides:
      - stance: alleges
        holders: [usa]
        evidence:
          - {source: meldung-berlin, text: Washington zufolge lieferte Nordkorea}
          - {source: meldung-wien, text: Nordkorea lieferte den USA zufolge}
      - {stance: denies, holders: [nordkorea], evidence: {source: meldung-berlin, text: Nordkorea dementierte das}}
""",
        encoding="utf-8",
    )
    dossier = pipeline.build_dossier(project)
    (dispute,) = (d for d in dossier.disputes if d.id == "lieferung-an-wagner")
    assert dispute.formerly == ()
    assert [(side.stance, side.holders) for side in dispute.sides][-1] == ("denies", ("nordkorea", "russland"))
    assert "REV007" not in {issue.code for issue in check(dossier)}


def test_a_correction_replaces_what_it_corrects(project: Path) -> None:
    correct(project, BERLIN, "lieferte Nordkorea 2022 Raketen", "lieferte Nordkorea 2021 nichts")
    dossier = pipeline.build_dossier(project)
    text = {source.document.id: source.document.text for source in dossier.sources}
    assert all("2022 Raketen" not in s.span.of(text[s.source]) for s in dossier.statements)
    (delivery,) = (r for r in relations(dossier, "supplies") if r.object == "wagner-gruppe" and r.item == "raketen")
    assert [e.source for e in delivery.evidence] == [WIEN]


def test_a_correction_that_takes_the_footing_of_a_fact_stops_with_both_wordings(project: Path) -> None:
    correct(project, WIEN, "nordkoreanischen Diktator", "nordkoreanischen Herrscher")
    with pytest.raises(InputError) as raised:
        pipeline.build_dossier(project)
    (problem,) = raised.value.problems
    assert (problem.path, problem.code) == ("seeds/registry/alle.yml", "REG009")
    assert "den nordkoreanischen Diktator Kim Jong Un" in problem.message
    assert "den nordkoreanischen Herrscher Kim Jong Un" in problem.hint


def test_a_third_source_changes_nothing_of_the_first_two(several: Dossier, project: Path) -> None:
    third = project / "seeds/articles/meldung-bern.txt"
    third.write_text("Putin reist wieder\n\nWladimir Putin besuchte Nordkorea im Mai 2022.\n", encoding="utf-8")
    (project / "seeds/articles/meldung-bern.yml").write_text("published: 2022-05\n", encoding="utf-8")
    dossier = pipeline.build_dossier(project)
    assert {s.id for s in several.statements} < {s.id for s in dossier.statements}
    assert {q.id for q in several.quotations} <= {q.id for q in dossier.quotations}
    assert {d.id for d in several.disputes} == {d.id for d in dossier.disputes}
    assert {r.id for r in several.relations} < {r.id for r in dossier.relations}
