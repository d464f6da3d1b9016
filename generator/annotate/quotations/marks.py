"""Pairs of quotation marks: where quoted words begin and end, whatever the marks and however they are nested.

Sources for the styles: Duden, "Anführungszeichen" (German and Austrian „…“ and »…«, Swiss «…», half marks ‚…‘ and
‹…› inside); straight marks and the English “…” and ‘…’ are common in agency texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.annotation import BlockKind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.annotation import Parse

CLOSERS = {
    "„": '“”"',
    "«": "»",
    "»": "«",
    "“": "”“",
    "”": "”",
    '"': '"',
    "‚": "‘'’",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "'": "'’",
}
_HALF = "‚‘'‹›"
_LOW = "„‚"  # marks that can only open
_DEEPEST = 8  # quotations inside each other
_REACH = 3  # blocks that a quotation may run on over without a new opening mark


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: `outer` with the marks, `inner` without."""

    outer: Span
    inner: Span


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


def find_quoted(parse: Parse) -> tuple[Quoted, ...]:
    """All quoted words of the article's blocks, in text order; marks without a partner are left alone."""
    text = parse.document.text
    found: list[Quoted] = []
    stack: list[_Open] = []
    age = 0
    for block in parse.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        age = age + 1 if stack else 0
        if age > _REACH or not _runs_on(text, block.span, stack):
            stack.clear()
        found.extend(_scan(text, block.span, stack))
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _runs_on(text: str, block: Span, stack: list[_Open]) -> bool:
    """Whether what is open may be closed in `block`: its first full mark is a closing one, or repeats the opening."""
    if not stack:
        return True
    mark = stack[0].mark
    if mark in _HALF or mark == '"':
        return text[block.start] == mark
    marks = (i for i in range(block.start, block.end) if text[i] in CLOSERS[mark] or text[i] == mark)
    first = next(marks, None)
    return first is not None and (text[first] != mark or first == block.start)


def _scan(text: str, block: Span, stack: list[_Open]) -> Iterator[Quoted]:
    for at in range(block.start, block.end):
        mark = text[at]
        if mark not in CLOSERS and mark not in "”’":
            continue
        if stack and at == block.start and mark == stack[0].mark:
            continue  # the opening mark repeated at the head of a further paragraph
        closed = _closes(text, at, stack)
        if closed is not None:
            yield from _close(text, at, stack, closed)
        elif len(stack) < _DEEPEST and _opens(text, at, block, stack):
            stack.append(_Open(mark, at))


def _close(text: str, at: int, stack: list[_Open], level: int) -> Iterator[Quoted]:
    opened = stack[level]
    del stack[level:]
    inner = strip(text, Span(opened.at + 1, at))
    if inner.start < inner.end:
        yield Quoted(Span(opened.at, at + 1), inner)


def _closes(text: str, at: int, stack: list[_Open]) -> int | None:
    """Which open mark the one at `at` closes, innermost first; half marks need a word's end before and after."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level].mark
        if text[at] not in CLOSERS[opened] or stack[level].at == at - 1:
            continue
        if opened in "'‘‚" and (before.isspace() or after.isalnum()):
            continue
        if opened in '"«»' and before.isspace() and not after.isspace() and after.isalnum():
            continue
        return level
    return None


def _opens(text: str, at: int, block: Span, stack: list[_Open]) -> bool:
    mark = text[at]
    if mark not in CLOSERS or at + 1 >= block.end:
        return False
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1]
    if after.isspace():
        return False
    if mark in _LOW:
        return True
    if any(o.mark == mark for o in stack):
        return False
    free = before.isspace() or before in "([{-–—/„«»“\"‚‹›'…"
    if mark == "'":
        return free and after.isalnum() and _half_closes(text, at, block)
    return free


def _half_closes(text: str, at: int, block: Span) -> bool:
    """Whether a straight half mark has a partner within 200 characters, so that it is no apostrophe ('s, 'ne)."""
    end = min(block.end, at + 200)
    partner = text.find("'", at + 2, end)
    while partner != -1:
        after = text[partner + 1] if partner + 1 < len(text) else " "
        if not text[partner - 1].isspace() and not after.isalnum():
            return True
        partner = text.find("'", partner + 1, end)
    return False


def strip(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def outermost(quoted: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Those that no other contains."""
    kept: list[Quoted] = []
    for one in quoted:
        if not kept or one.outer.start >= kept[-1].outer.end:
            kept.append(one)
    return tuple(kept)
