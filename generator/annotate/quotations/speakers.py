"""Who speaks: the subject of a clause, the agent of a passive, the owner of an "Ansicht"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind, clause_mood
from generator.annotate.quotations.phrases import Phrase, apposition, attached, extend, names_time, nominative, phrases
from generator.annotate.quotations.units import FRAGMENT, SPEECH
from generator.german.saying import noun_features

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
_WORDS_IN = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom", "seitens", "auf", "an", "am"})


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
    candidates = _candidates(tokens, clause.start, clause.end)
    before = [p for p in candidates if p.start < finite]
    after = [p for p in candidates if p.start > finite]
    if clause.kind is ClauseKind.MAIN:
        chosen = before[0] if before else _resumed(tokens, clauses, number)
        if chosen is None or (after and _outranks(tokens, after[0], chosen)):
            chosen = after[0] if after else _with_particle(tokens, clause, finite)
    else:
        chosen = candidates[0] if candidates else None
    return chosen and _full(tokens, chosen, clauses, number)


def _outranks(tokens: Sequence[Token], after: Phrase, before: Phrase) -> bool:
    """Whether the phrase behind the verb is surely the subject: "Die Kritik wies der Minister zurück"."""
    if tokens[after.head].text in _SUBJECTS:
        return True
    unclear = tokens[before.start].text.lower() not in ("der", "er", "ein", "man", "ich", "wir")
    noun = tokens[after.head]
    word = (tokens[after.head - 1] if noun.tag == "NE" and after.head > after.start + 1 else noun).text.lower()
    determined = tokens[before.start].tag.startswith(("ART", "PDAT", "PPOSAT"))
    man = word.endswith(_MEN) and not word.endswith(_NO_MEN)
    return unclear and determined and tokens[after.start].text.lower() == "der" and man


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
    if phrase.end < len(tokens) and tokens[phrase.end].text in ("gegenüber", "zufolge"):
        return False
    return head.tag != "PRELS" and head.text.lower() not in _NOBODY


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
    before = phrases(tokens, clauses[number - 1].start, clauses[number - 1].end) if number else []
    return before[-1] if before else Phrase(clause.start, clause.start + 1, clause.start)


def agent(tokens: Sequence[Token], clause: Clause) -> Phrase | None:
    """The agent of a passive: "wurde von der Polizei beschuldigt"."""
    for phrase in phrases(tokens, clause.start, clause.end):
        if phrase.preposition is not None and tokens[phrase.preposition].text.lower() in (
            "von",
            "vom",
            "durch",
            "seitens",
        ):
            return extend(tokens, phrase, clause.end)
    return None


def heading(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """Who stands before a colon without a verb: "BKA-Präsident Ziercke: «…»"."""
    first = number
    while first > 0 and clauses[first].mark == "," and clauses[first - 1].kind is ClauseKind.FRAGMENT:
        first -= 1
    chosen = next(iter(_candidates(tokens, clauses[first].start, clauses[first].end)), None)
    return chosen and _full(tokens, chosen, clauses, first)


def quoted_person(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """Whom somebody quotes: "zitiert die «Computerwoche» Lynch", "zitierte Papandreou mit den Worten"."""
    quoting = subject(tokens, clauses, number)
    clause = clauses[number]
    for phrase in phrases(tokens, clause.start, clause.end):
        inside = quoting is not None and quoting.start <= phrase.start < quoting.end
        if (
            phrase.preposition is None
            and not inside
            and not names_time(tokens, phrase)
            and tokens[phrase.head].tag in ("NE", "NN", "PPER")
        ):
            return extend(tokens, phrase, clause.end)
    return quoting


def text_of_words(tokens: Sequence[Token], clause: Clause) -> Phrase | None:
    """In which text an impersonal passive stands: "In einem Bericht wurde vermutet"."""
    found = place_of_words(tokens, clause)
    return found if found is not None and noun_features(tokens[found.head].lemma) else None


def place_of_words(tokens: Sequence[Token], clause: Clause) -> Phrase | None:
    """Where impersonal words stand: "heisst es in einem Bericht", "hiess es aus dem Ministerium"."""
    for phrase in phrases(tokens, clause.start, clause.end):
        if phrase.preposition is None or names_time(tokens, phrase):
            continue
        if tokens[phrase.preposition].text.lower() in _WORDS_IN:
            return extend(tokens, phrase, clause.end)
    return None
