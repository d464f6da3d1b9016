"""The same bytes whoever generates, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CORPUS, REPOSITORY

VARIATIONS = {
    "C": {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "UTC", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "de_CH": {"LC_ALL": "de_CH.UTF-8", "PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"},
    "tr_TR": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu"},
    "latin": {"LC_ALL": "de_CH.ISO-8859-1", "PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "PYTHONUTF8": "0"},
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = tmp_path_factory.mktemp("expected")
    shutil.copytree(CORPUS, project, dirs_exist_ok=True)
    return generated(project, ".", project, {"PYTHONHASHSEED": "0"})


def generated(project: Path, argument: str, here: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """What `dossier generate` writes into docs/ of `project`, called from the folder `here`."""
    command = [sys.executable, "-m", "generator", "generate", "--project", argument]
    variables = {"PYTHONPATH": str(REPOSITORY), "PATH": os.environ["PATH"], **environment}
    done = subprocess.run(command, cwd=here, env=variables, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    docs = project / "docs"
    return {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*") if file.is_file()}


def copy_backwards(project: Path) -> None:
    """The corpus with its files made in the opposite order, long ago, and readable for their owner only."""
    for file in sorted((file for file in CORPUS.rglob("*") if file.is_file()), reverse=True):
        place = project / file.relative_to(CORPUS)
        if "docs" in place.relative_to(project).parts:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
        os.utime(place, (0, 0))
        place.chmod(0o600)


@pytest.mark.parametrize("name", list(VARIATIONS))
def test_surroundings_change_nothing(name: str, expected: dict[str, bytes], tmp_path: Path) -> None:
    project = tmp_path / "Dossier mit Umlauten äöü" if name != "C" else tmp_path / "dossier"
    copy_backwards(project)
    here = Path("/") if name == "latin" else project.parent
    argument = str(project) if name == "latin" else project.name
    assert generated(project, argument, here, VARIATIONS[name]) == expected
    assert generated(project, argument, here, VARIATIONS[name]) == expected  # and with what it remembers
