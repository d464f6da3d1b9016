"""Real, small git repositories."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_CONFIG_GLOBAL": "/dev/null"}
WHEN = {"GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z"}


def git(folder: Path, *arguments: str) -> str:
    program = shutil.which("git") or "git"
    who = WHO | {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example", "GIT_CONFIG_SYSTEM": "/dev/null"}
    done = subprocess.run([program, *arguments], cwd=folder, env=who | WHEN, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, tag: str = "") -> None:
    """Everything in `folder` as a commit; the first makes the repository."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    if tag:
        git(folder, "tag", tag)
