"""A page of the site, before it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """One file of `docs/`: `path` is relative to it, with forward slashes; `content` is the whole file."""

    path: str
    content: str


def digest(content: bytes) -> str:
    """The SHA-256 of a file's `content`, in hex."""
    return hashlib.sha256(content).hexdigest()
