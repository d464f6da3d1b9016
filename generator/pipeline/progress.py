"""What every command may show of its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[str, int, int], None]
    """Called with the name of the stage, how much is done and how much there is to do."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """A Progress that shows nothing."""
