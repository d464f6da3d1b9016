"""Frames of a verb of saying: the cue with its speaker and the words that it introduces or follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import Clause, ClauseKind, clause_mood, is_wie, verb_first
from generator.annotate.quotations.content import content_after, content_around, content_before, content_inside
from generator.annotate.quotations.cues import Cue, find_cue
from generator.annotate.quotations.phrases import Phrase, extend, nominative, phrases
from generator.annotate.quotations.speakers import agent, place_of_words, quoted_person, subject, text_of_words
from generator.german.saying import fold
from generator.german.verbs import Mood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Token


_NEGATIONS = frozenset({"nicht", "kein", "keine", "keinen", "keinem", "nie", "niemals"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Token positions: `content` what is said (None: only a cue), `cue`, `speaker`; `clause` holds the cue."""

    content: tuple[int, int] | None
    cue: tuple[int, ...]
    speaker: Phrase | None
    rule: str
    clause: int
    features: frozenset[str] = field(default_factory=frozenset)
    reported: bool = False


def verbal_frames(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Frame]:
    """A frame for every clause that a verb of saying governs."""
    for number, clause in enumerate(clauses):
        cue = find_cue(tokens, clauses, number)
        if cue is not None and not _itself_reported(tokens, clauses, number):
            yield _verbal(tokens, clauses, cue)
        elif _is_so(tokens, clause):
            frame = _so(tokens, clauses, number)
            if frame is not None:
                yield frame


def _itself_reported(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """As in "Man gehe davon aus, dass …": the verb of saying is part of what somebody else says."""
    first = next((c for c in clauses if c.kind is ClauseKind.MAIN), None)
    return clauses[number] is first and clause_mood(tokens, clauses[number]) is Mood.SUBJUNCTIVE_1


def _verbal(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue) -> Frame:
    clause = clauses[cue.clause]
    speaker = _speaker(tokens, clauses, cue)
    content, rule = _content(tokens, clauses, cue)
    if content is None and speaker is not None and _reports(tokens, clause, cue):
        return Frame(
            sentence_range(clauses, cue.clause),
            cue.tokens,
            speaker,
            "reported-statement",
            cue.clause,
            cue.features,
            reported=True,
        )
    return Frame(content, cue.tokens, speaker, rule, cue.clause, cue.features)


def _speaker(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue) -> Phrase | None:
    clause = clauses[cue.clause]
    if cue.lemma == "zitieren":
        return (subject if cue.passive else quoted_person)(tokens, clauses, cue.clause)
    if cue.passive:
        return agent(tokens, clause) or text_of_words(tokens, clause)
    if cue.lemma == "rede":
        return place_of_words(tokens, clause)
    if "es" in cue.features and any(t.text.lower() == "es" for t in tokens[clause.start : clause.end]):
        return place_of_words(tokens, clause)
    found = subject(tokens, clauses, cue.clause)
    return place_of_words(tokens, clause) if found is None and "es" in cue.features else found


def _content(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue) -> tuple[tuple[int, int] | None, str]:
    clause = clauses[cue.clause]
    if is_wie(tokens, clause):
        if "say" not in cue.features and "clause" not in cue.features:
            return None, "wie-clause"
        before = content_before(tokens, clauses, cue.clause)
        if before is not None:
            return content_around(tokens, clauses, cue.clause, before), "wie-clause"
        after = cue.clause + 1
        return ((clauses[after].start, clauses[-1].end) if after < len(clauses) else None), "wie-clause"
    resumed = clause.finite == clause.start + 1 and tokens[clause.start].text in ("das", "dies", "so")
    inverted = (verb_first(tokens, clause) or resumed) and not clause.conjunction and "say" in cue.features
    if inverted:
        before = content_before(tokens, clauses, cue.clause)
        if before is not None:
            return content_around(tokens, clauses, cue.clause, before), "cue-after"
    return content_after(tokens, clauses, cue) or content_inside(tokens, clauses, cue), "cue-before"


def _is_so(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "so Miller", "so der Sprecher weiter": "so" before a noun phrase and no verb."""
    return clause.finite is None and tokens[clause.start].text == "so" and clause.end > clause.start + 1


def _so(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Frame | None:
    clause = clauses[number]
    found = phrases(tokens, clause.start + 1, clause.end)
    if not found or found[0].start != clause.start + 1 or not nominative(tokens, found[0]):
        return None
    speaker = extend(tokens, found[0], clause.end)
    before = content_before(tokens, clauses, number) or _fragment_before(clauses, number)
    content = content_around(tokens, clauses, number, before) if before else None
    return Frame(content, (clause.start,), speaker, "so-phrase", number, frozenset({"say", "quote"}))


def _fragment_before(clauses: Sequence[Clause], number: int) -> tuple[int, int] | None:
    return (clauses[number - 1].start, clauses[number - 1].end) if number else None


def _reports(tokens: Sequence[Token], clause: Clause, cue: Cue) -> bool:
    """Whether the clause of the cue holds what was said as an object: "forderte den Rücktritt"."""
    if clause.kind is not ClauseKind.MAIN or not _rendering(tokens, clause, cue):
        return False
    inside = phrases(tokens, clause.start, clause.end)
    if cue.prepositions:
        words = {
            tokens[i].text.lower()
            for i in range(clause.start, clause.end)
            if tokens[i].tag.startswith(("APPR", "KOKOM", "KO"))
        }
        if words & cue.prepositions:
            return True
    if "object" not in cue.features:
        return False
    return sum(p.preposition is None for p in inside) > (0 if cue.passive else 1)


def _rendering(tokens: Sequence[Token], clause: Clause, cue: Cue) -> bool:
    """Whether the clause renders words (active, present or preterite, not negated); "hat gefordert" tells an event."""
    words = {t.text.lower() for t in tokens[clause.start : clause.end]}
    compound = clause.finite is not None and fold(tokens[clause.finite].lemma) in ("haben", "sein", "werden")
    return not cue.passive and (not compound or cue.lemma == "rede") and not words & _NEGATIONS


def sentence_range(clauses: Sequence[Clause], number: int) -> tuple[int, int]:
    """The main clause `number` with what depends on it."""
    first = number
    while first > 0 and clauses[first - 1].kind is not ClauseKind.MAIN and clauses[first].mark == ",":
        first -= 1
    last = number
    while last + 1 < len(clauses) and clauses[last + 1].kind not in (ClauseKind.MAIN, ClauseKind.QUOTATION):
        last += 1
    return clauses[first].start, clauses[last].end
