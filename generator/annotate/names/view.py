"""One sentence as the rules for names look at it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.names.edges import edged
from generator.german.names.matcher import Part, parts_of
from generator.german.names.tagger import find_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Sentence, Token
    from generator.model.span import Span

_PAIRS = {"«": "»", "»": "«", "„": "“”", "“": "”“", "‹": "›", "‚": "‘’", '"': '"', "”": "”"}
_LONGEST_QUOTED_NAME = 10  # tokens


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
    seen = ((edged(text, span, class_), class_) for span, class_ in find_spans(sentence.tokens))
    return View(
        text,
        sentence,
        parts_of(sentence.tokens),
        tuple(_quoted(sentence.tokens)),
        tuple((span, class_) for span, class_ in seen if span),
    )


def belongs_to_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is an adjective that only a name writes with a capital: not the first word, not "Rostocker"."""
    token = tokens[index]
    opens = index == 0 or not tokens[index - 1].text[-1].isalnum()
    return token.tag.startswith("ADJ") and token.text[0].isupper() and not token.text.endswith("er") and not opens


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
