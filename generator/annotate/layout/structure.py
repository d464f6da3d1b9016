"""Tells title, lead, headings and captions from paragraphs by where they stand and how they end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.annotation import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.span import Span

_CLOSING = r"\s?[)\]»«”“\"'’‹›]*\Z"
_SENTENCE_END = re.compile(r"[.!?…:;,]" + _CLOSING)
_STATEMENT_END = re.compile(r"[.:;,…]" + _CLOSING)
_LONGEST_TITLE = 160
_LONGEST_HEADING = 110
_LONGEST_LEAD = 600
_LONGEST_CAPTION = 220
_LONGEST_KICKER = 40
_LONGEST_UNDER_KICKER = 90
_PROSE = 140
_QUOTATION_OR_DASH = '«»„“"‚–—-'


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a part of one; `kind` None: not decided yet. `tight`: no blank line before it."""

    span: Span
    mark: str = ""
    kind: BlockKind | None = None
    rule: str = ""
    tight: bool = False


def decide(text: str, pieces: Sequence[Piece], known_title: str | None) -> tuple[Block, ...]:
    """Give every piece a kind; what no rule knows is a paragraph."""
    first_prose = next((n for n, p in enumerate(pieces) if p.kind is None and _is_prose(text, p)), len(pieces))
    title = _find_title(text, pieces, known_title, first_prose)
    lead = _find_lead(text, pieces, title)
    return tuple(_decide_one(text, pieces, number, title=title, lead=lead) for number in range(len(pieces)))


def _decide_one(text: str, pieces: Sequence[Piece], number: int, *, title: int | None, lead: int | None) -> Block:
    piece = pieces[number]
    if piece.kind is not None:
        return Block(piece.kind, piece.span, piece.rule)
    if number == title:
        return Block(BlockKind.TITLE, piece.span, "title")
    if number == lead:
        return Block(BlockKind.LEAD, piece.span, "lead")
    if _is_caption(text, pieces, number):
        return Block(BlockKind.CAPTION, piece.span, "caption-above-credit")
    if heading := _heading_rule(text, pieces, number, title):
        return Block(BlockKind.HEADING, piece.span, heading)
    rule = {"item": "list-item", "quote": "block-quote"}.get(piece.mark, "text")
    return Block(BlockKind.PARAGRAPH, piece.span, rule)


def _find_title(text: str, pieces: Sequence[Piece], known: str | None, first_prose: int) -> int | None:
    """Find the title: the line that the metadata names, else the first line above all text, short and without a stop.

    Of two such lines the first is a kicker ("Krieg in der Ukraine") if it is much the shorter one.
    """
    named = (n for n, p in enumerate(pieces[: first_prose + 2]) if known and p.span.of(text) == known.strip())
    if (number := next(named, None)) is not None:
        return number
    above = [n for n in range(min(first_prose, len(pieces))) if pieces[n].kind is None]
    if first_prose == len(pieces) and not any(piece.mark == "heading" for piece in pieces):
        return None
    candidates = [n for n in above if pieces[n].mark in ("", "heading") and not _runs_on(text, pieces, n)][:2]
    if not candidates or _length(pieces[candidates[0]]) > _LONGEST_TITLE:
        return None
    if len(candidates) > 1 and _is_kicker(text, pieces, *candidates):
        return candidates[1]
    return candidates[0]


def _is_kicker(text: str, pieces: Sequence[Piece], one: int, other: int) -> bool:
    kicker, title = _length(pieces[one]), _length(pieces[other])
    quoted = text[pieces[one].span.start] in _QUOTATION_OR_DASH
    return (
        not quoted
        and other == one + 1
        and kicker <= _LONGEST_KICKER
        and kicker * 3 < title * 2
        and title <= _LONGEST_UNDER_KICKER
    )


def _find_lead(text: str, pieces: Sequence[Piece], title: int | None) -> int | None:
    """Find the lead: the short text under the title that furniture (by-line, picture) parts from the article.

    A long line without a stop under the title is a lead, too.
    """
    if title is None:
        return None
    following = next((n for n in range(title + 1, len(pieces)) if pieces[n].kind is None), None)
    if following is None or following + 1 >= len(pieces) or pieces[following].mark:
        return None
    if any(piece.kind is BlockKind.BOILERPLATE for piece in pieces[title + 1 : following]):
        return None
    if not _is_prose(text, pieces[following]) and _length(pieces[following]) > _LONGEST_UNDER_KICKER:
        return following
    parted = pieces[following + 1].kind is not None and any(
        piece.kind is None and _is_prose(text, piece) for piece in pieces[following + 2 : following + 8]
    )
    fits = _is_prose(text, pieces[following]) and _length(pieces[following]) <= _LONGEST_LEAD
    return following if parted and fits else None


def _is_caption(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a credit stands right under the line: "Der Zug bei der Ankunft" and below it "Foto: dpa"."""
    if number + 1 == len(pieces):
        return False
    below = pieces[number + 1]
    credited = below.kind is BlockKind.CREDIT and below.tight
    return credited and _length(pieces[number]) <= _LONGEST_CAPTION and "\n\n" not in pieces[number].span.of(text)


def _heading_rule(text: str, pieces: Sequence[Piece], number: int, title: int | None) -> str | None:
    """Name the rule by which the piece is a heading: a mark, or a short line without a stop above text.

    A question or a shout is a heading only under a title and above a longer text; else it may be a plain sentence.
    """
    piece = pieces[number]
    if piece.mark or _length(piece) > _LONGEST_HEADING:
        return "marked-heading" if piece.mark == "heading" else None
    below = next((p for p in pieces[number + 1 : number + 5] if p.kind is None), None)
    line = piece.span.of(text)
    if below is None or _runs_on(text, pieces, number) or _STATEMENT_END.search(line) or line[0] in _QUOTATION_OR_DASH:
        return None
    if title is not None and number < title:
        return "kicker"
    loud = _SENTENCE_END.search(line) is not None
    if not _is_prose(text, below) or (loud and (title is None or _length(below) <= 2 * _length(piece))):
        return None
    return "question-above-text" if loud else "short-line-above-text"


def _runs_on(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Whether the next line, with no blank line between, goes on in lower case, as in a poem."""
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    return following is not None and following.tight and text[following.span.start].islower()


def _is_prose(text: str, piece: Piece) -> bool:
    line = piece.span.of(text)
    return _length(piece) > _PROSE or _SENTENCE_END.search(line) is not None


def _length(piece: Piece) -> int:
    return piece.span.end - piece.span.start
