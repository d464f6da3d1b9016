"""Each row of the table goes through the program as a person would run it."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from generator import cli, pipeline
from tests.hostile.seen import text_of_page
from tests.hostile.table import Row, lay, payloads, rows
from tests.read.support import good_project

if TYPE_CHECKING:
    from pathlib import Path

ROWS = rows()
_CODE = re.compile(r"^(\S.*?:\d+: [A-Z]{3}\d{3}) ?(.*(?:\n    hint: .*)?)", re.MULTILINE)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good project with the dossier that it gives."""
    project = good_project(tmp_path_factory.mktemp("good"))
    pipeline.generate(project)
    return project


def state(project: Path) -> dict[str, object]:
    """Everything on the disk but the memory of the program: what each file holds, or where a link leads."""
    found: dict[str, object] = {}
    for path in sorted(project.rglob("*")):
        name = path.relative_to(project).as_posix()
        if path.is_symlink():
            found[name] = path.readlink()
        elif not name.startswith(".cache"):
            found[name] = path.read_bytes() if path.is_file() else path.lstat().st_mode
    return found


def run(
    project: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """The exit code of a command and all that it says."""
    monkeypatch.setattr(sys, "argv", ["dossier", command, "--project", str(project)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    assert "Traceback" not in said.err
    return ended.value.code, said.out + said.err


def says(said: str, head: str, words: str) -> bool:
    return any(found[0] == head and words in found[1] for found in _CODE.findall(said))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row(
    row: Row, generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p"
    shutil.copytree(generated, project)
    for file in row.files:
        lay(project, file)
    before = state(project)
    code, said = run(project, "generate", monkeypatch, capsys)
    assert code == (2 if row.refused else 0), said
    assert all(character.isprintable() or character in "\n\u00a0" for character in said)
    assert sorted(head for head, _ in _CODE.findall(said)) == sorted(head for head, _ in row.refused), said
    for head, words in row.refused:
        assert says(said, head, words), f"{words!r} in\n{said}"
    if row.refused:
        assert state(project) == before
        return
    check_what_came(row, project, monkeypatch, capsys)


def check_what_came(
    row: Row, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for page, words in row.shown:
        assert words in text_of_page(project / "docs" / page)
    for page, words in row.hidden:
        assert words not in text_of_page(project / "docs" / page)
    if row.listed:
        code, said = run(project, "check", monkeypatch, capsys)
        assert code == 0
        for head, words in row.listed:
            assert says(said, head, words), f"{words!r} in\n{said}"


def test_the_table_is_as_long_as_promised() -> None:
    assert len(ROWS) + len(payloads()) >= 120
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)
