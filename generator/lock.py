"""One process at a time: locks on folders, which the operating system takes back from a process that dies."""

from __future__ import annotations

import errno
import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_UNKNOWN_HERE = frozenset({errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})


def silently() -> None:
    """A `waiting` that says nothing."""


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] = silently, *, shared: bool = False) -> Iterator[None]:
    """Hold the lock of `folder`; whoever finds it taken calls `waiting` once and then waits.

    Several may hold it `shared` while nobody holds it alone. The lock is on the folder itself: there is no file that
    a killed process could leave behind or that has to be written where people may only read. A file system without
    locks (some in networks) protects nobody. Raises OSError if `folder` cannot be opened.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        _take(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX, waiting)
        yield
    finally:
        os.close(handle)


def _take(handle: int, kind: int, waiting: Callable[[], None]) -> None:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(handle, kind)
    except OSError as error:
        if error.errno not in _UNKNOWN_HERE:
            raise
