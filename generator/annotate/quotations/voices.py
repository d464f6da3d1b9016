"""Voices: who spoke last, so that speech can run on into sentences without a cue of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import Clause, ClauseKind, clause_mood
from generator.annotate.quotations.content import content_end
from generator.annotate.quotations.growth import extend
from generator.annotate.quotations.parties import parties_of, speakers
from generator.annotate.quotations.phrases import phrases
from generator.annotate.quotations.scene import overlap
from generator.annotate.quotations.speakers import subject
from generator.german.verbs import Mood
from generator.model.annotation import Quotation
from generator.model.ids import Kind, QuotationType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.phrases import Phrase
    from generator.annotate.quotations.scene import Range, Scene
    from generator.model.annotation import Party, Token

_UNREAL = frozenset({"als", "ob", "damit", "wie"})  # clauses whose Konjunktiv renders nobody's words
_MEMORY = 2  # sentences without speech after which a speaker is no longer the one who goes on


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke last, through which outlet, in which unit; `said` False: only the subject of that unit.

    `claims` tells that something was claimed, so that a Konjunktiv II may run on from it.
    """

    parties: tuple[Party, ...] = ()
    outlet: Party | None = None
    unit: int = -99
    claims: bool = False
    said: bool = False


def running_on(scene: Scene, covered: Sequence[Range], voice: Voice) -> Quotation | None:
    """Speech without a cue, recognised by the Konjunktiv of its main clause: "Zudem sei unklar, ob …"."""
    tokens = scene.unit.tokens
    main = next((c for c in scene.clauses if c.kind is ClauseKind.MAIN), None)
    if main is None or any(overlap((main.start, main.end), c) for c in covered):
        return None
    if _first_person(tokens[main.start : main.end]):
        return None
    found = clause_mood(tokens, main)
    follows = voice.claims and not _unreal(scene) and scene.number - voice.unit == 1 and tokens[-1].text != "?"
    if found is Mood.SUBJUNCTIVE_1 or (follows and (_replaces(tokens, main) or _vouched(scene, main))):
        span = scene.span(0, _running_end(scene, scene.clauses.index(main)))
        holder = _for_whom(scene, main)
        parties = speakers(scene, holder, voice.parties) if holder else voice.parties
        outlet = None if holder else voice.outlet
        return Quotation(QuotationType.INDIRECT, span, "running-on", None, parties, outlet, running=True)
    return None


def _for_whom(scene: Scene, main: Clause) -> Phrase | None:
    """Whose view a sentence gives that begins with "für" and a person: "Für den Theologen Abt sei das richtig"."""
    tokens = scene.unit.tokens
    if tokens[main.start].text != "Für" or main.finite is None:
        return None
    who = next(iter(phrases(tokens, main.start, main.finite)), None)
    if who is None or extend(tokens, who, main.finite).end != main.finite:
        return None
    span = scene.span(who.start, who.end)
    return who if any(m.kind is Kind.PERSON and span.overlaps(m.span) for m in scene.mentions) else None


def _running_end(scene: Scene, number: int) -> int:
    """Where speech in the Konjunktiv ends: "Er halte das für möglich | und verliess den Saal"."""
    tokens = scene.unit.tokens
    for clause in scene.clauses[number + 1 :]:
        own = clause_mood(tokens, clause) in (Mood.INDICATIVE, Mood.PRETERITE)
        if clause.kind is ClauseKind.MAIN and clause.conjunction and own and clause.finite == clause.start + 1:
            return clause.start
    return len(tokens)


def uncued(scene: Scene, covered: Sequence[Range], voice: Voice) -> Quotation | None:
    """A dependent clause in the Konjunktiv I gives somebody's reason or words: "…, da der Plan gescheitert sei"."""
    tokens = scene.unit.tokens
    for number, clause in enumerate(scene.clauses):
        dependent = clause.kind in (ClauseKind.ADVERBIAL, ClauseKind.RELATIVE)
        if not dependent or number == 0 or clause_mood(tokens, clause) is not Mood.SUBJUNCTIVE_1:
            continue
        content = (clause.start, content_end(tokens, scene.clauses, number))
        if tokens[clause.start].text.lower() in _UNREAL or any(overlap(content, c) for c in covered):
            continue
        if _first_person(tokens[clause.start : clause.end]):
            continue
        parties = _holders(scene, voice)
        return Quotation(QuotationType.INDIRECT, scene.span(*content), "konjunktiv-clause", None, parties)
    return None


def _holders(scene: Scene, voice: Voice) -> tuple[Party, ...]:
    """Whose view a unit without speech gives: the speaker of its verb of saying, else its subject."""
    heard = next((f for f in scene.frames if f.speaker is not None), None)
    if heard is not None:
        return parties_of(scene, heard, voice.parties)[0]
    who = main_subject(scene)
    return speakers(scene, who, voice.parties) if who is not None else voice.parties


def _first_person(tokens: Sequence[Token]) -> bool:
    """Whether somebody speaks of himself, so that "habe" is no Konjunktiv."""
    return any(t.text.lower() in ("ich", "wir") for t in tokens)


def _replaces(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a Konjunktiv II stands for a Konjunktiv I that would look like an indicative ("hätten", "würden")."""
    verb = tokens[clause.finite or clause.start].text.lower()
    second = clause_mood(tokens, clause) is Mood.SUBJUNCTIVE_2 and not _weighs(tokens, clause)
    return second and (verb.endswith("n") or verb in ("wäre", "hätte", "würde"))


def _unreal(scene: Scene) -> bool:
    """Whether a condition at the head explains the Konjunktiv II: "Hätte man gewartet, wäre …"."""
    tokens = scene.unit.tokens
    first = scene.clauses[0]
    return first.finite == first.start and clause_mood(tokens, first) is Mood.SUBJUNCTIVE_2


def _weighs(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "Es wäre ein Tabubruch", "Das wären 80 Prozent": the article weighs what was said."""
    first = tokens[clause.start + clause.conjunction].text.lower()
    return first in ("es", "das", "dies") and tokens[clause.finite or clause.start].text.lower() in ("wäre", "wären")


def _vouched(scene: Scene, main: Clause) -> bool:
    """Whether a dependent clause in the Konjunktiv I shows what mood an unclear main clause has ("dürften")."""
    tokens = scene.unit.tokens
    unclear = clause_mood(tokens, main) in (Mood.SUBJUNCTIVE_2, Mood.PRETERITE)
    free = not scene.speaking and not any(scene.clauses[f.clause] is main for f in scene.frames)
    return unclear and free and any(clause_mood(tokens, c) is Mood.SUBJUNCTIVE_1 for c in scene.clauses)


def main_subject(scene: Scene, at: int = -1) -> Phrase | None:
    """What the unit is about: the subject of its first main clause that does not hold token `at`."""
    for number, clause in enumerate(scene.clauses):
        if clause.kind is ClauseKind.MAIN and clause.finite is not None:
            who = subject(scene.unit.tokens, scene.clauses, number)
            if who is not None and not who.start <= at < who.end:
                return who
    return None


def next_voice(scene: Scene, voice: Voice, found: Sequence[Quotation]) -> Voice:
    """Who would go on speaking behind `scene`, in which `found` was said."""
    said = [q for q in found if q.speakers and q.rule not in ("wonach", "own-view")]
    if said:
        last = max(said, key=lambda q: q.span.end)
        return Voice(last.speakers, last.outlet, scene.number, claims=_claims(scene, found), said=True)
    if found and all(q.rule != "wonach" for q in found):
        return replace(voice, unit=scene.number)
    own = (f for f in reversed(scene.frames) if scene.clauses[f.clause].kind is not ClauseKind.RELATIVE)
    heard = next((f for f in own if f.speaker is not None and f.rule != "wonach"), None)
    if heard is not None:
        return Voice(*parties_of(scene, heard, voice.parties), scene.number, claims=True, said=True)
    if voice.said and scene.number - voice.unit <= _MEMORY:
        return voice
    who = main_subject(scene)
    return Voice(speakers(scene, who, voice.parties), None, scene.number) if who is not None else voice


def _claims(scene: Scene, found: Sequence[Quotation]) -> bool:
    """Whether something is claimed; a demand ("forderte, … zu gehen") claims nothing."""
    starts = {q.span.start for q in found}
    tokens = scene.unit.tokens
    infinitives = [c for c in scene.clauses if c.kind is ClauseKind.INFINITIVE]
    return sum(tokens[c.start].span.start in starts for c in infinitives) < len(starts)
