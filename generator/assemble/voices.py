"""Whose words a claim is: one sentence may hold an indirect claim and a direct quotation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.german.clauses import INVISIBLE
from generator.german.verbs import is_finite
from generator.model.ids import Certainty, QuotationType
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.annotation import Claim, Sentence
    from generator.model.dossier import EntityQuotation

_NEAR = 3  # characters between a claim, its colon and what it announces
_QUOTED_SHARE = 0.5  # a claim is somebody's words if at least half of it is, or if it holds all of the quotation


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement of a claim: its wording, the words that decided its status, and whose it is.

    Without a quotation it is the article's own.
    """

    span: Span
    triggers: tuple[Span, ...]
    quotation: EntityQuotation | None = None


def voices(claim: Claim, sentence: Sentence, quotations: Sequence[EntityQuotation]) -> tuple[Voice, ...]:
    """Who claims `claim`, in text order; nearly always one.

    "Auch Dempsey glaubt, ein Deal könnte …: «Nordkorea verfügt …», so Dempsey zur AFP" is two statements, an indirect
    and a direct one. Fragments in quotation marks inside of indirect speech, and the two halves of an interrupted
    quotation, are one. A denial is one statement of those who deny.
    """
    found = _together(_outermost(q for q in quotations if _is_of(claim, q)))
    if len(found) > 1 and claim.certainty is Certainty.DENIED:
        return (Voice(claim.span, claim.triggers, min((q for q, _ in found), key=_is_rendered)),)
    if not found:
        denying = _announced(claim, sentence, quotations) if claim.certainty is Certainty.DENIED else None
        return (Voice(claim.span, claim.triggers, denying),)
    if len(found) == 1:
        quotation, words = found[0]
        return (Voice(_wording(claim, sentence, quotation, words), claim.triggers, quotation),)
    inside = [tuple(t for t in claim.triggers if words.contains(t)) for _, words in found]
    return tuple(
        Voice(words, own or claim.triggers, quotation) for (quotation, words), own in zip(found, inside, strict=True)
    )


def _announced(claim: Claim, sentence: Sentence, quotations: Sequence[EntityQuotation]) -> EntityQuotation | None:
    """The denial of those whose words follow its colon: "Das dementiert Helvapharm: Die Behörden seien …"."""
    between = [t for t in sentence.tokens if t.span.start >= claim.span.start]
    colon = next((t.span.end for t in between if t.text == ":" and t.span.start >= claim.span.end), None)
    if colon is None or colon - claim.span.end > _NEAR:
        return None
    words = next((q for q in quotations if q.span.start >= colon and q.span.start - colon <= _NEAR), None)
    return replace(words, type=QuotationType.REPORTED, span=claim.span, outlet=None) if words else None


def _is_rendered(quotation: EntityQuotation) -> bool:
    """Whether somebody else's words are rendered: "Gerüchte, wonach …, wies sie als «Unfug» zurück" is hers."""
    return quotation.type is QuotationType.INDIRECT


def _is_of(claim: Claim, quotation: EntityQuotation) -> bool:
    shared = _shared(claim.span, quotation.span)
    length = claim.span.end - claim.span.start
    return shared > 0 and (claim.span.contains(quotation.span) or shared >= _QUOTED_SHARE * length)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _outermost(quotations: Iterable[EntityQuotation]) -> list[EntityQuotation]:
    """Those that no other contains, in text order; of two that are equal the first."""
    kept: list[EntityQuotation] = []
    for quotation in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        if not kept or quotation.span.end > kept[-1].span.end:
            kept.append(quotation)
    return kept


def _together(quotations: Iterable[EntityQuotation]) -> list[tuple[EntityQuotation, Span]]:
    """Neighbours of one type and one speaker are one: "«Wir gehen», sagte er, «und zwar bald.»"."""
    joined: list[tuple[EntityQuotation, Span]] = []
    for quotation in quotations:
        before, words = joined[-1] if joined else (None, quotation.span)
        if before and before.type is quotation.type and before.speakers == quotation.speakers:
            joined[-1] = (before, Span(words.start, max(words.end, quotation.span.end)))
        else:
            joined.append((quotation, quotation.span))
    return joined


def _wording(claim: Claim, sentence: Sentence, quotation: EntityQuotation, words: Span) -> Span:
    """What is claimed, without the words that say who claims it, wherever it can stand by itself.

    It can if it has a finite verb, though not as its first word, and holds the words that decided its status: not
    "den Termin zu nutzen" without "Die USA verdächtigen Russland", not "lieferte Nordkorea …" without "Der US-Regierung
    zufolge".
    """
    reported = claim.certainty is Certainty.REPORTED or any(words.contains(t) for t in claim.triggers)
    verbs = [is_finite(t) for t in sentence.tokens if words.contains(t.span) and t.text not in INVISIBLE]
    clause = any(verbs) and (not verbs[0] or quotation.type is QuotationType.DIRECT or words.start == claim.span.start)
    alone = reported and clause and quotation.type is not QuotationType.REPORTED
    return Span(max(words.start, claim.span.start), min(words.end, claim.span.end)) if alone else claim.span
