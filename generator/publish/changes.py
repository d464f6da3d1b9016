"""What publishing would do to docs/, and whether somebody's work stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.publish.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Changes:
    """What publishing does to docs/, each a sorted tuple of paths relative to it."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.changed or self.gone)


def changes(before: Mapping[str, str | None], after: Mapping[str, str]) -> Changes:
    """How files differ by their hashes; those of `before` that are not in `after` go, None stands for no file."""
    stood = {path: old for path, old in sorted(before.items()) if old is not None}
    return Changes(
        new=tuple(path for path in sorted(after) if path not in stood),
        changed=tuple(path for path, old in stood.items() if path in after and old != after[path]),
        gone=tuple(path for path in stood if path not in after),
    )


def refuse_to_overwrite(found: Changes, before: Mapping[str, str | None], docs: Path, manifest: Manifest) -> None:
    """Raise InputError with every file that would be replaced or deleted and does not hold what we wrote."""
    problems = []
    for path in (*found.changed, *found.gone):
        if manifest.get(path) != before[path]:
            message = "was edited by hand" if path in manifest else "was not written by the generator"
            hint = "move your words to seeds/notes/ and delete the file, or restore it from version control"
            problems.append(Problem(f"{docs.name}/{path}", 0, "PUB001", message, hint))
    if problems:
        raise InputError(problems)
