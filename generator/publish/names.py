"""Which paths a page may have, so that it stays within docs/ and is a file of its own on every file system."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN = ".dossier"
"""How the names begin that the publisher keeps for itself."""
_ELSEWHERE = frozenset({"", ".", ".."})
_LONGEST_NAME = 255  # bytes, on all common file systems
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]|[. ](?:/|\Z)')


def fault(path: str) -> str | None:
    """Why `path` cannot be the path of a page, or None if it can."""
    parts = path.split("/")
    if not _ELSEWHERE.isdisjoint(parts):
        return "does not stay within the folder"
    if _FORBIDDEN.search(path):
        return "holds characters that not every file system can write"
    if len(path.encode()) > _LONGEST_NAME and any(len(part.encode()) > _LONGEST_NAME for part in parts):
        return f"is longer than {_LONGEST_NAME} bytes"
    return "is a name that the generator needs for itself" if parts[0].startswith(OWN) else None


def refuse_names(paths: Sequence[str]) -> None:
    """Raise InputError with every path that cannot be a page's, and all that some file systems take for one another."""
    faults = ((path, fault(path)) for path in paths)
    problems = [
        Problem(f"docs/{ascii(path)[1:-1]}", 0, "PUB006", f"the name {why}", _ANOTHER) for path, why in faults if why
    ]
    problems = problems or [
        Problem(f"docs/{path}", 0, "PUB005", _same(path, other), _ANOTHER) for path, other in _alike(paths)
    ]
    if problems:
        raise InputError(problems)


def _same(path: str, other: str) -> str:
    return "is written twice" if path == other else f"is the same file as docs/{other} on some file systems"


_ANOTHER = "give what the page is about another id"


def _alike(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pages given twice or differing only in case or Unicode's form, so their folders, and pages that are folders.

    Of the pages in a folder the first is told.
    """
    names: dict[str, str] = {}
    files: dict[str, str] = {}
    for path in paths:
        if _folded(path) in files:
            yield path, files[_folded(path)]
        files.setdefault(_folded(path), path)
    first: dict[str, str] = {}
    for path in paths:
        first.setdefault(path.rpartition("/")[0], path)
    for path in first.values():
        for folder in PurePosixPath(path).parents:
            name = names.setdefault(_folded(str(folder)), str(folder))
            if name != str(folder):
                yield path, name
            if _folded(str(folder)) in files:
                yield path, files[_folded(str(folder))]


def _folded(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
