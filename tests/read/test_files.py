"""What a case file cannot hold: things on a disk that are no plain files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.errors import InputError
from generator.read import files
from generator.read.findings import Findings
from generator.read.project import read_project

if TYPE_CHECKING:
    from pathlib import Path


def problems(project: Path) -> list[str]:
    """`path: CODE` of each problem."""
    try:
        read_project(project)
    except InputError as error:
        return [f"{problem.path}: {problem.code}" for problem in error.problems]
    return []


@pytest.mark.parametrize("folder", ["articles", "registry", "notes"])
@pytest.mark.parametrize("name", ["russland.txt", "russland.yml", "russland.md"])
def test_links_are_refused_wherever_they_lead(good: Path, folder: str, name: str) -> None:
    (good / "seeds" / folder).mkdir(exist_ok=True)
    (good / "seeds" / folder / name).symlink_to("/etc/passwd")
    assert problems(good) == [f"seeds/{folder}/{name}: SRC003"]


def test_a_folder_that_is_a_link_is_refused(good: Path) -> None:
    (good / "seeds/registry").rename(good / "elsewhere")
    (good / "seeds/registry").symlink_to(good / "elsewhere")
    assert problems(good) == ["seeds/registry: SRC003"]


def test_settings_that_are_a_link_are_refused(good: Path) -> None:
    (good / "seeds/dossier.yml").rename(good / "elsewhere.yml")
    (good / "seeds/dossier.yml").symlink_to(good / "elsewhere.yml")
    assert problems(good) == ["seeds/dossier.yml: SRC003"]


def test_a_folder_and_a_pipe_named_like_sources(good: Path) -> None:
    (good / "seeds/articles/ordner.txt").mkdir()
    os.mkfifo(good / "seeds/articles/pipe.txt")
    assert problems(good) == ["seeds/articles/ordner.txt: SRC004", "seeds/articles/pipe.txt: SRC004"]


def test_a_pipe_that_takes_the_place_of_a_file_after_the_check_does_not_block(good: Path) -> None:
    pipe = good / "seeds/articles/pipe.txt"
    os.mkfifo(pipe)
    findings = Findings()
    assert files.read_bytes(files.as_file(pipe, "pipe.txt"), 10, findings) is None
    assert [problem.code for problem in findings.problems] == ["SRC004"]


def test_unreadable_files_are_named_one_by_one(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", refuse)
    assert problems(good) == [
        "seeds/articles/gipfel.txt: SRC002",
        "seeds/dossier.yml: SRC002",
        "seeds/registry/base.yml: SRC002",
    ]


def test_a_file_in_the_place_of_a_folder(good: Path) -> None:
    (good / "seeds/notes").write_text("x", encoding="utf-8")
    assert problems(good) == ["seeds/notes: SRC002"]


def test_no_project_at_all(tmp_path: Path) -> None:
    assert problems(tmp_path / "nirgends") == ["seeds/articles: SRC001", "seeds/dossier.yml: SET001"]


@pytest.mark.parametrize(
    ("name", "limit"), [("articles/gross.txt", files.MAX_ARTICLE), ("registry/gross.yml", files.MAX_YAML)]
)
def test_size_limits(good: Path, name: str, limit: int) -> None:
    path = good / "seeds" / name
    path.write_bytes(b"# " + b"a" * (limit - 2))
    assert problems(good) == []
    path.write_bytes(b"# " + b"a" * (limit - 1))
    assert problems(good) == [f"seeds/{name}: SRC005"]


@pytest.mark.parametrize("name", [".gipfel.txt.swp", ".DS_Store", "gipfel.txt~", "#gipfel.txt#", "gipfel.txt.bak"])
@pytest.mark.parametrize("folder", ["articles", "registry", "notes"])
def test_what_editors_leave_behind_is_passed_over(good: Path, folder: str, name: str) -> None:
    (good / "seeds" / folder).mkdir(exist_ok=True)
    (good / "seeds" / folder / name).write_bytes(b"\xff")
    assert problems(good) == []


def test_a_name_that_is_no_text_is_shown_escaped(good: Path) -> None:
    path = os.fsencode(good / "seeds/articles") + b"/k\xfcm.txt"
    with open(path, "wb") as stream:  # noqa: PTH123  a path of bytes
        stream.write(b"Kim")
    assert problems(good) == ["seeds/articles/k\\xfcm.txt: SRC009"]


def test_a_name_cannot_move_the_cursor(good: Path) -> None:
    (good / "seeds/articles/k\x1b[2J\n.txt").write_bytes(b"Kim")
    assert problems(good) == ["seeds/articles/k\\u001b[2J .txt: SRC009"]
