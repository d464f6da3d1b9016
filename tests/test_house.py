"""The rules of the house that tools can check; each message says which command mends it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from tests.conftest import REPOSITORY

BIN = Path(sys.executable).parent


def tool(*command: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0], path=str(BIN)) or command[0]
    return subprocess.run([program, *command[1:]], cwd=REPOSITORY, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports",)],
    ids=["ruff", "format", "mypy", "imports"],
)
def test_the_code_is_clean(command: tuple[str, ...]) -> None:
    done = tool(*command)
    assert done.returncode == 0, f"run `make lint`\n{done.stdout}{done.stderr}"


def test_docs_is_what_seeds_gives() -> None:
    assert not pipeline.outdated(REPOSITORY), "run `make site` and commit docs/"


@pytest.mark.parametrize("name", ["run", "dev", "audit", "fuzz"])
def test_requirements_are_hashed_and_name_no_address(name: str) -> None:
    lock = (REPOSITORY / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    packages = re.findall(r"^[\w.-]+==\S+ \\\n((?: {4}--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^[A-Za-z0-9]", lock, re.MULTILINE))
    assert "://" not in lock


def test_what_running_needs_is_locked_the_same_for_developing() -> None:
    def versions(name: str) -> set[str]:
        lock = (REPOSITORY / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        return set(re.findall(r"^[\w.-]+==\S+", lock, re.MULTILINE))

    assert versions("run") <= versions("dev")


def test_files_and_functions_stay_small() -> None:
    """Files under about 250 lines; ruff's own limits watch over the functions."""
    long = {
        path.relative_to(REPOSITORY).as_posix(): lines
        for path in (REPOSITORY / "generator").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 275
    }
    assert not long
