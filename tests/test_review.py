from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from click.testing import CliRunner

from generator import pipeline
from generator.cli import cli
from generator.model.ids import Status
from generator.starter import start

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
Anna Berg trifft Otto Tal

Anna Berg reiste am Montag nach Genf. Dort sprach Otto Tal von der Firma Nordwerk AG mit Berg.

Tal und Berg schwiegen.
"""


def project(folder: Path, article: str = ARTICLE, registry: str = "") -> Path:
    start(folder, "Ein Dossier", "de")
    (folder / "seeds/registry/beispiel.yml").write_text(registry, encoding="utf-8")
    (folder / "seeds/articles/beispiel.txt").write_text(article, encoding="utf-8")
    return folder


def test_new_names_are_proposed_as_drafts_the_most_mentioned_first(tmp_path: Path) -> None:
    proposed = yaml.safe_load(pipeline.candidates(project(tmp_path / "p")))["entities"]
    assert [entity["id"] for entity in proposed][:2] == ["anna-berg", "otto-tal"]
    assert proposed[0] == {"id": "anna-berg", "kind": "person", "name": "Anna Berg", "status": "draft", "actor": "yes"}


def test_drafts_in_the_registry_change_no_address_and_are_not_proposed_again(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    before = pipeline.build_dossier(folder)
    file = pipeline.write_candidates(folder, pipeline.candidates(folder))
    after = pipeline.build_dossier(folder)
    assert file == folder / "seeds/registry/drafts.yml"
    assert pipeline.candidates(folder) == ""
    assert {e.id for e in before.entities} == {e.id for e in after.entities}
    assert {page.path for page in pipeline.pages(before)} == {page.path for page in pipeline.pages(after)}
    assert all(e.status is Status.DRAFT for e in after.entities)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    mine = folder / "seeds/registry/drafts.yml"
    mine.write_text("entities: []\n", encoding="utf-8")
    assert pipeline.write_candidates(folder, "x").name == "drafts-2.yml"
    assert pipeline.write_candidates(folder, "x").name == "drafts-3.yml"
    assert mine.read_text(encoding="utf-8") == "entities: []\n"


def test_a_name_that_could_be_two_is_left_to_a_person(tmp_path: Path) -> None:
    two = """\
entities:
  - {id: anna-berg, kind: person, name: Anna Berg, aliases: [{text: Berg, kind: short}]}
  - {id: kurt-berg, kind: person, name: Kurt Berg, aliases: [{text: Berg, kind: short}]}
"""
    text = pipeline.candidates(project(tmp_path / "p", "Der Bericht\n\nBerg sagte am Montag nichts.\n", two))
    assert "entities:" not in text
    assert "# decisions:" in text
    assert "#     entity: anna-berg or kurt-berg" in text
    assert yaml.safe_load(text) is None  # nothing is decided before a person uncomments it


def test_hostile_names_stay_text_in_yaml(tmp_path: Path) -> None:
    article = (
        "Titel\n\nAnna Berg-\u202eX sprach mit Otto \u201e: {a: [\u201c Tal: # nein. Die Firma Nord: Werk AG kam.\n"
    )
    text = pipeline.candidates(project(tmp_path / "p", article))
    assert all(char.isprintable() or char == "\n" for char in text)
    yaml.safe_load(text)


def test_the_command(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    shown = CliRunner().invoke(cli, ["review", "--project", str(folder)])
    assert shown.exit_code == 0
    assert "anna-berg" in shown.stdout
    written = CliRunner().invoke(cli, ["review", "--write", "--project", str(folder)])
    assert "drafts.yml" in written.stdout
    again = CliRunner().invoke(cli, ["review", "--project", str(folder)])
    assert again.stdout == ""
    assert "nothing to review" in again.stderr
