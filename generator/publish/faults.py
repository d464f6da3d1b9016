"""What the operating system refuses, as messages."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem
from generator.publish.journal import PREPARED, is_pending

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@contextmanager
def reported(docs: Path) -> Iterator[None]:
    """Turn an OSError of reading or writing `docs` into an InputError that says which file it was and what to do."""
    try:
        yield
    except OSError as error:
        raise InputError([_problem(error, docs)]) from error


def _problem(error: OSError, docs: Path) -> Problem:
    if error.errno in _FULL:
        code, message, remedy = "PUB007", "there is no room to write this", "make room"
    elif error.errno in _FORBIDDEN:
        code, message, remedy = "PUB008", "may not be read or written", f"give yourself the right to write {docs.name}/"
    else:
        code, message, remedy = "PUB009", "cannot be read or written", "look after the disk"
    reason = (error.strerror or type(error).__name__).lower()
    return Problem(_shown(error, docs), 0, code, f"{message}: {reason}", f"{remedy}, then run it again; {_state(docs)}")


def _shown(error: OSError, docs: Path) -> str:
    """The file as messages call it; for one that was being prepared, the place it was meant for."""
    path = Path(error.filename) if isinstance(error.filename, str) else docs
    if not path.is_relative_to(docs):
        return docs.name
    inside = path.relative_to(docs)
    if inside.is_relative_to(PREPARED):
        inside = inside.relative_to(PREPARED)
    return (docs.name / inside).as_posix()


def _state(docs: Path) -> str:
    if is_pending(docs):
        return "what has begun is finished then, and nothing is lost"
    return f"{docs.name}/ is as it was"
