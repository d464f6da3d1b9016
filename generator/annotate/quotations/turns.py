"""Interviews: blocks that begin with who speaks, "Müller: Ich glaube …", or with "Frage:" and "Antwort:"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from generator.annotate.quotations.marks import strip
from generator.model.annotation import BlockKind, Party, Quotation
from generator.model.ids import QuotationType
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.model.annotation import Mention, Parse

_LABEL = re.compile(
    r"[\s:'’*–-]{0,4}((?:(?:Dr|Prof)\. )?[A-ZÄÖÜ][\w.\-]{0,30}(?: [A-ZÄÖÜ][\w.\-]{0,30}){0,3})'{0,3}:'{0,3}\s+"
)
_QUESTIONS = frozenset({"Frage", "F"})
_ANSWERS = frozenset({"Antwort", "A"})
_LEAST_TURNS = 4
_LEAST_LABELS = 2


def find_turns(parse: Parse, mentions: tuple[Mention, ...]) -> dict[int, Quotation]:
    """The turns of an interview by the number of their block; empty if the text is none.

    A label counts if it comes back, and two labels have to alternate, so that "Bildung:", "Verkehr:" are no speakers.
    """
    text = parse.document.text
    labels = {
        number: found
        for number, block in enumerate(parse.blocks)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LEAD)
        and (found := _LABEL.match(text, block.span.start, block.span.end))
    }
    often = Counter(m[1] for m in labels.values())
    turns = {n: m for n, m in labels.items() if often[m[1]] > 1}
    if len(turns) < _LEAST_TURNS or len({m[1] for m in turns.values()}) < _LEAST_LABELS:
        return {}
    spans = {n: strip(text, Span(m.end(), parse.blocks[n].span.end)) for n, m in turns.items()}
    return {
        n: Quotation(QuotationType.DIRECT, spans[n], "interview-turn", None, _speaker(m, mentions))
        for n, m in turns.items()
        if m[1] not in _QUESTIONS and spans[n].start < spans[n].end
    }


def _speaker(label: re.Match[str], mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    if label[1] in _ANSWERS:
        return ()
    span = Span(*label.span(1))
    at = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    named = mentions[at] if at < len(mentions) and span.contains(mentions[at].span) else None
    return (Party(span, named.name, named.entity) if named else Party(span, label[1]),)
