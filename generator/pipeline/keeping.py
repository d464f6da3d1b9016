"""What people who keep a dossier ask for: candidates for the registry, what changed, an export for another program."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from generator.diff import compared
from generator.diff.record import record_text, write_record
from generator.errors import InputError, Problem
from generator.export.followthemoney.checked import accepted
from generator.pipeline.dossier import build_dossier
from generator.pipeline.progress import silent
from generator.publish import settled
from generator.read.changes import is_day
from generator.read.registry import read_registry
from generator.review import review

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.change import Difference
    from generator.pipeline.progress import Progress


def candidates(project: Path, progress: Progress = silent) -> str:
    """A registry file with what the registry lacks; empty if it lacks nothing."""
    return review(build_dossier(project, progress), read_registry(project))


def write_candidates(project: Path, text: str) -> Path:
    """Write a new file in seeds/registry/, under the first name that is free; returns it."""
    folder = project / "seeds" / "registry"
    names = chain(["drafts.yml"], (f"drafts-{number}.yml" for number in count(2)))
    file = next(folder / name for name in names if not (folder / name).exists())
    folder.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
    return file


def differences(project: Path, old: str, new: str | None = None) -> Difference:
    """What is different in `new` (default: docs/ as it is) against `old`; see `generator.diff`."""
    with settled(project / "docs"):
        return compared(project, old, new)


def record_changes(project: Path, difference: Difference, date: str, note: str = "") -> Path:
    """Write `seeds/changes/<date>.yml`; InputError if `date` is no day or has a record already."""
    if not is_day(date):
        raise InputError([Problem("--record", 0, "DIF005", f"{date!a} is not a day", "2026-11-23")])
    return write_record(project, date, record_text(difference, note))


def export_ftm(project: Path, output: Path, progress: Progress = silent) -> None:
    """Write FollowTheMoney entities as the installed package accepts them; InputError if it is missing or refuses."""
    entities = accepted(build_dossier(project, progress))
    output.write_text(entities, encoding="utf-8", newline="\n")
