"""Nouns of saying with a clause: die Behauptung, dass …, der Vorwurf, er habe …, die Forderung, … zu …."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind, clause_mood, verb_first
from generator.annotate.quotations.content import content_end
from generator.annotate.quotations.frames import Frame
from generator.annotate.quotations.growth import extend
from generator.annotate.quotations.phrases import Phrase, phrases
from generator.annotate.quotations.speakers import subject
from generator.german.saying import noun_features
from generator.german.verbs import Mood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.model.annotation import Token

_CORRELATES = frozenset({"dafür", "dazu", "dadurch"})  # the clause belongs to them: dafür Sorge tragen, dass …
_DEGREES = frozenset({"so", "damit", "dermassen", "dermaßen"})  # the same behind a noun
_AFTER_NOUN = 9  # words that may stand between a noun of saying and its clause


def noun_frames(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Frame]:
    """Frames of nouns with a clause: "die Auffassung, dass …", "der Vorwurf, er habe …", "die Forderung, … zu …"."""
    for number in range(len(clauses) - 1):
        clause, following = clauses[number], clauses[number + 1]
        at = _noun(tokens, clause, following)
        if at is None:
            continue
        content = (following.start, content_end(tokens, clauses, number + 1))
        owner = _owner(tokens, clause, at)
        if owner is None:
            who = subject(tokens, clauses, number)
            owner = who if who is not None and not who.start <= at < who.end else None
        yield Frame(content, (at,), owner, "noun-of-saying", number)


def _noun(tokens: Sequence[Token], clause: Clause, following: Clause) -> int | None:
    if following.mark != "," and ":" not in following.mark:
        return None
    wanted = _wanted(tokens, clause, following)
    if wanted is None:
        return None
    if any(t.text in _CORRELATES for t in tokens[clause.start + 1 : clause.end]):
        return None
    for at in range(clause.end - 1, max(clause.start, clause.end - _AFTER_NOUN) - 1, -1):
        if tokens[at].text.lower() in _DEGREES:
            return None
        if tokens[at].tag.startswith("NN") and wanted in noun_features(tokens[at].lemma):
            return at
    return None


def _wanted(tokens: Sequence[Token], clause: Clause, following: Clause) -> str | None:
    if following.kind is ClauseKind.COMPLEMENT:
        return "clause"
    if following.kind is ClauseKind.INFINITIVE:
        return "inf"
    found = clause_mood(tokens, following)
    stated = found is not None and found.subjunctive and not verb_first(tokens, following)
    if following.kind is ClauseKind.MAIN and stated and not following.conjunction:
        return None if clause_mood(tokens, clause) is Mood.SUBJUNCTIVE_1 else "clause"
    return None


def _owner(tokens: Sequence[Token], clause: Clause, at: int) -> Phrase | None:
    """The genitive or von-phrase behind the noun at `at`: "der Vorwurf der Opposition, …"."""
    alone = Phrase(at, at + 1, at)
    full = extend(tokens, alone, clause.end)
    if full.end == at + 1:
        return None
    inner = phrases(tokens, at + 1, full.end)
    return Phrase(inner[0].start, full.end, inner[0].head) if inner else None
