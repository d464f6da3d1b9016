"""A file on the disk with a key and a checksum in its first line; it is kept in one move, and damage is found."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def unseal(file: Path, key: str) -> bytes | None:
    """What `file` holds; None if there is no such file, if it was sealed with another key, or if it is damaged."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if head == _head(key, body) else None


def seal(file: Path, key: str, body: bytes) -> None:
    """Keep `body`, in one move; where nothing can be written nothing is kept."""
    unfinished = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(_head(key, body) + b"\n" + body)
        unfinished.replace(file)


def hashed(*parts: str) -> str:
    """A hash of `parts`, in hex."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _head(key: str, body: bytes) -> bytes:
    return f"{key} {hashlib.sha256(body).hexdigest()}".encode()
