"""Pages to docs/: everything or nothing, by a manifest, and never over somebody's work.

The manifest `docs/.dossier.json` lists every file that the generator wrote with its SHA-256. Only such files are
replaced or deleted, and only while they still hold what was written: whoever edited one by hand gets a message.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.model.page import Page

MANIFEST = ".dossier.json"
STAGING = ".dossier-new"
Manifest = dict[str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """What publishing does to docs/, each a sorted tuple of paths relative to it."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.changed or self.gone)


def compare(pages: Iterable[Page], docs: Path) -> Changes:
    """What `publish` would change, without changing it."""
    return _changes({page.path: page.content.encode() for page in pages}, docs, _read_manifest(docs))


def publish(pages: Iterable[Page], docs: Path) -> Changes:
    """Bring docs/ to exactly these pages; files with the same bytes are not touched.

    Raises InputError if a page would overwrite a file that somebody wrote or edited by hand.
    """
    contents = {page.path: page.content.encode() for page in pages}
    manifest = _read_manifest(docs)
    changes = _changes(contents, docs, manifest)
    _refuse_to_overwrite(changes, docs, manifest)
    new_manifest = {path: _digest(content) for path, content in sorted(contents.items())}
    if changes or new_manifest != manifest:
        _write(contents, changes, new_manifest, docs)
    return changes


def _changes(contents: Mapping[str, bytes], docs: Path, manifest: Manifest) -> Changes:
    on_disk = {path: _read(docs / path) for path in contents}
    return Changes(
        new=tuple(sorted(path for path, old in on_disk.items() if old is None)),
        changed=tuple(sorted(path for path, old in on_disk.items() if old is not None and old != contents[path])),
        gone=tuple(sorted(path for path in manifest if path not in contents and (docs / path).exists())),
    )


def _refuse_to_overwrite(changes: Changes, docs: Path, manifest: Manifest) -> None:
    problems = []
    for path in (*changes.changed, *changes.gone):
        found = _read(docs / path) or b""
        if manifest.get(path) != _digest(found):
            message = "was edited by hand" if path in manifest else "was not written by the generator"
            hint = "move your words to seeds/notes/ and delete the file, or restore it from version control"
            problems.append(Problem(f"{docs.name}/{path}", 0, "PUB001", message, hint))
    if problems:
        raise InputError(problems)


def _write(contents: Mapping[str, bytes], changes: Changes, manifest: Manifest, docs: Path) -> None:
    """Write all new bytes aside first, so that a full disk changes nothing; then move them into place."""
    staging = docs / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    moves = [*changes.new, *changes.changed]
    try:
        for path in moves:
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).write_bytes(contents[path])
        staging.mkdir(parents=True, exist_ok=True)
        (staging / MANIFEST).write_text(json.dumps(manifest, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        for path in (*moves, MANIFEST):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / path, docs / path)  # noqa: PTH105  Path.replace hides that it overwrites
        for path in changes.gone:
            _remove(docs / path, docs)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _remove(file: Path, docs: Path) -> None:
    """Delete a page and the folders that it leaves empty."""
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()


def _read_manifest(docs: Path) -> Manifest:
    raw = _read(docs / MANIFEST)
    if raw is None:
        return {}
    try:
        manifest = json.loads(raw)
    except ValueError as error:
        hint = f"restore it from version control, or delete it and every generated page of {docs.name}/"
        raise InputError([Problem(f"{docs.name}/{MANIFEST}", 0, "PUB002", "is not readable", hint)]) from error
    return {str(path): str(digest) for path, digest in manifest.items()}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
