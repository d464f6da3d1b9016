"""Permanent addresses: whatever is renamed, merged or put in another order, every old address leads somewhere right."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.errors import InputError

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

CORPUS = Path(__file__).parents[1] / "corpus_several"
REGISTRY = "seeds/registry/alle.yml"
_ANCHOR = re.compile(r'(?:id="|\{ #)([a-z][a-z0-9_-]*)')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edit(project: Path, file: str, *changes: tuple[str, str]) -> None:
    path = project / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def pages(dossier: Dossier) -> dict[str, str]:
    return {page.path: page.content for page in pipeline.pages(dossier)}


def anchors(content: str) -> set[str]:
    return set(_ANCHOR.findall(content))


def test_an_entity_that_was_renamed_is_found_under_its_old_id(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    edit(project, REGISTRY, ("id: joseph-dempsey", "id: j-dempsey\n    formerly: [joseph-dempsey]"))
    after = pages(pipeline.build_dossier(project))
    assert set(before) <= set(after)
    assert "[Joseph Dempsey](j-dempsey.md)" in after["experten/joseph-dempsey.md"]
    assert "exclude: true" in after["experten/joseph-dempsey.md"]


def test_an_entity_that_was_merged_into_another_leads_there(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    assert "orte/wladiwostok.md" in before
    place = "  - id: wladiwostok-am-meer\n    kind: place\n    name: Wladiwostok\n    formerly: [wladiwostok]\n"
    edit(project, REGISTRY, ("  - id: kim-jong-un", place + "  - id: kim-jong-un"))
    after = pages(pipeline.build_dossier(project))
    assert set(before) <= set(after)
    assert "(wladiwostok-am-meer.md)" in after["orte/wladiwostok.md"]


def test_every_earlier_id_of_the_registry_has_its_page(project: Path) -> None:
    found = pages(pipeline.build_dossier(project))
    assert "[Kim Jong Un](kim-jong-un.md)" in found["akteure/kim-jong-eun.md"]


def test_a_dispute_that_a_person_takes_over_is_found_under_its_old_id(project: Path) -> None:
    before = pipeline.build_dossier(project)
    (old,) = (d.id for d in before.disputes if "Artilleriemunition" in d.title)
    sides = (
        "      - {stance: alleges, holders: [usa], evidence: {source: meldung-berlin, text: Die US-Regierung wirft}}\n"
        "      - {stance: denies, holders: [russland], evidence: {source: meldung-berlin, text: Russland wies die}}\n"
    )
    (project / "seeds/registry/streit.yml").write_text(
        f"disputes:\n  - id: kauf\n    title: Kauft Russland Munition?\n    formerly: [{old}]\n    sides:\n{sides}",
        "utf-8",
    )
    after = pages(pipeline.build_dossier(project))
    assert "[Kauft Russland Munition?](kauf.md)" in after[f"streitpunkte/{old}.md"]


def test_an_event_that_a_person_takes_over_keeps_its_old_anchor(project: Path) -> None:
    before = pipeline.build_dossier(project)
    (old,) = (event.id for event in before.events if "April 2019" in event.title)
    (project / "seeds/registry/ereignisse.yml").write_text(
        "events:\n  - id: besuch-2019\n    title: Kims Besuch in Russland\n    date: 2019-04\n    certainty: asserted\n"
        "    participants: [kim-jong-un, russland]\n"
        "    evidence: {source: meldung-berlin, text: Kim Jong-un besuchte Russland zuletzt im April 2019}\n",
        "utf-8",
    )
    after = pages(pipeline.build_dossier(project))
    assert {old, "besuch-2019"} <= anchors(after["chronik/index.md"])


def test_sentences_in_another_order_keep_every_anchor(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    article = project / "seeds/articles/meldung-wien.md"
    head, title, *paragraphs = article.read_text("utf-8").strip().split("\n\n")
    article.write_text("\n\n".join([head, title, paragraphs[0], *reversed(paragraphs[1:])]) + "\n", "utf-8")
    after = pages(pipeline.build_dossier(project))
    for page in ("aussagen/index.md", "quellen/meldung-wien.md", "chronik/index.md"):
        assert anchors(before[page]) <= anchors(after[page]), page


def test_white_space_and_line_ends_change_no_anchor(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    article = project / "seeds/articles/meldung-wien.md"
    article.write_bytes(article.read_bytes().replace(b"\n", b"\r\n").replace(b"das. \r\n", b"das.\r\n"))
    after = pages(pipeline.build_dossier(project))
    assert anchors(before["aussagen/index.md"]) == anchors(after["aussagen/index.md"])


def test_a_new_sentence_moves_no_address(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    edit(project, "seeds/articles/meldung-wien.md", ("Kremlchef", "Am Morgen regnete es. Kremlchef"))
    after = pages(pipeline.build_dossier(project))
    assert anchors(before["aussagen/index.md"]) <= anchors(after["aussagen/index.md"])
    assert set(before) <= set(after)


def places(found: dict[str, str]) -> set[str]:
    """Every address of a dossier that readers may have kept: its pages, and each anchor on them."""
    return {*found, *(f"{page}#{anchor}" for page, content in found.items() for anchor in anchors(content))}


def followed(found: dict[str, str], place: str) -> tuple[str, str]:
    """Where a browser ends that follows an old address: the page, and the anchor if the page has it."""
    page, _, anchor = place.partition("#")
    while '<div class="umgezogen"' in found[page]:
        (target,) = re.findall(r"\]\(([^)#]+)", found[page].partition('<div class="umgezogen"')[2])
        page = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    return page, anchor if anchor in anchors(found[page]) else ""


def rename(project: Path, old: str, new: str) -> None:
    """Give a source another id, as seeds/README.md says."""
    article = project / f"seeds/articles/{old}.md"
    head = article.read_text("utf-8").replace("---\n", f"---\nformerly: [{old}]\n", 1)
    article.unlink()
    (project / f"seeds/articles/{new}.md").write_text(head, "utf-8")
    for file in (project / "seeds/registry").glob("*.yml"):
        file.write_text(file.read_text("utf-8").replace(f"source: {old}", f"source: {new}"), "utf-8")


def reordered(project: Path, source: str) -> None:
    article = project / f"seeds/articles/{source}.md"
    head, title, *paragraphs = article.read_text("utf-8").strip().split("\n\n")
    article.write_text("\n\n".join([head, title, paragraphs[0], *reversed(paragraphs[1:])]) + "\n", "utf-8")


def test_after_renaming_merging_and_reordering_every_old_address_leads_to_the_same_words(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    rename(project, "meldung-berlin", "nordagentur-12")
    edit(
        project,
        "seeds/articles/meldung-wien.md",
        ("published: 2023-09-13", "published: 2023-09-11"),  # both sources change places
    )
    reordered(project, "meldung-wien")
    edit(project, REGISTRY, ("id: joseph-dempsey", "id: j-dempsey\n    formerly: [joseph-dempsey]"))
    place = "  - id: wladiwostok-am-meer\n    kind: place\n    name: Wladiwostok\n    formerly: [wladiwostok]\n"
    edit(project, REGISTRY, ("  - id: kim-jong-un", place + "  - id: kim-jong-un"))
    after = pages(pipeline.build_dossier(project))
    assert not {page for page in before if page.endswith(".md")} - after.keys()
    kept = {place for place in places(before) if place.endswith(".md") or re.search(r"#(a|z|s|abschnitt)-", place)}
    assert len(kept) > 100
    assert [place for place in sorted(kept) if followed(after, place)[1] != place.partition("#")[2]] == []
    assert followed(after, "quellen/meldung-berlin.md") == ("quellen/nordagentur-12.md", "")
    assert followed(after, "aussagen/meldung-berlin.md") == ("aussagen/nordagentur-12.md", "")


def test_the_statements_of_a_source_that_was_renamed_keep_their_words_at_their_anchors(project: Path) -> None:
    before = {s.id: s.span for s in pipeline.build_dossier(project).statements if s.source == "meldung-berlin"}
    rename(project, "meldung-berlin", "nordagentur-12")
    rename(project, "nordagentur-12", "b3")
    article = project / "seeds/articles/b3.md"
    text = article.read_text("utf-8")
    assert "formerly: [nordagentur-12]\nformerly: [meldung-berlin]\n" in text
    joined = text.replace(
        "formerly: [nordagentur-12]\nformerly: [meldung-berlin]\n", "formerly: [meldung-berlin, nordagentur-12]\n"
    )
    article.write_text(joined, "utf-8")
    after = pipeline.build_dossier(project)
    now = {s.id: s for s in after.statements if s.source == "b3"}
    assert now.keys() == before.keys()
    shift = {s.span.start - before[key].start for key, s in now.items()}
    assert len(shift) == 1
    assert pages(after)["aussagen/meldung-berlin.md"].count("(b3.md)") == 1


def test_of_two_sources_that_were_joined_every_statement_is_found(project: Path) -> None:
    """A copy of a report is taken out; what it said is found where the other one says it."""
    copy = project / "seeds/articles/abschrift.md"
    copy.write_text((project / "seeds/articles/meldung-wien.md").read_text("utf-8"), "utf-8")
    before = pages(pipeline.build_dossier(project))
    copy.unlink()
    edit(project, "seeds/articles/meldung-wien.md", ("---\ntitle", "---\nformerly: [abschrift]\ntitle"))
    after = pages(pipeline.build_dossier(project))
    for page in (
        "aussagen/abschrift.md",
        "aussagen/meldung-wien.md",
        "quellen/abschrift.md",
        "quellen/meldung-wien.md",
    ):
        kept = {f"{page}#{anchor}" for anchor in anchors(before[page]) if re.match(r"(a|z|s)-", anchor)}
        assert kept
        assert [place for place in sorted(kept) if not followed(after, place)[1]] == []
    assert anchors(before["aussagen/index.md"]) <= anchors(after["aussagen/index.md"])


def test_the_ids_of_two_sources_are_never_swapped(project: Path) -> None:
    """An id that addresses were made of is not given to another text: the old addresses could not lead anywhere."""
    for source, other in (("meldung-wien", "meldung-berlin"), ("meldung-berlin", "meldung-wien")):
        edit(project, f"seeds/articles/{source}.md", ("---\ntitle", f"---\nformerly: [{other}]\ntitle"))
    with pytest.raises(InputError) as error:
        pipeline.build_dossier(project)
    assert {problem.code for problem in error.value.problems} == {"SRC017"}


def test_an_actor_who_becomes_an_expert_leads_on(project: Path) -> None:
    before = pages(pipeline.build_dossier(project))
    assert "akteure/wladimir-putin.md" in before
    edit(
        project,
        REGISTRY,
        ("id: wladimir-putin", "id: wladimir-putin\n    expert: yes\n    formerly: [akteure/wladimir-putin]"),
    )
    after = pages(pipeline.build_dossier(project))
    assert set(before) <= set(after)
    assert followed(after, "akteure/wladimir-putin.md") == ("experten/wladimir-putin.md", "")


def test_events_disputes_and_topics_keep_their_old_ids(project: Path) -> None:
    (project / "seeds/registry/sache.yml").write_text(
        "entities:\n  - {id: neues-thema, kind: topic, name: Ein Thema, formerly: [altes-thema]}\n"
        "events:\n  - id: besuch\n    title: Besuch\n    formerly: [besuch-alt]\n"
        "    evidence: {source: meldung-wien, text: Kremlchef Wladimir Putin hat}\n"
        "disputes:\n  - id: kauf\n    title: Kauft Russland Munition?\n    formerly: [kauf-alt]\n    sides:\n"
        "      - {stance: alleges, holders: [usa], evidence: {source: meldung-berlin, text: Die US-Regierung wirft}}\n"
        "      - {stance: denies, holders: [russland], evidence: {source: meldung-berlin, text: Russland wies die}}\n",
        "utf-8",
    )
    after = pages(pipeline.build_dossier(project))
    assert {"besuch", "besuch-alt"} <= anchors(after["chronik/index.md"])
    assert followed(after, "streitpunkte/kauf-alt.md") == ("streitpunkte/kauf.md", "")
    assert followed(after, "themen/altes-thema.md") == ("themen/neues-thema.md", "")
