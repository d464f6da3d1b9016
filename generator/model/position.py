"""Lines of a text, for messages that people can click."""

from __future__ import annotations

import re

_LINE_BREAK = re.compile(r"\r\n?|\n")


def line_of(text: str, offset: int) -> int:
    """The line, from 1, that `offset` stands in; LF, CR LF and a lone CR end lines, as editors count them."""
    return len(_LINE_BREAK.findall(text, 0, offset)) + 1
