"""Deaths, full disks and crowds; `nursery.py` says what is done and stops at the first dossier that is a mixture."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.lock import locked
from generator.model.page import Page
from generator.publish import STAGING, compare, publish, settled, state
from tests.conftest import CORPUS, REPOSITORY

NURSERY = Path(__file__).with_name("nursery.py")
ONE = Page("index.md", "# Eins\n")


def nursery(task: str, folder: Path) -> dict[str, int]:
    command = [sys.executable, str(NURSERY), task, str(folder)]
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(REPOSITORY)}
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, int] = json.loads(done.stdout)
    return seen


def test_a_kill_at_every_step_leaves_the_old_or_the_new_dossier(quick_path: Path) -> None:
    seen = nursery("kill_at_every_step", quick_path)
    assert seen["killed"] > 30
    assert min(seen["old"], seen["new"], seen["pending"]) > 5
    assert seen["killed again"] > 50


def test_kills_at_random_moments_of_publishing(quick_path: Path) -> None:
    seen = nursery("kill_publishing", quick_path)
    assert seen["killed"] == 180
    assert seen["old"] + seen["new"] == 180


def test_kills_at_random_moments_of_the_whole_command(quick_path: Path) -> None:
    shutil.copytree(CORPUS, quick_path, dirs_exist_ok=True)
    seen = nursery("kill_generating", quick_path)
    assert seen["killed"] == 30
    assert seen["old"] + seen["new"] == 30


def test_a_disk_that_is_full_at_any_step_loses_nothing(quick_path: Path) -> None:
    seen = nursery("fail_at_every_step", quick_path)
    assert min(seen["old"], seen["new"], seen["pending"], seen["whole"]) > 5


def test_a_file_that_may_not_grow_further(tmp_path: Path) -> None:
    message = str(nursery("refuse_large_files", tmp_path)["message"])
    assert message.startswith("docs:0: PUB007 there is no room to write this: file too large")
    assert "docs/ is as it was" in message


def test_two_writers_and_a_reader_at_once(quick_path: Path) -> None:
    seen = nursery("crowd", quick_path)
    assert seen["old"] + seen["new"] > 3


def test_whoever_comes_second_says_so_and_waits(tmp_path: Path) -> None:
    says = threading.Event()
    second = threading.Thread(target=publish, args=([ONE], tmp_path, says.set))
    with locked(tmp_path):
        second.start()
        assert says.wait(10)
        assert list(tmp_path.iterdir()) == []
    second.join(10)
    assert not compare([ONE], tmp_path)


def test_readers_do_not_wait_for_each_other(tmp_path: Path) -> None:
    def impatient() -> None:
        raise AssertionError

    publish([ONE], tmp_path)
    with settled(tmp_path), settled(tmp_path, impatient):
        assert not compare([ONE], tmp_path, impatient)


@pytest.mark.parametrize(
    ("number", "code"), [(13, "PUB008"), (30, "PUB008"), (28, "PUB007"), (122, "PUB007"), (5, "PUB009")]
)
def test_what_the_operating_system_refuses_is_told_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    docs = tmp_path / "docs"
    publish([ONE], docs)
    before = (docs / "index.md").read_bytes()

    really = Path.open

    def refuse(path: Path, mode: str = "r", **rest: object) -> object:
        if "w" in mode:
            raise OSError(number, "No", str(path))
        return really(path, mode, **rest)

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(InputError) as raised:
        publish([Page("a/b.md", "# Neu\n")], docs)
    monkeypatch.undo()
    problem = raised.value.problems[0]
    assert (problem.path, problem.code) == ("docs/a/b.md", code)
    assert problem.hint.endswith("then run it again; docs/ is as it was")
    assert (docs / "index.md").read_bytes() == before
    assert not (docs / STAGING).exists()


def test_what_is_taken_back_stays_so_even_if_it_cannot_be_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([ONE], tmp_path)
    before = state(tmp_path)
    really = os.fsync

    def refuse_when_done(handle: int) -> None:
        if (tmp_path / STAGING / "journal.json").exists():
            raise OSError(errno.EIO, "No")
        really(handle)

    def clear_only_one(folder: Path, **_: object) -> None:
        (folder / "files" / "index.md").unlink()

    monkeypatch.setattr(os, "fsync", refuse_when_done)
    monkeypatch.setattr(shutil, "rmtree", clear_only_one)
    with pytest.raises(InputError, match="PUB009"):
        publish([Page("index.md", "# Neu\n"), Page("zwei.md", "# Zwei\n")], tmp_path)
    assert state(tmp_path) == before


def test_what_was_only_prepared_is_cleared_away(tmp_path: Path) -> None:
    publish([ONE], tmp_path)
    (tmp_path / STAGING / "files").mkdir(parents=True)
    (tmp_path / STAGING / "files" / "index.md").write_text("half", encoding="utf-8")
    assert not compare([ONE], tmp_path)
    assert not publish([ONE], tmp_path)
    assert not (tmp_path / STAGING).exists()
