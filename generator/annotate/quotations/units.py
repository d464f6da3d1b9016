"""Units: sentences as far as attribution reaches, with quoted words folded into one token each.

„A. B. C“, sagte X. is one unit although it holds three sentences: the cue behind the quotation speaks of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.annotate.quotations.marks import Quoted, outermost
from generator.german.verbs import is_finite
from generator.model.annotation import Token
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Parse, Sentence

SPEECH = "QUOTE"  # tag of a folded quotation with a verb or of some length
FRAGMENT = "QUOTED"  # tag of a few quoted words that are no name by their form
_FRAGMENT_WORDS = 7
_BRACKET_WORDS = 25
_LONGEST = 500  # tokens of a unit
BRACKET = "$()"


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more sentences; `quotes` maps the position of a folded token in `tokens` to what it folds."""

    span: Span
    block: int
    tokens: tuple[Token, ...]
    quotes: dict[int, Quoted]


def find_units(parse: Parse, quoted: Sequence[Quoted]) -> tuple[Unit, ...]:
    """The sentences of `parse`, joined where a quotation crosses their border, with quotations folded."""
    folds = outermost(quoted)
    units: list[Unit] = []
    group: list[Sentence] = []
    at = 0
    for sentence in parse.sentences:
        while at < len(folds) and folds[at].outer.end <= (group or [sentence])[0].span.start:
            at += 1
        group.append(sentence)
        if not any(_crosses(f, sentence.span.end) for f in _near(folds, at, sentence.span.end)):
            units.extend(_pieces(_unit(parse.document.text, group, folds, at)))
            group = []
    if group:
        units.extend(_pieces(_unit(parse.document.text, group, folds, at)))
    return tuple(units)


def _pieces(unit: Unit) -> Iterator[Unit]:
    """`unit`, cut if it is longer than any sentence that people write, so that time stays linear."""
    for start in range(0, max(1, len(unit.tokens)), _LONGEST):
        tokens = unit.tokens[start : start + _LONGEST]
        if len(tokens) == len(unit.tokens):
            yield unit
        else:
            quotes = {at - start: q for at, q in unit.quotes.items() if start <= at < start + _LONGEST}
            yield Unit(Span(tokens[0].span.start, tokens[-1].span.end), unit.block, tokens, quotes)


def _near(folds: Sequence[Quoted], at: int, end: int) -> Sequence[Quoted]:
    stop = at
    while stop < len(folds) and folds[stop].outer.start < end:
        stop += 1
    return folds[at:stop]


def _crosses(quoted: Quoted, border: int) -> bool:
    return quoted.outer.start < border < quoted.inner.end


def _unit(text: str, group: Sequence[Sentence], folds: Sequence[Quoted], at: int) -> Unit:
    span = Span(group[0].span.start, group[-1].span.end)
    near = [f for f in _near(folds, at, span.end) if f.outer.end > span.start]
    tokens: list[Token] = []
    quotes: dict[int, Quoted] = {}
    number = 0
    inside: list[Token] = []

    def fold() -> None:
        if inside:
            quoted = near[number]
            words = tuple(t for t in inside if t.span.overlaps(quoted.inner))
            quotes[len(tokens)] = quoted
            tokens.append(Token(quoted.outer, quoted.inner.of(text), _tag(words), ""))
            inside.clear()

    for token in (t for s in group for t in s.tokens):
        while number < len(near) and near[number].outer.end <= token.span.start:
            fold()
            number += 1
        if number < len(near) and near[number].outer.overlaps(token.span):
            inside.append(token)
        else:
            fold()
            tokens.append(_as_name(token) if tokens else token)
    fold()
    return _without_brackets(Unit(span, group[0].block, tuple(tokens), quotes))


def _as_name(token: Token) -> Token:
    """A capital inside a sentence makes a surname of what looks like a prefix: "sagte Kommandant Frei"."""
    mistaken = token.tag == "PTKVZ" and token.text[:1].isupper()
    return replace(token, tag="NE", lemma=token.text) if mistaken else token


def _without_brackets(unit: Unit) -> Unit:
    """`unit` with every short bracket ("(SPD)", "(Wikinews berichtete)") folded into one token."""
    tokens: list[Token] = []
    quotes: dict[int, Quoted] = {}
    at = 0
    while at < len(unit.tokens):
        end = _bracket_end(unit, at)
        if end is None:
            if at in unit.quotes:
                quotes[len(tokens)] = unit.quotes[at]
            tokens.append(unit.tokens[at])
            at += 1
        else:
            span = Span(unit.tokens[at].span.start, unit.tokens[end].span.end)
            tokens.append(Token(span, "()", BRACKET, ""))
            at = end + 1
    return Unit(unit.span, unit.block, tuple(tokens), quotes)


def _bracket_end(unit: Unit, at: int) -> int | None:
    if unit.tokens[at].text != "(":
        return None
    for end in range(at + 1, min(len(unit.tokens), at + _BRACKET_WORDS)):
        if end in unit.quotes:
            return None
        if unit.tokens[end].text == ")":
            return end
    return None


def _tag(words: Sequence[Token]) -> str:
    """NE for what looks like a name, QUOTED for a fragment of a sentence, QUOTE for more than that."""
    content = [t for t in words if not t.tag.startswith("$")]
    if content and _like_name(content):
        return "NE"
    if len(content) > _FRAGMENT_WORDS or any(is_finite(t) for t in content):
        return SPEECH
    return FRAGMENT


def _like_name(content: Sequence[Token]) -> bool:
    """Whether the words are a name by their form: "Oberster Rat zur Rettung der Republik", "heise online"."""
    foreign = all(t.tag in ("FM", "XY", "NE") for t in content)
    domain = len(content) == 1 and "." in content[0].text.strip(".")
    lower = [t for t in content if t.text[:1].islower()]
    linking = all(t.tag.startswith(("APPR", "ART", "KON", "FM", "XY", "NE", "CARD")) for t in lower)
    capital = content[0].text[:1].isupper() or content[0].text[:1].isdigit()
    return foreign or domain or (capital and linking and not any(_is_verb(t) for t in content))


def _is_verb(token: Token) -> bool:
    return is_finite(token) and token.text[:1].islower()
