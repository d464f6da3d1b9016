"""How certain each statement is put: read from mood, modal verbs and words, never from a verdict.

A sentence is one claim, unless its main clauses differ ("Moskau dementiert den Vorwurf, doch der Deal könnte …"). A
clause group gets the certainty of the strongest marker in it. The order, from strong to weak:

1. question       it ends in a question mark
2. denied, alleged, announced, conditional, possible    in this order, first those of main clauses and of what
                  somebody says, knows or wants, then those of relative and adverbial clauses: a doubt that the
                  sentence contains anywhere outweighs plain assertion
3. reported       somebody's words, or Konjunktiv I
4. asserted       none of these: the article itself says it

Hence within a quotation a stronger marker wins over "reported". What follows a colon without a marker of its own
has the certainty of what stands before it. Groups without a finite verb claim nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.annotate.certainty.clauses import MARKS, QUOTES, Rank, cut
from generator.annotate.certainty.markers import Marker, Setting, find_markers
from generator.german.saying import fold, verbs
from generator.model.annotation import Claim
from generator.model.ids import Certainty, QuotationType
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.certainty.clauses import Clause
    from generator.model.annotation import Mention, Parse, Quotation, Sentence, Token

_ORDER = (
    Certainty.DENIED,
    Certainty.ALLEGED,
    Certainty.ANNOUNCED,
    Certainty.CONDITIONAL,
    Certainty.POSSIBLE,
)
_GUESSES = frozenset((Certainty.POSSIBLE, Certainty.CONDITIONAL, Certainty.ANNOUNCED))
_TURNS = frozenset(("doch", "aber", "sondern", "jedoch", "hingegen", "dagegen", "allerdings", "dennoch", "trotzdem"))
_DASHES = frozenset(("–", "—", "-", "--"))


def find_claims(parse: Parse, quotations: tuple[Quotation, ...], mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Give every claim of the document with its certainty and the words that decided it, in text order."""
    del mentions  # part of the annotators' common interface; no rule needs to know who is named
    return tuple(
        claim
        for sentence, nearby in zip(parse.sentences, _by_sentence(parse.sentences, quotations), strict=True)
        for claim in _claims(sentence, nearby)
    )


def _by_sentence(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """Give for each sentence the quotations that overlap it or that it introduces; linear in both."""
    starts = [sentence.span.start for sentence in sentences]
    found: list[list[Quotation]] = [[] for _ in sentences]
    for quotation in quotations:
        reach = _reach(quotation)
        number = max(bisect_right(starts, reach.start) - 1, 0)
        while number < len(sentences) and starts[number] < reach.end:
            if any(span.overlaps(sentences[number].span) for span in (quotation.span, quotation.cue) if span):
                found[number].append(quotation)
            number += 1
    return found


def _reach(quotation: Quotation) -> Span:
    cue = quotation.cue or quotation.span
    return Span(min(cue.start, quotation.span.start), max(cue.end, quotation.span.end))


def _claims(sentence: Sentence, quotations: Sequence[Quotation]) -> list[Claim]:
    """Weigh each group of clauses; neighbours that come out alike are one claim."""
    claims: list[Claim] = []
    groups = _groups(cut(sentence.tokens))
    for number, group in enumerate(groups):
        end = groups[number + 1][0].start if number + 1 < len(groups) else sentence.span.end
        tokens = _tokens_between(sentence, group[0].start if number else sentence.span.start, end)
        claim = _weigh(group, tokens, sentence, quotations)
        if claims and group[0].mark == ":" and _takes_over(claim, tokens, claims[-1], groups[number - 1]):
            claim = replace(claims[-1], span=claim.span, triggers=())
        if claims and claims[-1].certainty is claim.certainty:
            whole = Span(claims[-1].span.start, claim.span.end)
            claims[-1] = replace(claims[-1], span=whole, triggers=claims[-1].triggers + claim.triggers)
        else:
            claims.append(claim)
    return [replace(claims[0], span=sentence.span)] if len(claims) == 1 else claims


def _groups(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Put the clauses together that make one statement; a sentence without a finite verb has none."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if groups and not (_opens_group(clause) and any(one.finite for one in groups[-1])):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    if len(groups) > 1 and not any(clause.finite for clause in groups[-1]):
        groups[-2:] = [groups[-2] + groups[-1]]
    return [group for group in groups if any(clause.finite for clause in group)]


def _opens_group(clause: Clause) -> bool:
    if clause.rank is not Rank.MAIN or not clause.finite:
        return False
    first = clause.tokens[0].text.lower()
    turns = first in _TURNS or (clause.mark in _DASHES and first in ("und", "oder"))
    return clause.mark in (";", ":") or (turns and (clause.mark == "," or clause.mark in _DASHES))


def _tokens_between(sentence: Sentence, start: int, end: int) -> list[Token]:
    tokens = [token for token in sentence.tokens if start <= token.span.start < end]
    while end < sentence.span.end and len(tokens) > 1 and tokens[-1].text in MARKS:
        tokens.pop()
    return tokens


def _takes_over(claim: Claim, tokens: Sequence[Token], before: Claim, introduction: Sequence[Clause]) -> bool:
    """Whether what follows a colon has the certainty of what stands before it.

    It has if its own words do not tell and what stands before it announces words: "Die Antwort könnte lauten: Es ist
    zu spät." A guess alone is followed by its reason: "Das dürfte scheitern: Das Geld fehlt."
    """
    if claim.certainty is Certainty.REPORTED:
        return tokens[0].text in QUOTES
    explained = before.certainty in _GUESSES and not any(map(_says, introduction))
    return claim.certainty is Certainty.ASSERTED and not explained


def _says(clause: Clause) -> bool:
    """Whether the clause has a verb that can be followed by what is said: "lauten", not "ablehnen"."""
    verbs_of_clause = (token for token in clause.tokens if token.tag.startswith("V"))
    return any(
        "clause" in saying.features for token in verbs_of_clause for saying in verbs().get(fold(token.lemma), ())
    )


def _weigh(
    group: Sequence[Clause], tokens: Sequence[Token], sentence: Sentence, quotations: Sequence[Quotation]
) -> Claim:
    """Give the claim of a group: the strongest of its markers decides and all that say the same are its triggers."""
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    if question := _question(tokens):
        return Claim(span, Certainty.QUESTION, "question-mark", (question,))
    asks = sentence.tokens[-1].text == "?"
    front = group[0].tokens if group[0].rank is Rank.MAIN and not group[0].finite else ()
    markers = [
        marker
        for before, clause, after in zip([None, *group], group, [*group[1:], None], strict=False)
        for marker in find_markers(Setting(clause, before, after, asks, _is_indirect(clause, quotations), front))
    ]
    strongest = min(markers, key=_strength, default=None)
    if strongest is not None and strongest.certainty is not Certainty.REPORTED:
        return Claim(span, strongest.certainty, strongest.rule, _triggers(markers, strongest.certainty))
    said = [one for one in quotations if _reach(one).overlaps(span)]
    if strongest is None and not said:
        return Claim(span, Certainty.ASSERTED, "indicative")
    cues = tuple(one.cue for one in said if one.cue is not None and span.contains(one.cue))
    triggers = {*cues, *_triggers(markers, Certainty.REPORTED)}
    return Claim(span, Certainty.REPORTED, strongest.rule if strongest else "quotation", tuple(sorted(triggers)))


def _strength(marker: Marker) -> tuple[bool, bool, int]:
    order = _ORDER.index(marker.certainty) if marker.certainty in _ORDER else len(_ORDER)
    return (marker.certainty is Certainty.REPORTED, marker.weak, order)


def _triggers(markers: Sequence[Marker], certainty: Certainty) -> tuple[Span, ...]:
    return tuple(sorted({marker.span for marker in markers if marker.certainty is certainty}))


def _question(tokens: Sequence[Token]) -> Span | None:
    """Find the question mark at the end of the group or of a quotation in it: "«Wer ist da?», fragte er"."""
    last = next((t for t in reversed(tokens) if t.text not in QUOTES and t.text != "."), None)
    if last is not None and last.text == "?":
        return last.span
    asked = (
        one.span
        for one, other in pairwise(tokens)
        if one.text == "?" and other.text in QUOTES and tokens[0].text in QUOTES
    )
    return next(asked, None)


def _is_indirect(clause: Clause, quotations: Sequence[Quotation]) -> bool:
    span = Span(clause.start, clause.tokens[-1].span.end)
    return any(one.type is QuotationType.INDIRECT and one.span.overlaps(span) for one in quotations)
