"""Who speaks: the subject of a clause, and what a relative pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind, clause_mood
from generator.annotate.quotations.grammar import attached, is_plural, is_singular, is_thing, names_time, nominative
from generator.annotate.quotations.growth import apposition, extend
from generator.annotate.quotations.phrases import Phrase, phrases
from generator.annotate.quotations.units import FRAGMENT, SPEECH
from generator.german.saying import JUDGING, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.model.annotation import Token

_NOBODY = frozenset({"sich", "alles", "nichts", "etwas", "das", "dies", "dieses", "was", "beides", "vieles"})
_IMPERSONAL = frozenset({"es", "man"})
_SUBJECTS = frozenset({"er", "man", "ich", "wir"})  # pronouns that are nothing but subjects
_MEN = ("er", "or", "ist", "ent", "ant", "chef", "ende", "mann", "eur", "at", "ige")  # endings of nouns for men
_NO_MEN = ("mutter", "tochter", "schwester", "kammer", "steuer", "mauer", "nummer", "oper", "heimat", "tat", "stadt")
_PARTICLE_WORDS = 2
_NOMINAL = ("ART", "N", "ADJ(A)", "PPOSAT", "PIAT", "PDAT", "PPER", "FM", "QUOTE")  # tags that open a noun phrase


def subject(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """The phrase that clause `number` is about; for "X sagte A und fügte hinzu" the X of the clause before."""
    clause = clauses[number]
    finite = clause.finite if clause.finite is not None else clause.start
    elided = clause.conjunction and finite == clause.start + 1
    found = None if elided else _own_subject(tokens, clauses, number, finite)
    if found is not None:
        return _personal(tokens, found)
    shared = _sharing(tokens, clauses, number)
    return shared and _personal(tokens, shared)


def _sharing(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """The subject of the clause before that "und" or a comma continues, passing over what is only reported."""
    clause = clauses[number]
    indicative = not _subjunctive(tokens, clause)
    for earlier in range(number - 1, -1, -1):
        other = clauses[earlier]
        if _is_so_phrase(tokens, other):
            return next(iter(_candidates(tokens, other.start, other.end)), None)
        same_kind = other.kind is clause.kind or other.kind is ClauseKind.MAIN
        if same_kind and other.finite is not None and not (indicative and _subjunctive(tokens, other)):
            return _own_subject(tokens, clauses, earlier, other.finite)
    return None


def _is_so_phrase(tokens: Sequence[Token], clause: Clause) -> bool:
    return clause.kind is ClauseKind.FRAGMENT and tokens[clause.start].text == "so"


def _subjunctive(tokens: Sequence[Token], clause: Clause) -> bool:
    found = clause_mood(tokens, clause)
    return found is not None and found.subjunctive


def _personal(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    return None if tokens[phrase.head].text.lower() in _IMPERSONAL else phrase


def _own_subject(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, finite: int) -> Phrase | None:
    clause = clauses[number]
    if clause.kind is ClauseKind.RELATIVE:
        return _relative_subject(tokens, clauses, number)
    candidates = _without_es(tokens, _candidates(tokens, clause.start, clause.end), finite)
    before = [p for p in candidates if p.start < finite]
    after = [p for p in candidates if p.start > finite]
    if clause.kind is ClauseKind.MAIN:
        chosen = before[0] if before else _resumed(tokens, clauses, number)
        if not before and after and tokens[after[0].head].text == "sie" and after[0].start == finite + 1:
            chosen = after[0]
        if chosen is None or (after and _outranks(tokens, finite, after[0], chosen)):
            chosen = after[0] if after else _with_particle(tokens, clause, finite)
    else:
        chosen = candidates[0] if candidates else None
    return chosen and _full(tokens, chosen, clauses, number)


def _without_es(tokens: Sequence[Token], candidates: list[Phrase], finite: int) -> list[Phrase]:
    """Without an "es" that stands for what is judged: "Das hält es der Richter für möglich"."""
    judged = fold(tokens[finite].lemma) in JUDGING
    others = [p for p in candidates if tokens[p.head].text.lower() != "es"]
    return others if judged and others else candidates


def _outranks(tokens: Sequence[Token], finite: int, after: Phrase, before: Phrase) -> bool:
    """Whether the phrase behind the verb is surely the subject: "Die Kritik wies der Minister zurück"."""
    if tokens[after.head].text in _SUBJECTS:
        return True
    if tokens[before.start].text.lower() in ("der", "er", "ein", "man", "ich", "wir"):
        return False
    if not tokens[before.start].tag.startswith(("ART", "PDAT", "PPOSAT", "PIAT")):
        return False
    named = any(t.tag == "NE" for t in tokens[after.start : after.end])
    if named and ((is_plural(tokens, before) and is_singular(tokens[finite])) or is_thing(tokens[before.head])):
        return True
    return tokens[after.start].text.lower() == "der" and _names_man(tokens, after)


def _names_man(tokens: Sequence[Token], phrase: Phrase) -> bool:
    words = [t.text.lower() for t in tokens[phrase.start : phrase.end] if t.tag.startswith("N")]
    return any(w.endswith(_MEN) and not w.endswith(_NO_MEN) for w in words)


def _with_particle(tokens: Sequence[Token], clause: Clause, finite: int) -> Phrase | None:
    """A name that begins with a particle and looks like a place: "Von der Leyen betonte"."""
    particle = tokens[clause.start].text in ("Von", "Van", "De")
    name = finite - 1
    if particle and 1 <= name - clause.start <= _PARTICLE_WORDS and tokens[name].tag in ("NE", "NN"):
        return Phrase(clause.start, finite, name)
    return None


def _candidates(tokens: Sequence[Token], start: int, end: int) -> list[Phrase]:
    found: list[Phrase] = []
    before: Phrase | None = None
    for phrase in phrases(tokens, start, end):
        if _possible(tokens, phrase) and not attached(tokens, before, phrase):
            found.append(phrase)
        before = phrase
    return found


def _possible(tokens: Sequence[Token], phrase: Phrase) -> bool:
    head = tokens[phrase.head]
    if phrase.end - phrase.start == 1 and head.tag in (FRAGMENT, SPEECH):
        return False
    if not nominative(tokens, phrase) or names_time(tokens, phrase):
        return False
    if _before_postposition(tokens, phrase.end):
        return False
    return head.tag != "PRELS" and head.text.lower() not in _NOBODY


def _before_postposition(tokens: Sequence[Token], at: int) -> bool:
    """As in "der Zeitung gegenüber", "Experten zufolge"; in "sagte Abt gegenüber Radio Uri" a noun follows."""
    if at >= len(tokens) or tokens[at].text not in ("gegenüber", "zufolge"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text == "zufolge" or after is None or not after.tag.startswith(_NOMINAL)


def _full(tokens: Sequence[Token], phrase: Phrase, clauses: Sequence[Clause], number: int) -> Phrase:
    end = clauses[number].end
    grown = extend(tokens, phrase, end)
    if grown.end >= end and number + 1 < len(clauses):
        return apposition(tokens, grown, clauses[number + 1].end)
    return grown


def _resumed(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """The subject before an apposition or relative clause: "Miller, der Sprecher, sagte", "Wulff, der …, sagte"."""
    clause = clauses[number]
    if clause.finite != clause.start or clause.mark not in (",", ")", "-", "–", "),"):
        return None
    earlier = number - 1
    while (
        earlier >= 0
        and clauses[earlier].kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)
        and clauses[earlier].mark in (",", "(", "-", "–", "),")
    ):
        earlier -= 1
    if earlier == number - 1 or earlier < 0 or clauses[earlier].kind is not ClauseKind.FRAGMENT:
        return None
    chosen = next(iter(_candidates(tokens, clauses[earlier].start, clauses[earlier].end)), None)
    return chosen and _full(tokens, chosen, clauses, earlier)


def _relative_subject(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """The noun that a relative pronoun in the nominative stands for, else the subject inside the clause."""
    clause = clauses[number]
    inner = _candidates(tokens, clause.start, clause.end)
    pronoun = tokens[clause.start].text.lower() in ("der", "die")
    if inner and (not pronoun or tokens[inner[0].head].tag in ("PPER", "NE")):
        return _full(tokens, inner[0], clauses, number)
    return antecedent(tokens, clauses, number) or Phrase(clause.start, clause.start + 1, clause.start)


def antecedent(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """What a relative pronoun or "wonach" at the head of clause `number` stands for: the phrase before it."""
    before = phrases(tokens, clauses[number - 1].start, clauses[number - 1].end) if number else []
    return before[-1] if before else None


def heading(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """Who stands before a colon without a verb: "BKA-Präsident Ziercke: «…»"."""
    first = number
    while first > 0 and clauses[first].mark == "," and clauses[first - 1].kind is ClauseKind.FRAGMENT:
        first -= 1
    chosen = next(iter(_candidates(tokens, clauses[first].start, clauses[first].end)), None)
    return chosen and _full(tokens, chosen, clauses, first)
