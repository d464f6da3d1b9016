"""Permanent addresses: whatever is renamed, merged or put in another order, every old address leads somewhere right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline

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
        f"disputes:\n  - id: kauf\n    title: Kauft Russland Munition?\n    sides:\n{sides}", "utf-8"
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
