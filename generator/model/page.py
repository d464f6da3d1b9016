"""A file of the site, before it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Bytes = bytes | memoryview
"""A piece of a file, as it is written."""
BUFFER = 2**20
"""Bytes written at once: a file may have thousands of pieces."""


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """One page of `docs/`: `path` is relative to it, with forward slashes; `content` is the whole file."""

    path: str
    content: str

    @property
    def pieces(self) -> Sequence[Bytes]:
        """The bytes of the file."""
        return (self.content.encode(),)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of `docs/` that is put together from pieces, which may be large and are never copied into one."""

    path: str
    pieces: Sequence[Bytes]

    @property
    def content(self) -> str:
        """The whole file as text."""
        return whole(self.pieces)


File = Page | DataFile


def whole(pieces: Iterable[Bytes]) -> str:
    """The text of which these are the pieces."""
    return b"".join(pieces).decode("utf-8", "surrogatepass")


def digest(pieces: Iterable[Bytes]) -> str:
    """The SHA-256 of the `pieces` of a file, in hex."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()
