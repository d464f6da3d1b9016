"""What the annotators found in a document and which rule found it, line by line for the terminal.

Every sentence is shown with its marks, `[name]`, `{quotation}` and `<date>`, which can be read without colour; below it
stands a line for each name, quotation, date and claim:

    [Eva Moser] sagte <am Montag>, {das könnte dauern}.
        name   person Eva Moser (rule full-name)
        quote  indirect „das könnte dauern“ speaker Eva Moser cue sagte (rule cue-before)
        date   am Montag → 2024-04-08 (rule weekday)
        claim  possible: könnte (rule konjunktiv-2)
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

from generator.model.annotation import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.annotation import (
        AnnotatedDocument,
        Block,
        Claim,
        Mention,
        Party,
        Quotation,
        Sentence,
        TemporalExpression,
    )
    from generator.model.document import Document
    from generator.model.span import Span

NAME, QUOTATION, DATE, CLAIM, BLOCK, RULE = "cyan", "green", "yellow", "magenta", "bold", "dim"
CUE = "underline"
_LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text to be shown between brackets (or none) and in a style."""

    span: Span
    brackets: str
    style: str


@dataclass(frozen=True, slots=True)
class _Finding:
    """A line below the sentence in which `span` starts."""

    span: Span
    line: Text


_Item = TypeVar("_Item", _Mark, _Finding)


@dataclass(frozen=True, slots=True)
class _Border:
    """Where a mark opens or closes, with its bracket unless the end of the sentence cuts the mark off."""

    place: int
    bracket: str
    mark: _Mark
    opens: bool


def explain(annotated: AnnotatedDocument) -> Iterator[Text]:
    """The lines for one document, without line feeds; control characters of the article are made visible."""
    document, parse = annotated.document, annotated.parse
    yield _head(document)
    marks = _by_sentence(parse.sentences, _marks(annotated), whole=True)
    findings = _by_sentence(parse.sentences, _findings(annotated), whole=False)
    at = 0
    for number, block in enumerate(parse.blocks):
        yield Text("")
        yield _block_line(document.text, block)
        while at < len(parse.sentences) and parse.sentences[at].block == number:
            yield _sentence_line(document.text, parse.sentences[at].span, marks[at])
            yield from (finding.line for finding in findings[at])
            at += 1


def _head(document: Document) -> Text:
    published = document.meta.published or "date unknown"
    return Text.assemble((_visible(document.path), BLOCK), f"  ({published})  [name] {{quotation}} <date>")


def _block_line(text: str, block: Block) -> Text:
    """The kind of a block; boilerplate, which has no sentences, with its words."""
    line = Text.assemble((block.kind.value, BLOCK), " ", _rule(block.rule))
    return line.append(f" {_shortened(block.span.of(text))}", RULE) if block.kind is BlockKind.BOILERPLATE else line


def _marks(annotated: AnnotatedDocument) -> Iterator[_Mark]:
    for quotation in annotated.quotations:
        yield _Mark(quotation.span, "{}", QUOTATION)
        if quotation.cue:
            yield _Mark(quotation.cue, "", CUE)
    for mention in annotated.mentions:
        yield _Mark(mention.span, "[]", NAME)
    for date in annotated.dates:
        yield _Mark(date.span, "<>", DATE)
    for claim in annotated.claims:
        yield from (_Mark(trigger, "", CLAIM) for trigger in claim.triggers)


def _findings(annotated: AnnotatedDocument) -> Iterator[_Finding]:
    text = annotated.document.text
    yield from (_Finding(mention.span, _name_line(text, mention)) for mention in annotated.mentions)
    yield from (_Finding(quotation.span, _quotation_line(text, quotation)) for quotation in annotated.quotations)
    yield from (_Finding(date.span, _date_line(text, date)) for date in annotated.dates)
    yield from (_Finding(claim.span, _claim_line(text, claim)) for claim in annotated.claims)


def _by_sentence(sentences: Sequence[Sentence], items: Iterable[_Item], *, whole: bool) -> list[list[_Item]]:
    """The items of each sentence in the order given: those that start in it, or with `whole` those that overlap it."""
    starts = [sentence.span.start for sentence in sentences]
    found: list[list[_Item]] = [[] for _ in sentences]
    for item in items:
        number = max(bisect_right(starts, item.span.start) - 1, 0)
        last = bisect_right(starts, item.span.end - 1) if whole else number + 1
        for each in found[number:last]:
            each.append(item)
    return found


def _sentence_line(text: str, sentence: Span, marks: Sequence[_Mark]) -> Text:
    """The sentence with brackets and colours."""
    line = Text("  ")
    at = sentence.start
    open_marks: list[_Mark] = []
    for border in _borders(sentence, marks):
        line.append(_visible(text[at : border.place]), " ".join(mark.style for mark in open_marks))
        at = border.place
        line.append(border.bracket, border.mark.style)
        if border.opens:
            open_marks.append(border.mark)
        else:
            open_marks.remove(border.mark)
    return line.append(_visible(text[at : sentence.end]))


def _borders(sentence: Span, marks: Sequence[_Mark]) -> list[_Border]:
    """Where marks open and close in the sentence; at one place what closes comes first; the larger is outside."""
    here = [mark for mark in marks if mark.span.overlaps(sentence)]
    opening = [_border(sentence, mark, opens=True) for mark in here]
    closing = [_border(sentence, mark, opens=False) for mark in reversed(here)]
    return sorted(opening + closing, key=_from_left_to_right)


def _border(sentence: Span, mark: _Mark, *, opens: bool) -> _Border:
    if opens:
        start = max(mark.span.start, sentence.start)
        return _Border(start, mark.brackets[:1] if start == mark.span.start else "", mark, opens)
    end = min(mark.span.end, sentence.end)
    return _Border(end, mark.brackets[1:] if end == mark.span.end else "", mark, opens)


def _from_left_to_right(border: _Border) -> tuple[int, bool, int]:
    return border.place, border.opens, -(border.mark.span.end if border.opens else border.mark.span.start)


def _name_line(text: str, mention: Mention) -> Text:
    surface = mention.span.of(text)
    line = _line("name", NAME, mention.kind.value, _shortened(surface))
    if mention.name != surface:
        line.append(f" = {_shortened(mention.name)}")
    if mention.entity:
        line.append(f" entity {mention.entity}")
    elif mention.candidates:
        line.append(f" candidates {', '.join(mention.candidates)}")
    line.append("".join(f" role {role}" for role in mention.roles))
    return line.append(" metonym " if mention.metonym else " ").append_text(_rule(mention.rule))


def _quotation_line(text: str, quotation: Quotation) -> Text:
    kind = f"{quotation.type.value}{' running' if quotation.running else ''}"
    line = _line("quote", QUOTATION, kind, f"„{_shortened(quotation.span.of(text))}“")
    line.append("".join(f" speaker {_party(text, speaker)}" for speaker in quotation.speakers) or " no speaker")
    line.append(f" cue {_shortened(quotation.cue.of(text))}" if quotation.cue else "")
    line.append(f" outlet {_party(text, quotation.outlet)}" if quotation.outlet else "")
    return line.append(" ").append_text(_rule(quotation.rule))


def _party(text: str, party: Party) -> str:
    surface = _shortened(party.span.of(text))
    return surface if party.name == party.span.of(text) else f"{surface} = {_shortened(party.name)}"


def _date_line(text: str, date: TemporalExpression) -> Text:
    line = _line("date", DATE, _shortened(date.span.of(text)), "→", date.edtf)
    return line.append(" ").append_text(_rule(date.rule))


def _claim_line(text: str, claim: Claim) -> Text:
    triggers = ", ".join(_shortened(trigger.of(text)) for trigger in claim.triggers)
    words = f"{claim.certainty.value}: {triggers}" if triggers else claim.certainty.value
    return _line("claim", CLAIM, words).append(" ").append_text(_rule(claim.rule))


def _line(kind: str, style: str, *words: str) -> Text:
    return Text.assemble("      ", (f"{kind:6}", style), " ", " ".join(words))


def _rule(name: str) -> Text:
    return Text(f"(rule {name})", RULE)


def _shortened(words: str) -> str:
    shown = " ".join(_visible(words).split())
    return shown if len(shown) <= _LONGEST_WORDS else f"{shown[: _LONGEST_WORDS - 1]}…"


def _visible(words: str) -> str:
    """`words` in one line; what could command the terminal or turn the direction of writing becomes U+FFFD."""
    return "".join(_visible_character(character) for character in words)


def _visible_character(character: str) -> str:
    if character.isspace():
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character
