"""Cuts text into raw tokens: words, numbers, marks. Whether a full stop belongs to its word is decided later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[\w\u0300-\u036f\u00ad\u200c\u200d]"  # decomposed umlauts and soft hyphens stay inside their word
_TOKEN = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>«»„“”"]*[^\s<>«»„“”".,;:!?)\]]     # https://example.org/a?b
    | [\w.+-]{1,64}@\w[\w-]{0,63}(?:\.[\w-]{1,63})+             # name@example.org
    | [\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:de|ch|at|com|org|net|eu|info)\b  # example.org
    | [#@]\w+
    | (?:Dr|Prof|Mag|Ing|Bgm)\.(?:in|a)(?!\w)                    # Dr.in, Mag.a (Austrian)
    | \d+/\d+(?![/\w]) | k?m/[hs]\b | (?i:und/oder)
    | (?:[^\W\d_]\.){2,}                                        # z.B. N.V.
    | (?:(?<=\s)-(?=[a-zäöü]))?                                 # (Rohre und) -gewehre
      L+(?:[.,:](?<=\d.)(?=\d)L+|(?:[-‐‑'’]|(?<=[^\W\d_])[*:](?=in))L+|(?<=[A-Z])&(?=[A-Z])L+)*
      # 9'000 14:30 US-Regierung Bürger:innen A&E
      (?:[-‐‑](?=[\s,/)]|\Z))?                                  # Atom- (und)
    | \.{2,} | -{2,} | \S
    """.replace("L+", _LETTER + "+"),
    re.VERBOSE,
)
_GENITIVE = frozenset("sxzß")
_APOSTROPHES = frozenset("'’")


def raw_tokens(text: str, span: Span) -> list[Span]:
    """Give the tokens of `span` in order; a genitive's apostrophe ("Hans' Haus") stays with its word."""
    tokens: list[Span] = []
    quoted = False
    for token in _matches(text, span):
        mark = text[token.start : token.end]
        if mark in _APOSTROPHES:
            if not quoted and tokens and _is_genitive(text, tokens[-1], token, span.end):
                tokens[-1] = Span(tokens[-1].start, token.end)
                continue
            quoted = not quoted
        tokens.append(token)
    return tokens


def _matches(text: str, span: Span) -> Iterator[Span]:
    return (Span(match.start(), match.end()) for match in _TOKEN.finditer(text, span.start, span.end))


def _is_genitive(text: str, word: Span, apostrophe: Span, end: int) -> bool:
    attached = word.end == apostrophe.start and text[word.end - 1] in _GENITIVE
    return attached and text[apostrophe.end : min(end, apostrophe.end + 1)].isspace()
