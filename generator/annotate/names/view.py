"""One sentence as the rules for names look at it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german.names.matcher import Part, parts_of
from generator.german.names.tagger import find_spans
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.annotation import Sentence, Token

_PAIRS = {"«": "»", "»": "«", "„": "“”", "“": "”“", "‹": "›", "‚": "‘’", '"': '"', "”": "”"}
_LONGEST_QUOTED_NAME = 10  # tokens
_TITLE = re.compile(r"(?:(?:Prof|Dr|Mag|Ing|Lic|Dipl)\b\.?|(?:Frau|Herrn?|Sir|Lady)(?=\s|$))\s*")
_INITIAL = re.compile(r"(?<=\w\s)[A-ZÄÖÜ]$")
_EDGE = "«»„“”\"‹›‚‘’'()[]{}.,;:!?…–—*/|&+-"


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its parts, its short quoted stretches and what the name model sees in it.

    `text` is that of the whole document. `quoted` holds token ranges between quotation marks, the marks excluded.
    """

    text: str
    sentence: Sentence
    parts: tuple[Part, ...]
    quoted: tuple[tuple[int, int], ...]
    seen: tuple[tuple[Span, str], ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def token_at(self, offset: int) -> int:
        """The index of the token that covers `offset` or starts behind it."""
        return bisect_right(self.tokens, offset, key=lambda token: token.span.end)

    def seen_over(self, span: Span) -> tuple[tuple[Span, str], ...]:
        """What the model sees that shares text with `span`."""
        first = bisect_right(self.seen, span.start, key=lambda seen: seen[0].end)
        last = bisect_left(self.seen, span.end, key=lambda seen: seen[0].start)
        return self.seen[first:last]


def view(text: str, sentence: Sentence) -> View:
    """Look at `sentence` of the document `text`."""
    seen = ((_without_titles(text, trim(text, span), class_), class_) for span, class_ in find_spans(sentence.tokens))
    return View(
        text,
        sentence,
        parts_of(sentence.tokens),
        tuple(_quoted(sentence.tokens)),
        tuple((span, class_) for span, class_ in seen if span),
    )


def trim(text: str, span: Span) -> Span | None:
    """`span` without punctuation at its edges; a full stop stays behind an initial or an abbreviation inside."""
    start, end = span.start, span.end
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _without_titles(text: str, span: Span | None, class_: str) -> Span | None:
    """A person's span without "Dr." and "Frau" in front, and with the full stop of a last initial ("Heidi K.")."""
    if span is None or class_ != "person":
        return span
    start, end = span.start, span.end
    while (title := _TITLE.match(text, start, end)) is not None:
        start = title.end()
    if end < len(text) and text[end] == "." and _INITIAL.search(text, start, end):
        end += 1
    return Span(start, end) if start < end else None


def _quoted(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Short stretches between a quotation mark and the next one that can close it."""
    opening: int | None = None
    for index, token in enumerate(tokens):
        if opening is not None and token.text in _PAIRS[tokens[opening].text]:
            if 1 < index - opening <= _LONGEST_QUOTED_NAME:
                yield opening + 1, index
            opening = None
        elif token.text in _PAIRS:
            opening = index
