"""Where a site is built, and how it takes the place of the one before."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def exclusive(folder: Path) -> Iterator[Path]:
    """Give an empty folder to one process at a time: a second one waits."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder.parent):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def swap(new: Path, place: Path) -> None:
    """Put `new` where `place` is; what was there goes into the folder of `new`, which its owner removes."""
    if place.exists():
        place.rename(new.with_name("old"))
    new.rename(place)
