"""Puts prepared files in their places so that a death at any moment can be made good: a redo journal.

All new bytes are written into `docs/.dossier-new/` first and forced onto the disk, then a journal that lists every move
and every deletion. With the renaming of the journal the publication has happened: before it, what was prepared is
thrown away, after it, whoever comes next does what is left to do. So a command sees the old dossier or the new one,
never a mixture.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem
from generator.model.page import BUFFER
from generator.publish.manifest import MANIFEST
from generator.publish.names import OWN, fault
from generator.publish.tree import hash_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.model.page import Bytes

STAGING = f"{OWN}-new"
PREPARED = f"{STAGING}/files"
_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """What one publication does, with the SHA-256 of what each file holds before (None: nothing) and afterwards."""

    gone: dict[str, str | None]
    before: dict[str, str | None]
    after: dict[str, str]


def is_pending(docs: Path) -> bool:
    """Whether a publication has happened that is not yet in its place."""
    return (docs / STAGING / _JOURNAL).exists()


def replace(journal: Journal, contents: Mapping[str, Iterable[Bytes]], docs: Path) -> None:
    """Write and delete files of `docs`, all or none; the last that `journal` has `after` comes last.

    An OSError that is raised before the journal is in its place leaves `docs` as it was, a later one leaves a
    publication for `settle` to finish.
    """
    try:
        _prepare(journal, contents, docs)
    except BaseException:
        _discard(docs / STAGING)
        raise
    _carry_out(journal, docs)


def settle(docs: Path) -> None:
    """Finish what an interrupted publication left to do, or clear away what it had only prepared.

    Raises InputError if somebody has meanwhile edited one of its files, or if it cannot be understood.
    """
    if is_pending(docs):
        journal = _read_journal(docs)
        _refuse_to_finish(journal, docs)
        _carry_out(journal, docs)
    elif (docs / STAGING).exists():
        _discard(docs / STAGING)


def _prepare(journal: Journal, contents: Mapping[str, Iterable[Bytes]], docs: Path) -> None:
    staging, prepared = docs / STAGING, docs / PREPARED
    for path in journal.after:
        _write(prepared / path, contents[path])
    _sync_folders({staging, *((prepared / path).parent for path in journal.after)})
    unfinished = staging / f"{_JOURNAL}.part"
    _write(unfinished, [json.dumps(asdict(journal)).encode()])
    unfinished.rename(staging / _JOURNAL)
    _sync_folders([staging])


def _carry_out(journal: Journal, docs: Path) -> None:
    """Deletions first: until all are done no file has been moved, and a name that changes only its case is safe."""
    staged = docs / PREPARED
    if all((staged / path).exists() for path in journal.after):
        for path in journal.gone:
            _delete(docs / path, docs)
    for path in journal.after:
        if (staged / path).exists():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).replace(docs / path)
    _sync_folders({docs, *((docs / path).parent for path in journal.after)})
    _discard(docs / STAGING)


def _discard(staging: Path) -> None:
    """The journal goes first: what is left without one counts for nothing."""
    (staging / _JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(staging, ignore_errors=True)


def _delete(file: Path, docs: Path) -> None:
    """Delete a page and the folders that it leaves empty."""
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == docs:
            break
        if folder.exists():
            if any(folder.iterdir()):
                break
            folder.rmdir()


def _write(file: Path, pieces: Iterable[Bytes]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb", buffering=BUFFER) as stream:
        stream.writelines(pieces)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folders(folders: Iterable[Path]) -> None:
    """Force the names in `folders` onto the disk, so that the order of our steps outlives a power cut."""
    for folder in sorted(folders):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _read_journal(docs: Path) -> Journal:
    try:
        found = Journal(**json.loads((docs / STAGING / _JOURNAL).read_bytes()))
        paths = [*found.gone, *found.before, *found.after]
        sound = found.before.keys() == found.after.keys() and not any(fault(p) for p in paths if p != MANIFEST)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError([_problem(docs, f"{STAGING}/{_JOURNAL}", "is not readable", _RESTORE)]) from error
    if not sound:
        message = "names files that the generator never writes"
        raise InputError([_problem(docs, f"{STAGING}/{_JOURNAL}", message, _RESTORE)])
    return found


def _refuse_to_finish(journal: Journal, docs: Path) -> None:
    """Raise InputError with every file of which finishing would lose what somebody wrote, or write what is damaged."""
    staged = docs / PREPARED
    problems = []
    for path, new in journal.after.items():
        prepared = hash_of(staged / path)
        if prepared is not None and prepared != new:
            problems.append(_problem(docs, f"{PREPARED}/{path}", "is damaged", _RESTORE))
        if prepared is not None and _is_edited(docs / path, journal.before[path], new):
            problems.append(_problem(docs, path, _EDITED, _RESCUE))
    for path, old in journal.gone.items():
        if _is_edited(docs / path, old):
            problems.append(_problem(docs, path, _EDITED, _RESCUE))
    if problems:
        raise InputError(problems)


_EDITED = "was edited after a run that was interrupted"
_RESCUE = "move your words to seeds/notes/ and delete the file"
_RESTORE = f"restore the folder from version control and delete {STAGING}/ in it"


def _is_edited(file: Path, *expected: str | None) -> bool:
    found = hash_of(file)
    return found is not None and found not in expected


def _problem(docs: Path, path: str, message: str, hint: str) -> Problem:
    return Problem(f"{docs.name}/{path}", 0, "PUB010", message, hint)
