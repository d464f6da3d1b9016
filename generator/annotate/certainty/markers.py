"""Finds in a clause the words that make it less than plain fact; each rule gives its markers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.annotate.certainty.clauses import Rank
from generator.annotate.certainty.lexicon import ATTRIBUTED, is_accusation, is_stative, phrases, verbs
from generator.german.verb_forms import fold
from generator.german.verbs import Mood, is_finite, mood
from generator.model.ids import Certainty
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.certainty.clauses import Clause
    from generator.annotate.certainty.lexicon import Entry
    from generator.model.annotation import Token

_NEGATIONS = frozenset(("nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "nichts", "kaum"))
_CONDITIONS = frozenset(("wenn", "falls", "sofern"))
_PERFECT = frozenset(("haben", "sein"))
_NOW = frozenset(("inzwischen", "mittlerweile", "derzeit", "zurzeit", "momentan", "seither"))
_FUTURE = frozenset(
    ("zukunft", "künftig", "zukünftig", "bald", "demnächst", "nächsten", "nächstes", "kommenden", "morgen")
)


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that speak for a certainty: `weak` if they stand in a side clause that does not carry the sentence."""

    certainty: Certainty
    span: Span
    rule: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """A clause with its neighbours.

    `asks`: the sentence is a question; `indirect`: the clause renders somebody's speech; `front`: words that open its
    main clause, before a relative clause: "*Gerüchte*, wonach es Streit gab, wies er zurück".
    """

    clause: Clause
    before: Clause | None = None
    after: Clause | None = None
    asks: bool = False
    indirect: bool = False
    front: tuple[Token, ...] = ()


def find_markers(setting: Setting) -> Iterator[Marker]:
    """Give the markers of one clause, phrases before verbs."""
    clause = setting.clause
    verb = next((token for token in clause.tokens if is_finite(token)), None)
    found = list(_phrase_markers(clause, verb))
    yield from found
    yield from (m for m in _verb_markers(setting) if not any(m.span.overlaps(one.span) for one in found))
    if verb is None:
        return
    weak = clause.rank is Rank.SIDE
    if condition := _condition(setting, verb):
        yield Marker(Certainty.CONDITIONAL, condition, "condition", weak=False)
    elif read := _finite_marker(clause, verb, indirect=setting.indirect):
        certainty, rule = read
        yield Marker(certainty, verb.span, rule, weak)


def _phrase_markers(clause: Clause, verb: Token | None) -> Iterator[Marker]:
    """Adverbs and prepositions: "vermutlich", "angeblich", "dem Vernehmen nach", "zufolge"."""
    words = [token.text.lower() for token in clause.tokens]
    free = 0
    for place, word in enumerate(words):
        entry = next((e for e in phrases().get(word, ()) if _stands_at(e, words, place)), None)
        if entry is None or place < free:
            continue
        free = place + len(entry.words)
        span = Span(clause.tokens[place].span.start, clause.tokens[free - 1].span.end)
        certainty = _attribution(verb) if entry.certainty == ATTRIBUTED else Certainty(entry.certainty)
        yield Marker(certainty, span, "phrase", clause.rank is Rank.SIDE)


def _stands_at(entry: Entry, words: Sequence[str], place: int) -> bool:
    if tuple(words[place : place + len(entry.words)]) != entry.words:
        return False
    before = words[place - 1] if place else ""
    return before not in entry.refuses and (not entry.needs or not entry.needs.isdisjoint(words))


def _attribution(verb: Token | None) -> Certainty:
    """Take "zufolge" as an allegation with the indicative, as indirect speech with the Konjunktiv."""
    form = mood(verb) if verb else None
    return Certainty.REPORTED if form is not None and form.subjunctive else Certainty.ALLEGED


def _verb_markers(setting: Setting) -> Iterator[Marker]:
    """Verbs that deny, accuse, threaten or guess; not where they only describe somebody in a relative clause.

    The infinitive counts where negation makes the guess: "Er konnte einen Rücktritt nicht ausschließen".
    """
    clause = setting.clause
    if clause.rank is Rank.SIDE:
        return
    words = {token.text.lower() for token in clause.tokens}
    particle = next((token for token in clause.tokens if token.tag == "PTKVZ"), None)
    for token in clause.tokens:
        if not (is_finite(token) or token.tag in ("VV(PP)", "VV(INF)")):
            continue
        separable = particle.text.lower() + token.lemma if particle and is_finite(token) else token.lemma
        entry = verbs().get(fold(separable))
        if entry is None or (token.tag == "VV(INF)" and not entry.negated):
            continue
        if _applies(entry, setting, words):
            yield Marker(Certainty(entry.certainty), token.span, "verb", weak=clause.rank is not Rank.MAIN)


def _applies(entry: Entry, setting: Setting, words: set[str]) -> bool:
    clause = setting.clause
    if words.isdisjoint(_NEGATIONS) is entry.negated:
        return False
    if "weder" in words and entry.certainty == Certainty.DENIED:  # weder bestätigen noch dementieren
        return False
    if entry.needs_noun and not any(map(_is_deniable, (*setting.front, *clause.tokens))):
        return False
    lemmas = {token.lemma.lower() for token in clause.tokens}
    return (not entry.needs or not entry.needs.isdisjoint(words)) and entry.refuses.isdisjoint(words | lemmas)


def _is_deniable(token: Token) -> bool:
    """Whether the word names what somebody said or stands for it: "den Vorwurf", "das"."""
    return token.tag == "PDS" or (token.tag == "NN" and is_accusation(token.lemma))


def _condition(setting: Setting, verb: Token) -> Span | None:
    """Find what makes a clause a condition: "falls", "wenn" with Konjunktiv II, or the verb in the first place.

    "Sollte es zum Deal kommen, …", "…, sollte es zum Deal kommen", "Kommt es zum Deal, drohen Sanktionen"; but not
    "Wenn es so wäre, käme er", where the verb follows its condition.
    """
    before, first = setting.before, setting.clause.tokens[0]
    opener = first.text.lower()
    if opener in _CONDITIONS and (opener != "wenn" or _is_hypothetical(setting)):
        return first.span
    if first is not verb or setting.asks:
        return None
    if before is not None and not (before.rank is Rank.MAIN and before.finite and not is_finite(before.tokens[0])):
        return None
    if mood(verb) is Mood.SUBJUNCTIVE_2 or fold(verb.text) in ("sollte", "sollten"):
        return verb.span
    return verb.span if before is None and _starts_with_verb(setting.after) else None


def _is_hypothetical(setting: Setting) -> bool:
    """Whether the condition or a clause beside it is in the Konjunktiv II, or it is negated: "wenn er nicht geht"."""
    around = (setting.before, setting.clause, setting.after)
    unreal = any(mood(token) is Mood.SUBJUNCTIVE_2 for clause in around if clause for token in clause.tokens)
    return unreal or any(token.text.lower() in _NEGATIONS for token in setting.clause.tokens)


def _starts_with_verb(clause: Clause | None) -> bool:
    """Whether a main clause follows with its verb, as in "Kommt es dazu, (so) drohen …"."""
    if clause is None or clause.mark != ",":
        return False
    return is_finite(next((t for t in clause.tokens if t.text not in ("so", "dann")), clause.tokens[0]))


def _finite_marker(clause: Clause, verb: Token, *, indirect: bool) -> tuple[Certainty, str] | None:
    """Read the finite verb by itself: a modal verb or the Konjunktiv."""
    words = {token.text.lower() for token in clause.tokens}
    if verb.lemma == "sollen" and fold(verb.text) in ("soll", "sollen"):
        return _soll(clause, words)
    if verb.lemma == "wollen" and fold(verb.text) in ("will", "wollen"):
        if _has_perfect_infinitive(clause):
            return Certainty.ALLEGED, "will-claim"
        negated = not words.isdisjoint(_NEGATIONS)
        aims = (t for t in clause.tokens if t.tag.endswith("(INF)") and not (negated and is_stative(t.lemma)))
        return _plan("will-plan", clause) if any(aims) else None
    form = mood(verb)
    if form is Mood.SUBJUNCTIVE_2 and not fold(verb.text).startswith("möchte") and clause.tokens[0].lemma != "als":
        substitute = indirect and _stands_for_konjunktiv_1(verb)
        return (Certainty.REPORTED, "konjunktiv-1") if substitute else (Certainty.POSSIBLE, "konjunktiv-2")
    if form is Mood.SUBJUNCTIVE_1 and "ich" not in words and not _is_set_phrase(clause, verb):
        return Certainty.REPORTED, "konjunktiv-1"
    return None


def _stands_for_konjunktiv_1(verb: Token) -> bool:
    """Whether indirect speech uses this Konjunktiv II because the Konjunktiv I is like the indicative: "hätten"."""
    return verb.text.endswith("n") and verb.lemma not in ("sein", "können", "dürfen")


def _soll(clause: Clause, words: set[str]) -> tuple[Certainty, str] | None:
    """Tell the rumour ("soll geliefert haben", "soll krank sein", "soll es geben") from the plan ("soll bauen").

    What is said of the present is a rumour: "soll inzwischen mehr Geld verlangen".
    """
    infinitives = [token for token in clause.tokens if token.tag.endswith("(INF)")]
    verbs_of_es = {token.lemma for token in infinitives if "es" in words}
    state = any(is_stative(token.lemma) for token in infinitives) or "geben" in verbs_of_es
    about = "gehen" in verbs_of_es and "um" in words
    now = bool(infinitives) and not words.isdisjoint(_NOW)
    if _has_perfect_infinitive(clause) or ((state or about or now) and words.isdisjoint(_FUTURE)):
        return Certainty.ALLEGED, "soll-rumour"
    return _plan("soll-plan", clause) if infinitives else None


def _plan(rule: str, clause: Clause) -> tuple[Certainty, str] | None:
    """Take "soll" and "will" as a plan, but not where a relative clause only tells what something is for."""
    return None if clause.rank is Rank.SIDE else (Certainty.ANNOUNCED, rule)


def _has_perfect_infinitive(clause: Clause) -> bool:
    """Whether a participle stands right before "haben" or "sein" as an infinitive."""
    return any(one.tag.endswith("(PP)") and other.text in _PERFECT for one, other in pairwise(clause.tokens))


def _is_set_phrase(clause: Clause, verb: Token) -> bool:
    """Whether a Konjunktiv I is no speech: "es sei denn", "sei es aus Not oder …", "wie dem auch sei"."""
    place = clause.tokens.index(verb)
    around = {token.text.lower() for token in clause.tokens[max(0, place - 1) : place + 3]}
    return verb.text.lower() == "sei" and ("denn" in around or {"sei", "es"} == around or "dem" in around)
