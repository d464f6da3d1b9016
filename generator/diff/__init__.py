"""Two states of a dossier, and what is different between them.

A state is what was published: `docs/daten/dossier.json`, the wording in its CSV, the pages of the manifest. Nothing is
generated: `docs/` is committed, and `dossier generate --check` proves that it is current.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.compare import difference
from generator.diff.snapshot import snapshot
from generator.diff.states import open_state

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.change import Difference

__all__ = ["compared"]


def compared(project: Path, old: str, new: str | None = None) -> Difference:
    """What is different in `new` (default: `project` as it is on disk) against `old`.

    Each is a folder, of a project or of its docs, or else a git revision of the repository that `project` is in.
    Raises InputError if one is neither, or holds no dossier.
    """
    before = snapshot(old, open_state(project, old))
    after = snapshot(new or "docs", open_state(project, new))
    return difference(before, after)
