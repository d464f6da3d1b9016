"""A page of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """One file of `docs/`: `path` is relative to it, with forward slashes; `content` is the whole file."""

    path: str
    content: str
