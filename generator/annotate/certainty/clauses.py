"""Cuts a sentence at its commas, dashes and colons into clauses and says which of them is the main one.

This is no parser: a clause is what stands between two marks, and its first word tells what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.german.verbs import is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Token


class Rank(StrEnum):
    """What a clause is within its sentence."""

    MAIN = "main"
    CONTENT = "content"  # what somebody says or wants: dass, ob, infinitives with "zu"
    SIDE = "side"  # relative and adverbial clauses, indirect questions


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens of a sentence between two marks, without quotation marks.

    `mark` is the mark before it (empty at the start of the sentence), `start` where it begins in the text, with any
    quotation mark before its first word.
    """

    tokens: tuple[Token, ...]
    rank: Rank
    mark: str
    start: int

    @property
    def finite(self) -> bool:
        """Whether the clause has a finite verb of its own."""
        return any(map(is_finite, self.tokens))


MARKS = frozenset((",", ";", ":", "–", "—", "-", "--", "("))
QUOTES = frozenset("«»„“”\"‚‘'‹›()[]")
_CONTENT_WORDS = frozenset(("dass", "daß", "ob"))
_CONJUNCTIONS = frozenset(("und", "oder", "aber", "sondern", "doch", "denn", "auch", "nur", "selbst"))


def cut(tokens: Sequence[Token]) -> list[Clause]:
    """Cut a sentence into its clauses, in order; every token that is not a mark between them is in one."""
    clauses: list[Clause] = []
    for mark, piece in _pieces(tokens):
        words = tuple(token for token in piece if token.text not in QUOTES)
        if words:
            clauses.append(Clause(words, _rank(words, clauses, tokens), mark, piece[0].span.start))
    return clauses


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    mark = ""
    piece: list[Token] = []
    for token in tokens:
        if token.text not in MARKS:
            piece.append(token)
            continue
        if piece:
            yield mark, piece
        mark, piece = token.text, []
    if piece:
        yield mark, piece


def _rank(piece: Sequence[Token], before: Sequence[Clause], sentence: Sequence[Token]) -> Rank:
    opener = next((t for t in piece if t.text.lower() not in _CONJUNCTIONS), piece[0])
    if opener.text.lower() in _CONTENT_WORDS:
        return Rank.CONTENT
    if opener.tag in ("KOUS", "KOUI") or _is_relative(piece):
        return Rank.SIDE
    if opener.tag.startswith("PW") and before:
        return Rank.MAIN if sentence[-1].text == "?" else Rank.SIDE
    if any(map(is_finite, piece)):
        unfinished = bool(before) and before[-1].rank is not Rank.MAIN and not before[-1].finite
        unfinished = unfinished and not (is_finite(piece[0]) and _is_apposition(before[-1]))
        return before[-1].rank if unfinished else Rank.MAIN
    if any(token.tag in ("PTKZU", "VV(IZU)") for token in piece):
        return Rank.CONTENT
    return before[-1].rank if before and not before[-1].finite else Rank.MAIN


def _is_apposition(clause: Clause) -> bool:
    """Whether a clause only looks relative: "Dieser, *der Berater Kurt Abt*, bestreitet das"."""
    article = clause.tokens[0].text.lower() in ("der", "die", "das")
    return article and not clause.finite and all(t.tag[:1] in "AKNPF" for t in clause.tokens)


def _is_relative(piece: Sequence[Token]) -> bool:
    return any(token.tag in ("PRELS", "PRELAT") for token in piece[:3])
