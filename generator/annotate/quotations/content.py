"""Where the words begin and end that a cue introduces or follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import REFERRING, ClauseKind, clause_mood, verb_first
from generator.annotate.quotations.cues import Cue, find_cue
from generator.annotate.quotations.phrases import phrases
from generator.annotate.quotations.units import SPEECH
from generator.german.saying import fold
from generator.german.verbs import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.model.annotation import Token

Range = tuple[int, int]
_BETWEEN = (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)
_SILENT = frozenset({"bestätigen", "einigen", "festlegen", "bekanntgeben", "mitteilen"})  # negated, they say nothing
_LOOSE = (
    "ADV",
    "ADJ(D)",
    "PRELS",
)  # how a clause in the indicative begins that only follows the cue: "…, später brach er ab"
_SKIPPED = 5  # clauses that may stand between a cue and what it introduces
_STATED = (ClauseKind.MAIN, ClauseKind.QUOTATION, ClauseKind.COMPLEMENT, ClauseKind.QUESTION, ClauseKind.INFINITIVE)


def content_after(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue) -> Range | None:
    """What the cue introduces: "sagte, dass …", "glaubt, ein Deal könnte …", "kündigte an, … zu …"."""
    for number in range(cue.clause + 1, min(len(clauses), cue.clause + 1 + _SKIPPED)):
        clause = clauses[number]
        if ":" in clause.mark:
            return _after_colon(tokens, clauses, number, cue)
        if clause.kind in (ClauseKind.COMPLEMENT, ClauseKind.QUESTION, ClauseKind.INFINITIVE):
            fits = _governs(tokens, clauses, number, cue)
            return (clause.start, content_end(tokens, clauses, number)) if fits else None
        if clause.kind is ClauseKind.ADVERBIAL and not _opens_report(tokens, clauses, number):
            continue
        if clause.kind in _BETWEEN and find_cue(tokens, clauses, number) is None and not _comments(tokens, clause):
            continue
        if clause.kind in (*_BETWEEN, ClauseKind.QUOTATION):
            break
        return _split_content(tokens, clauses, number, cue) or _main_content(tokens, clauses, number, cue)
    return None


def _governs(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, cue: Cue) -> bool:
    """Whether a dependent clause hangs on the cue, and not on one between: "wurde geraten, weil er drohte, … zu …"."""
    clause = clauses[number]
    adjacent = number == cue.clause + 1
    if clause.kind is ClauseKind.INFINITIVE:
        return "inf" in cue.features and (adjacent or clauses[number - 1].kind is not ClauseKind.ADVERBIAL)
    joined = clause.conjunction and adjacent
    return "clause" in cue.features and not joined and not _no_report(tokens, clauses, number, cue)


def _comments(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "wurde festgestellt, was ein Hinweis darauf ist, dass …": from here on the article itself speaks."""
    return clause.kind is ClauseKind.RELATIVE and tokens[clause.start].text.lower() in REFERRING


def _split_content(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, cue: Cue) -> Range | None:
    """A main clause that an apposition splits: "meldet, Sgrena, die lange gefangen war, habe …"."""
    first = cue.clause + 1
    split = number > first and clauses[first].kind is ClauseKind.FRAGMENT and verb_first(tokens, clauses[number])
    if not split or "clause" not in cue.features or clause_mood(tokens, clauses[number]) is not Mood.SUBJUNCTIVE_1:
        return None
    return clauses[first].start, content_end(tokens, clauses, number)


def _no_report(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, cue: Cue) -> bool:
    """As in "kritisierte die Art, wie es geschah", "wollte nicht bestätigen, dass …": nothing was said."""
    clause = clauses[number]
    found = clause_mood(tokens, clause)
    manner = tokens[clause.start].text in ("wie", "wo") and found is not None and not found.subjunctive
    governing = clauses[cue.clause]
    denied = any(t.text in ("nicht", "weder") for t in tokens[governing.start : governing.end])
    asked = clause.kind is ClauseKind.QUESTION
    return manner or (asked and cue.lemma == "entscheiden") or (denied and (asked or cue.lemma in _SILENT))


def content_inside(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue) -> Range | None:
    """An infinitive without a comma: "hat angekündigt die Preise zu erhöhen"."""
    clause = clauses[cue.clause]
    first = max(cue.tokens) + 1
    if "inf" not in cue.features or first >= clause.end or len(cue.tokens) == 1:
        return None
    tags = [t.tag for t in tokens[first : clause.end]]
    infinitive = any(t.endswith("(IZU)") for t in tags) or "PTKZU" in tags
    return (first, clause.end) if infinitive and tags[-1].startswith(("V", "$")) else None


def _after_colon(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, cue: Cue) -> Range | None:
    clause = clauses[number]
    if tokens[clause.start].tag == SPEECH or clause.kind is ClauseKind.QUOTATION:
        return None
    reported = clause_mood(tokens, clause) in (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2)
    if "clause" not in cue.features and "inf" in cue.features and not _demanded(tokens, clause):
        return None
    if reported or ("say" in cue.features and clause.kind is ClauseKind.MAIN):
        return clause.start, clauses[-1].end
    return None


def _demanded(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause behind the colon can be a demand: "rief auf: Jeder solle spenden", not "… sei geschehen"."""
    return clause.finite is None or fold(tokens[clause.finite].lemma) in ("sollen", "müssen", "mögen", "dürfen")


def _opens_report(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """As in "sagte, wenn das stimme, sei es schlimm": the adverbial clause already belongs to what was said."""
    following = clauses[number + 1] if number + 1 < len(clauses) else None
    if following is None or following.kind is not ClauseKind.MAIN:
        return False
    found = clause_mood(tokens, following)
    return verb_first(tokens, following) and found is not None and found.subjunctive


def _main_content(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, cue: Cue) -> Range | None:
    clause = clauses[number]
    if clause.kind is ClauseKind.ADVERBIAL:
        return clause.start, content_end(tokens, clauses, number + 1)
    found = clause_mood(tokens, clause)
    if clause.conjunction or verb_first(tokens, clause) or not clause.mark or "clause" not in cue.features:
        return None
    adjacent = number == cue.clause + 1 and clauses[cue.clause].kind is ClauseKind.MAIN
    if found is None or (found.ambiguous and not adjacent):
        return None
    if found is Mood.INDICATIVE and not (adjacent and _open(tokens, clauses[cue.clause], cue)):
        return None
    if not found.subjunctive and tokens[clause.start].tag.startswith(_LOOSE):
        return None
    return clause.start, content_end(tokens, clauses, number)


def _open(tokens: Sequence[Token], clause: Clause, cue: Cue) -> bool:
    """Whether the verb still lacks what is said: "Er glaubt, das geht", not "Sie gehen von Mord aus, er wurde …"."""
    if cue.passive or "say" not in cue.features:
        return False
    return sum(p.preposition is None for p in phrases(tokens, clause.start, clause.end)) <= 1


def content_end(tokens: Sequence[Token], clauses: Sequence[Clause], first: int) -> int:
    """The end of what begins with clause `first`: where the sentence returns to its own level, or its end."""
    opening = clause_mood(tokens, clauses[first])
    indirect = opening is not None and opening is not Mood.INDICATIVE
    unfinished = first > 0 and clauses[first - 1].finite is None
    for number in range(first + 1, len(clauses)):
        clause = clauses[number]
        if ":" in clause.mark and tokens[clause.start].tag == SPEECH:
            return clauses[number - 1].end
        if clause.kind is ClauseKind.RELATIVE and refers_to_clause(tokens, clause):
            return clauses[number - 1].end
        if clause.kind is not ClauseKind.MAIN:
            continue
        found = clause_mood(tokens, clause)
        own = found in (Mood.INDICATIVE, Mood.PRETERITE)
        returns = verb_first(tokens, clause) and not clause.conjunction and (clauses[first].subordinate or unfinished)
        if returns and (unfinished or found is not Mood.SUBJUNCTIVE_1):
            return clauses[number - 1].end
        if clause.conjunction and own and (clauses[first].subordinate or indirect):
            return clauses[number - 1].end
        if ";" in clause.mark and not (found is not None and found.subjunctive):
            return clauses[number - 1].end
    return clauses[-1].end


def refers_to_clause(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the article comments on what was said: "…, was bisher nicht bestätigt ist"."""
    return tokens[clause.start].text.lower() in REFERRING and clause_mood(tokens, clause) is Mood.INDICATIVE
