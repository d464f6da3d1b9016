"""What stands before a cue, and whether it goes on behind it: "…, sagte Miller", "A, so Miller, B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind, clause_mood, is_wie, verb_first
from generator.annotate.quotations.content import content_end
from generator.german.attribution import word_set
from generator.german.saying import fold
from generator.german.verbs import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.annotate.quotations.content import Range
    from generator.model.annotation import Token

_BETWEEN = (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)
_NOT_ALONE = (ClauseKind.ADVERBIAL, ClauseKind.FRAGMENT, ClauseKind.RELATIVE)
_ON = word_set("adverbs-of-going-on")
_OBJECTS = frozenset({"keine", "keinen", "solche", "ihn", "ihnen", "ihm"})  # what follows a verb and is no subject
_AUXILIARIES = frozenset({"sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen"})


def _inserted(tokens: Sequence[Token], clauses: Sequence[Clause], first: int, number: int) -> bool:
    """As in "Tatsächlich, so betont die Polizei, ist dies falsch": the cue precedes the verb of its content."""
    alone = all(c.kind is ClauseKind.FRAGMENT for c in clauses[first:number])
    return (
        alone
        and number + 1 < len(clauses)
        and verb_first(tokens, clauses[number + 1])
        and clauses[number + 1].mark == ","
    )


def content_before(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Range | None:
    """What stands before a cue that opens its clause: "…, sagte Miller", "…, so Miller"."""
    first = number
    while first > 0 and not (":" in clauses[first].mark and first != number) and ";" not in clauses[first].mark:
        first -= 1
    if first == number or ":" in clauses[number].mark:
        return None
    earlier = clauses[first:number]
    if _inserted(tokens, clauses, first, number):
        return clauses[first].start, clauses[-1].end
    if _topic(earlier) or _goes_on(tokens, clauses, number):
        return None
    return clauses[first].start, clauses[number - 1].end


def _topic(earlier: Sequence[Clause]) -> bool:
    """Whether what stands before a cue only opens its sentence: "Auf den Vorwurf, zu lügen, sagte er, …"."""
    if all(c.kind in _NOT_ALONE or c.kind is ClauseKind.QUESTION for c in earlier):
        return True
    stated = any(c.kind in (ClauseKind.MAIN, ClauseKind.QUOTATION) for c in earlier)
    complete = stated or any(c.kind is ClauseKind.COMPLEMENT for c in earlier)
    return (earlier[0].kind is ClauseKind.ADVERBIAL and not stated) or (
        earlier[0].kind is ClauseKind.FRAGMENT and not complete
    )


def _goes_on(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """As in "begrüssten die Ankündigung, fordern aber …": a second verb of the same subject, nothing that was said."""
    clause = clauses[number]
    main = [c for c in clauses[:number] if c.kind is ClauseKind.MAIN]
    if clause.finite is None or clause.finite + 1 >= clause.end or not main:
        return False
    following = tokens[clause.finite + 1]
    on = following.text.lower() in _ON or following.text.lower() in _OBJECTS
    return on and clause_mood(tokens, main[-1]) is not Mood.SUBJUNCTIVE_1


def _lacks_verb(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause breaks off behind an auxiliary: "Man habe, | so Abt, | nichts gewusst"."""
    last = clause.finite is not None and clause.finite == clause.end - 1 and clause.kind is ClauseKind.MAIN
    return last and fold(tokens[clause.end - 1].lemma) in _AUXILIARIES


def content_around(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, before: Range) -> Range:
    """`before`, and what follows the inserted clause `number` if that goes on with it ("A, sagte X, B")."""
    earlier = [c for c in clauses[:number] if before[0] <= c.start and c.end <= before[1]]
    goes_on = number + 1 < len(clauses) and verb_first(tokens, clauses[number + 1])
    if all(c.kind is ClauseKind.QUOTATION for c in earlier) and not goes_on:
        return before
    if _lacks_verb(tokens, earlier[-1]) and number + 1 < len(clauses) and clauses[number + 1].mark == ",":
        return before[0], content_end(tokens, clauses, number + 1)
    described = False
    for later in range(number + 1, len(clauses)):
        clause = clauses[later]
        if ":" in clause.mark or clause.conjunction:
            break
        if clause.kind in _BETWEEN and not is_wie(tokens, clauses[number]):
            described = described or clause.kind is ClauseKind.RELATIVE
            continue  # it may belong to the speaker: "sagte Miller, der Sprecher"
        if described and clause.subordinate:
            continue  # it belongs to what describes him: "so Abt, der auch angab, dass …"
        found = clause_mood(tokens, clause)
        if clause.kind is ClauseKind.MAIN and found is Mood.INDICATIVE and not verb_first(tokens, clause):
            break
        if clause.kind is ClauseKind.QUOTATION:
            break
        return before[0], clauses[-1].end
    return before
