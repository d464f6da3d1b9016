"""How far long work has come: a bar on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A function that takes (stage, done, total) and draws a bar on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415  0.1 s that only a command that works has to pay
    from rich.progress import Progress, TaskID  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            task = tasks.setdefault(stage, bars.add_task(stage, total=total)) if stage not in tasks else tasks[stage]
            bars.update(task, completed=done, total=total)

        yield show
