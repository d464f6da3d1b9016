"""Frames of a verb of saying: the cue with its speaker and the words that it introduces or follows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import Clause, ClauseKind, clause_mood, is_wie, verb_first
from generator.annotate.quotations.content import content_after, content_inside
from generator.annotate.quotations.cues import Cue, find_cue
from generator.annotate.quotations.grammar import nominative
from generator.annotate.quotations.growth import extend
from generator.annotate.quotations.phrases import phrases
from generator.annotate.quotations.preceding import content_around, content_before
from generator.annotate.quotations.sources import agent, place_of_words, quoted_person, text_of_words
from generator.annotate.quotations.speakers import subject
from generator.german.saying import fold
from generator.german.verbs import Mood, is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.quotations.phrases import Phrase
    from generator.model.annotation import Token


_LIST = 12  # tokens before a verb in which what it takes may be listed
_VICTIMS = ("opfer", "opfern", "leben", "tote", "toten", "verletzte", "verletzten")
_CONTRACTED = {"zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "am": "an", "im": "in", "vors": "vor"}
_COMING_OUT = frozenset({"hervorgehen", "verlauten"})  # wie aus einem Urteil hervorgeht
_NEVER_ASKING = frozenset({"finden", "glauben", "meinen"})  # "fanden die Leiche, wie die Polizei mitteilte"
_NEGATIONS = frozenset({"nicht", "kein", "keine", "keinen", "keinem", "nie", "niemals", "weder"})


REPORTED_CUE = "reported-cue"  # rule of a cue inside what somebody else says


@dataclass(frozen=True, slots=True)
class Frame:
    """Token positions: `content` what is said (None: only a cue), `cue`, `speaker`; `clause` holds the cue.

    `owner` is whose words those of the speaker are: "*Die Firma* hat nach eigenen Angaben …".
    """

    content: tuple[int, int] | None
    cue: tuple[int, ...]
    speaker: Phrase | None
    rule: str
    clause: int
    features: frozenset[str] = field(default_factory=frozenset)
    reported: bool = False
    owner: Phrase | None = None


def verbal_frames(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[Frame]:
    """A frame for every clause that a verb of saying governs."""
    for number, clause in enumerate(clauses):
        cue = find_cue(tokens, clauses, number)
        if cue is not None and _itself_reported(tokens, clauses, number):
            inner = _verbal(tokens, clauses, cue)
            if inner.content is not None and not inner.reported:
                yield replace(inner, rule=REPORTED_CUE)
        elif cue is not None:
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
    speaker = _speaker(tokens, clauses, cue)
    content, rule = _content(tokens, clauses, cue)
    if content is None and speaker is not None and _reports(tokens, clauses, cue, speaker):
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
        return agent(tokens, clause) or text_of_words(tokens, clauses, cue.clause)
    if cue.lemma in _COMING_OUT:
        return place_of_words(tokens, clauses, cue.clause) or subject(tokens, clauses, cue.clause)
    if cue.lemma == "rede":
        return place_of_words(tokens, clauses, cue.clause)
    if "es" in cue.features and any(t.text.lower() == "es" for t in tokens[clause.start : clause.end]):
        return place_of_words(tokens, clauses, cue.clause)
    found = subject(tokens, clauses, cue.clause)
    return place_of_words(tokens, clauses, cue.clause) if found is None and "es" in cue.features else found


def _content(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue) -> tuple[tuple[int, int] | None, str]:
    clause = clauses[cue.clause]
    if is_wie(tokens, clause):
        if not cue.features & {"say", "clause"} or _compares(tokens, clauses, cue.clause):
            return None, "wie-clause"
        before = content_before(tokens, clauses, cue.clause)
        if before is not None:
            return content_around(tokens, clauses, cue.clause, before), "wie-clause"
        after = cue.clause + 1
        return ((clauses[after].start, clauses[-1].end) if after < len(clauses) else None), "wie-clause"
    resumed = clause.finite == clause.start + 1 and tokens[clause.start].text in ("das", "dies", "so")
    resumed = resumed and cue.lemma != "heissen"  # "das heisst" only explains
    inverted = (verb_first(tokens, clause) or resumed) and not clause.conjunction and "say" in cue.features
    if inverted:
        before = content_before(tokens, clauses, cue.clause)
        if before is not None:
            return content_around(tokens, clauses, cue.clause, before), "cue-after"
    return content_after(tokens, clauses, cue) or content_inside(tokens, clauses, cue), "cue-before"


def _compares(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """As in "so laut, wie man es nicht erwartet hatte", "berichtete, wie er fragte": no cue of the clause before."""
    clause = clauses[number]
    if any(t.text in _NEGATIONS for t in tokens[clause.start : clause.end]):
        return True
    return number > 0 and clauses[number - 1].kind is ClauseKind.MAIN and _asks(tokens, clauses, number - 1)


def _asks(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    cue = find_cue(tokens, clauses, number)
    return cue is not None and "clause" in cue.features and cue.lemma not in _NEVER_ASKING


def _is_so(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "so Miller", "so der Sprecher weiter": "so" before a noun phrase and no verb."""
    return clause.finite is None and tokens[clause.start].text == "so" and clause.end > clause.start + 1


def _so(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Frame | None:
    clause = clauses[number]
    found = phrases(tokens, clause.start + 1, clause.end)
    if not found or found[0].start != clause.start + 1 or not nominative(tokens, found[0]):
        return None
    if any(t.text == "wie" for t in tokens[found[0].end : clause.end]):  # so viele wie noch nie
        return None
    speaker = extend(tokens, found[0], clause.end)
    before = content_before(tokens, clauses, number) or _fragment_before(clauses, number)
    content = content_around(tokens, clauses, number, before) if before else None
    return Frame(content, (clause.start,), speaker, "so-phrase", number, frozenset({"say", "quote"}))


def _fragment_before(clauses: Sequence[Clause], number: int) -> tuple[int, int] | None:
    return (clauses[number - 1].start, clauses[number - 1].end) if number else None


def _reports(tokens: Sequence[Token], clauses: Sequence[Clause], cue: Cue, speaker: Phrase) -> bool:
    """Whether the clause of the cue holds what was said as an object: "forderte den Rücktritt".

    The subject may stand before an apposition: "Die Präsidentin, Nadja Freuler, | fordert den Rücktritt".
    """
    clause = clauses[cue.clause]
    if clause.kind is not ClauseKind.MAIN or not _rendering(tokens, clause, cue):
        return False
    if _opens_quotation(clauses, cue.clause) or _victims(tokens, clause, cue):
        return False
    inside = phrases(tokens, clause.start, clause.end)
    if cue.prepositions:
        words = (t.text.lower() for t in tokens[clause.start : clause.end] if t.tag.startswith(("APPR", "KO")))
        if cue.prepositions.intersection(_CONTRACTED.get(w, w) for w in words):
            return True
    if "object" not in cue.features:
        return False
    inverted = clause.finite == clause.start and clause.mark == "," and "label" not in cue.features
    apart = speaker.start < clause.start and inverted
    return sum(p.preposition is None for p in inside) > (0 if cue.passive or apart else 1)


def _opens_quotation(clauses: Sequence[Clause], number: int) -> bool:
    """Whether a colon follows: "Sie kritisierte den Plan: «…»" gives the words themselves."""
    return any(":" in c.mark for c in clauses[number + 1 : number + 3])


def _victims(tokens: Sequence[Token], clause: Clause, cue: Cue) -> bool:
    """As in "Das Beben forderte 40 Todesopfer", "Das Gericht verurteilte ihn zu zwei Jahren": no statement."""
    inside = tokens[clause.start : clause.end]
    if cue.lemma == "fordern":
        inside = tokens[max(0, clause.start - _LIST) : clause.end]
        return any(t.tag == "NN" and fold(t.text).endswith(_VICTIMS) for t in inside)
    return cue.lemma == "verurteilen" and any(t.text in ("zu", "zur", "zum", "wegen") for t in inside)


def _rendering(tokens: Sequence[Token], clause: Clause, cue: Cue) -> bool:
    """Whether the clause renders words (active, present or preterite, not negated); "hat gefordert" tells an event."""
    words = {t.text.lower() for t in tokens[clause.start : clause.end]}
    if clause.finite is None or not is_finite(tokens[clause.finite]):
        return False
    compound = fold(tokens[clause.finite].lemma) in ("haben", "sein", "werden")
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
