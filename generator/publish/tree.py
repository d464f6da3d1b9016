"""docs/ as it stands on the disk: plain files and folders, and nothing that leads out of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CHUNK = 2**16  # most pages are smaller; `hashlib.file_digest` takes a quarter of a megabyte for each of them


def read(file: Path) -> bytes | None:
    """What `file` holds; None if there is no such file."""
    return file.read_bytes() if file.is_file() else None


def hash_of(file: Path) -> str | None:
    """The SHA-256 of what `file` holds, in hex; None if there is no such file."""
    found = hashlib.sha256()
    try:
        with file.open("rb", buffering=0) as stream:
            while chunk := stream.read(_CHUNK):
                found.update(chunk)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    return found.hexdigest()


def refuse_links(docs: Path) -> None:
    """Raise InputError with every symbolic link, pipe or device in `docs`: a site would publish what is behind it."""
    problems = [
        Problem(called(path, docs), 0, "PUB003", message, "put the file itself there")
        for path, message in _strange(docs)
    ]
    if problems:
        raise InputError(problems)


def called(path: Path, docs: Path) -> str:
    """What messages call a file of `docs`, whatever its name is made of."""
    shown = (docs.name / path.relative_to(docs)).as_posix()
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def _strange(docs: Path) -> Iterator[tuple[Path, str]]:
    if docs.is_symlink():
        yield docs, "is a symbolic link"
        return
    with os.scandir(docs) as entries:
        found = list(entries)
    for entry in found:
        if entry.is_symlink():
            yield Path(entry), "is a symbolic link"
        elif not entry.is_file() and not entry.is_dir():
            yield Path(entry), "is neither a file nor a folder"
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _strange(Path(entry))


def refuse_obstacles(written: Iterable[str], gone: Sequence[str], docs: Path) -> None:
    """Raise InputError with every folder that stands where a file of `written` belongs, and the other way round."""
    going = frozenset(gone)
    problems = []
    for path in written:
        folders = (str(folder) for folder in PurePosixPath(path).parents)
        files = [folder for folder in folders if (docs / folder).is_file() and folder not in going]
        if files:
            hint = f"move {docs.name}/{files[0]} out of the way"
            problems.append(Problem(f"{docs.name}/{path}", 0, "PUB004", "a file stands where its folder belongs", hint))
        elif (docs / path).is_dir():
            hint = f"move {docs.name}/{path} out of the way"
            problems.append(Problem(f"{docs.name}/{path}", 0, "PUB004", "a folder stands where it belongs", hint))
    if problems:
        raise InputError(problems)
