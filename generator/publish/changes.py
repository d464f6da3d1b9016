"""What publishing would do to docs/, and whether somebody's work stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem
from generator.publish.manifest import Manifest, digest
from generator.publish.tree import read

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Changes:
    """What publishing does to docs/, each a sorted tuple of paths relative to it."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.changed or self.gone)


def changes(contents: Mapping[str, bytes], standing: Collection[str], docs: Path, manifest: Manifest) -> Changes:
    """How `contents` differs from what stands in `docs`, as far as the manifest says that it is ours.

    The files that are `standing` stay.
    """
    kept = {*contents, *standing}
    on_disk = {path: read(docs / path) for path in contents}
    return Changes(
        new=tuple(sorted(path for path, old in on_disk.items() if old is None)),
        changed=tuple(sorted(path for path, old in on_disk.items() if old is not None and old != contents[path])),
        gone=tuple(sorted(path for path in manifest if path not in kept and (docs / path).is_file())),
    )


def refuse_to_overwrite(found: Changes, docs: Path, manifest: Manifest) -> None:
    """Raise InputError with every file that would be replaced or deleted and does not hold what we wrote."""
    problems = []
    for path in (*found.changed, *found.gone):
        if manifest.get(path) != digest(read(docs / path) or b""):
            message = "was edited by hand" if path in manifest else "was not written by the generator"
            hint = "move your words to seeds/notes/ and delete the file, or restore it from version control"
            problems.append(Problem(f"{docs.name}/{path}", 0, "PUB001", message, hint))
    if problems:
        raise InputError(problems)
