from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import cli
from generator.errors import InputError
from generator.model.issue import Severity
from generator.starter import start
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_project_has_nothing_to_review_and_shows_what_a_dossier_is(tmp_path: Path) -> None:
    start(tmp_path / "neu", "Die Brücke", "de")
    assert [i for i in pipeline.issues(tmp_path / "neu") if i.severity is not Severity.NOTE] == []
    dossier = pipeline.build_dossier(tmp_path / "neu")
    assert len(dossier.disputes) == 1
    assert any(quotation.type == "direct" for quotation in dossier.quotations)


def test_its_site_is_built_with_its_title(tmp_path: Path) -> None:
    start(tmp_path / "neu", 'Die "Brücke": {ein} Test', "en")
    pipeline.generate(tmp_path / "neu")
    pipeline.build_site(tmp_path / "neu", "mkdocs")
    page = (tmp_path / "neu/site/index.html").read_text(encoding="utf-8")
    assert 'lang="en"' in page
    assert "{ein} Test" in page


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="CLI002"):
        start(tmp_path, "x", "de")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="CLI003"):
        start(tmp_path / "file" / "neu", "x", "de")


def test_the_command_says_what_comes_next(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["new", str(tmp_path / "neu"), "--title", "Die Brücke"])
    assert done.exit_code == 0
    assert "seeds/dossier.yml" in done.stdout
    assert "dossier build --project" in done.stdout


def test_a_wheel_holds_all_that_a_new_project_is_made_of(tmp_path: Path) -> None:
    command = ["-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(tmp_path)]
    source = tmp_path / "source"
    git = shutil.which("git") or "git"
    subprocess.run([git, "clone", "--quiet", str(REPOSITORY), str(source)], check=True)
    subprocess.run([sys.executable, *command, str(source)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    start(tmp_path / "neu", "x", "de")
    made = {path.relative_to(tmp_path / "neu").as_posix() for path in (tmp_path / "neu").rglob("*") if path.is_file()}
    shared = {name.partition("share/dossier/")[2] for name in names if "share/dossier/" in name}
    own = {name.partition("starter/files/")[2] for name in names if "starter/files/" in name}
    assert made == shared | {name.replace("gitignore", ".gitignore") for name in own} | {"seeds/dossier.yml"}
