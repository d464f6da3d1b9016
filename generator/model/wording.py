"""Words that stand verbatim in a text, found again.

White space and characters that nobody sees are no part of a wording: any white space within a paragraph equals any
other, soft hyphens and zero-width characters are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import Document
    from generator.model.registry import Decision, Wording

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_RUN = rf"[\s{_INVISIBLE}]"
_UNEVEN_RUN = re.compile(rf"(?<!{_RUN})(?!(?: |\n\n)(?!{_RUN})){_RUN}+")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_PARAGRAPH_BREAK = "\n\n"


def locate_wording(document: Document, wording: Wording) -> Span | None:
    """Where `wording` stands in the article of `document`; None unless exactly one place is meant."""
    return find_wording(document.text, wording.text, wording.nth, document.body)


def locate_mention(document: Document, decision: Decision) -> Span | None:
    """Where the mention of `decision` stands: once, as whole words, inside its context."""
    context = locate_wording(document, decision.context)
    if context is None:
        return None
    found = list(re.finditer(rf"(?<!\w){re.escape(decision.mention)}(?!\w)", context.of(document.text)))
    if len(found) != 1:
        return None
    return Span(context.start + found[0].start(), context.start + found[0].end())


def find_wording(text: str, words: str, nth: int | None = None, start: int = 0) -> Span | None:
    """The `nth` occurrence (from 1) of `words` in `text` from `start` on, or the only one; None if there is no such.

    A line break between the words in `text` is as good as a space in `words`.
    """
    for number, span in enumerate(occurrences(text, words, start), start=1):
        if nth is None:
            return span if number_of_occurrences(text, words, start, limit=2) == 1 else None
        if number == nth:
            return span
    return None


def number_of_occurrences(text: str, words: str, start: int = 0, limit: int = 1000) -> int:
    """How often `words` stand in `text` from `start` on, counted up to `limit`."""
    return sum(1 for _ in islice(occurrences(text, words, start), limit))


def occurrences(text: str, words: str, start: int = 0) -> Iterator[Span]:
    """Every place where `words` stand in `text` from `start` on, in order and without overlap."""
    sought = fold(words).text.strip()
    folded = _fold_once(text)
    at = folded.text.find(sought, folded.position(start)) if sought else -1
    while at >= 0:
        end = at + len(sought)
        yield Span(folded.offset(at), folded.offset(end - 1) + 1)
        at = folded.text.find(sought, end)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its white space made even and its invisible characters left out.

    `here[i]` and `there[i]` are offsets in the folded and in the original text from which both run in step.
    """

    text: str
    here: tuple[int, ...]
    there: tuple[int, ...]

    def offset(self, position: int) -> int:
        """The offset in the original text of a character of the folded one."""
        step = bisect_right(self.here, position) - 1
        return self.there[step] + position - self.here[step]

    def position(self, offset: int) -> int:
        """The position in the folded text of (or next behind) an offset of the original one."""
        step = bisect_right(self.there, offset) - 1
        end = self.here[step + 1] if step + 1 < len(self.here) else len(self.text)
        return min(self.here[step] + offset - self.there[step], end)


def fold(text: str) -> Folded:
    """See `Folded`; in a text whose white space is even already nothing is copied."""
    pieces: list[str] = []
    here, there = [0], [0]
    length = copied = 0
    for run in _UNEVEN_RUN.finditer(text):
        even = _even(run.group())
        pieces += (text[copied : run.start()], even)
        length += run.start() - copied + len(even)
        copied = run.end()
        here.append(length)
        there.append(copied)
    if not pieces:
        return Folded(text, (0,), (0,))
    return Folded("".join((*pieces, text[copied:])), tuple(here), tuple(there))


@lru_cache(maxsize=64)
def _fold_once(text: str) -> Folded:
    """`fold`, kept for the texts in use: the registry looks for hundreds of wordings in each."""
    return fold(text)


def _even(run: str) -> str:
    """What a run of white space and invisible characters counts as: nothing, a space, or the end of a paragraph."""
    if not any(char.isspace() for char in run):
        return ""
    return _PARAGRAPH_BREAK if len(_LINE_BREAK.findall(run)) > 1 else " "
