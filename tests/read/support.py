"""Small projects on disk for the tests of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases" / "read" / "problems.txt"


@dataclass(frozen=True)
class Case:
    """Files to lay over the good project (None: to take away) and what should be reported."""

    name: str
    files: dict[str, bytes | None]
    expected: tuple[tuple[str, str], ...]


def read_cases() -> list[Case]:
    """All cases of the file; the first is the good project."""
    parts = re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_case(part) for part in parts[1:]]


def _case(part: str) -> Case:
    name, _, rest = part.partition("\n")
    rest = re.sub(r"\n+(# -+ .*\n+)?\Z", "\n", rest)
    body, *_ = re.split(r"^=> ", rest, maxsplit=1, flags=re.MULTILINE)
    expected = re.findall(r"^=> (\S.*?:\d+: [A-Z]{3}\d{3}) ?(.*)$", rest, flags=re.MULTILINE)
    files = dict(map(_file, re.split(r"^--- (?=seeds/)", body, flags=re.MULTILINE)[1:]))
    return Case(name, files, tuple(expected))


def _file(part: str) -> tuple[str, bytes | None]:
    head, _, content = part.partition("\n")
    path, _, how = head.partition(" (")
    if how == "absent)":
        return path, None
    if how == "escaped)":
        return path, content.encode("latin-1", "replace").decode("unicode_escape").encode("latin-1")
    return path, content.encode()


def write(project: Path, files: dict[str, bytes | None]) -> Path:
    """Lay `files` over what is in `project`."""
    for name, content in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
    return project


def good_project(project: Path) -> Path:
    """The good project of the case file, in `project`."""
    return write(project, read_cases()[0].files)
