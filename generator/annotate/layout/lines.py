"""Cuts a text into lines, and joins the lines of paragraphs that were wrapped at a fixed width."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\v\f]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_MARK = re.compile(r"(#{1,6})\s+|((?:>\s*)+)|([-*+•‣·▪–—]|\d{1,3}[.)])\s+")
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without its margins and its mark.

    `mark` is "heading", "quote" or "item" where Markdown or a bullet says so, else empty. `tight` means: no blank
    line before it.
    """

    span: Span
    mark: str = ""
    tight: bool = False


def cut_lines(text: str, start: int, *, markdown: bool) -> list[Line]:
    """Give the lines of `text` from `start` on that are not blank; wrapped paragraphs come as one line."""
    return _join_wrapped(text, list(_lines(text, start, markdown=markdown)))


def _lines(text: str, start: int, *, markdown: bool) -> Iterator[Line]:
    last_end = start
    for match in _LINE.finditer(text, start):
        content = match[0].strip()
        if not content:
            continue
        begin = match.start() + match[0].index(content)
        tight = last_end > start and not _BLANK_LINE.search(text, last_end, begin)
        yield _unmarked(text, Line(Span(begin, begin + len(content)), tight=tight), markdown=markdown)
        last_end = begin + len(content)


def _unmarked(text: str, line: Line, *, markdown: bool) -> Line:
    """Take the mark off a line: "## Vorgeschichte", "> Zitat", "• erstens"; numbers and # count in Markdown only."""
    match = _MARK.match(text, line.span.start, line.span.end)
    if match is None or not any(map(str.isalnum, text[match.end() : line.span.end])):
        return line
    heading, quote, item = match.groups()
    if not markdown and (heading or quote or item[0].isdigit()):
        return line
    mark = "heading" if heading else "quote" if quote else "item"
    end = line.span.end
    if heading:
        end = match.end() + len(text[match.end() : end].rstrip("# \t")) or end
    return replace(line, span=Span(match.end(), max(end, match.end() + 1)), mark=mark)


def _join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join what an editor wrapped: a break is a wrap if the next word would not have fitted into the width.

    The width is that of the widest line. Only a text that breaks inside sentences (the next line starts in lower
    case) is taken as wrapped at all.
    """
    width = max((line.span.end - line.span.start for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return lines
    wraps = [_is_wrap(text, one, other, width) for one, other in pairwise(lines)]
    if not any(wrap and text[line.span.start].islower() for wrap, line in zip(wraps, lines[1:], strict=True)):
        return lines
    joined = lines[:1]
    for wrap, line in zip(wraps, lines[1:], strict=True):
        if wrap:
            joined[-1] = replace(joined[-1], span=Span(joined[-1].span.start, line.span.end))
        else:
            joined.append(line)
    return joined


def _is_wrap(text: str, line: Line, following: Line, width: int) -> bool:
    if not following.tight or following.mark or line.mark == "heading":
        return False
    first_word = re.match(r"\S+", text[following.span.start : following.span.end])
    return first_word is not None and line.span.end - line.span.start + 1 + len(first_word[0]) > width
