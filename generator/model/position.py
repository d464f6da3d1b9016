"""Lines of a text, for messages that people can click."""

from __future__ import annotations


def line_of(text: str, offset: int) -> int:
    """The line, from 1, that `offset` stands in."""
    return text.count("\n", 0, offset) + 1
