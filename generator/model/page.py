"""A file of the site, before it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """One page of `docs/`: `path` is relative to it, with forward slashes; `content` is the whole file."""

    path: str
    content: str

    @property
    def raw(self) -> bytes:
        """The bytes of the file."""
        return self.content.encode()


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of `docs/` that is put together from bytes."""

    path: str
    raw: bytes

    @property
    def content(self) -> str:
        """The whole file as text."""
        return self.raw.decode("utf-8", "surrogatepass")


File = Page | DataFile


def digest(content: bytes) -> str:
    """The SHA-256 of a file's `content`, in hex."""
    return hashlib.sha256(content).hexdigest()
