"""A file on the disk with a key and a checksum in its first line; it is kept in one move, and damage is found."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.model import postings

if TYPE_CHECKING:
    from pathlib import Path


def unseal(file: Path, key: str) -> bytes | None:
    """What `file` holds; None if there is no such file, if it was sealed with another key, or if it is damaged."""
    body = opened(file, key)
    return None if body is None else bytes(body)


def opened(file: Path, key: str) -> memoryview | None:
    """As `unseal`, without a copy of what may be large."""
    try:
        with file.open("rb", buffering=0) as content:
            whole = memoryview(content.readall())
    except OSError:
        return None
    end = len(_head(key, b""))
    return whole[end:] if whole[:end] == _head(key, whole[end:]) else None


def seal(file: Path, key: str, body: bytes) -> None:
    """Keep `body`, in one move; where nothing can be written nothing is kept."""
    unfinished = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as content:
            content.writelines((_head(key, body), body))
        unfinished.replace(file)


def hashed(*parts: str) -> str:
    """A hash of `parts`, in hex."""
    return postings.hashed(parts)


def _head(key: str, body: bytes | memoryview) -> bytes:
    return f"{key} {hashlib.sha256(body).hexdigest()}\n".encode()
