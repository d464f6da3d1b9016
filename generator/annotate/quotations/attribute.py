"""Puts the frames of each unit together and carries the speaker on from unit to unit."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind, clause_mood
from generator.annotate.quotations.direct import frame_of, is_speech
from generator.annotate.quotations.parties import parties_of, speakers
from generator.annotate.quotations.scene import Scene, make_scene, overlap
from generator.annotate.quotations.speakers import heading, subject
from generator.annotate.quotations.units import FRAGMENT, SPEECH
from generator.annotate.quotations.voices import Voice, main_subject, next_voice, running_on, uncued
from generator.model.annotation import BlockKind, Quotation
from generator.model.ids import Kind, QuotationType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.quotations.frames import Frame
    from generator.annotate.quotations.units import Unit
    from generator.model.annotation import Mention, Parse, Party
    from generator.model.span import Span

_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)
_MOST_MEDIA = 6  # outlets before a unit that are looked at
_INTERRUPTING = (ClauseKind.RELATIVE, ClauseKind.COMPLEMENT, ClauseKind.ADVERBIAL)


def attribute(parse: Parse, units: Sequence[Unit], mentions: Sequence[Mention]) -> Iterator[tuple[int, Quotation]]:
    """All quotations of `units`, each with the number of its unit."""
    outlets = [m for m in mentions if m.kind is Kind.OUTLET]
    voice = Voice()
    before: Scene | None = None
    at = 0
    for number, unit in enumerate(units):
        while at < len(mentions) and mentions[at].span.end <= unit.span.start:
            at += 1
        stop = at
        while stop < len(mentions) and mentions[stop].span.start < unit.span.end:
            stop += 1
        kind = parse.blocks[unit.block].kind
        scene = make_scene(parse.document.text, unit, tuple(mentions[at:stop]), number, kind)
        scene = replace(scene, media=_media_before(parse, unit, outlets))
        found = _quotations(scene, voice)
        if before is not None and all(q.type is QuotationType.REPORTED for q in found):
            found = list(_pointed_at(scene, before, voice)) or found
        voice = next_voice(scene, voice, found)
        before = scene if not found else None
        yield from ((number, one) for one in found)


def _media_before(parse: Parse, unit: Unit, outlets: Sequence[Mention]) -> tuple[Mention, ...]:
    """The last outlets before `unit` in its block and the one before."""
    start = parse.blocks[max(0, unit.block - 1)].span.start
    end = bisect_left(outlets, unit.span.start, key=lambda m: m.span.start)
    return tuple(m for m in outlets[max(0, end - _MOST_MEDIA) : end] if m.span.start >= start)


def _quotations(scene: Scene, voice: Voice) -> list[Quotation]:
    found = [_rendered(scene, frame, voice) for frame in scene.speaking]
    covered = [f.content for f in scene.speaking if f.content]
    running = running_on(scene, covered, voice)
    direct = list(_direct(scene, voice, running))
    spoken = {q.span.start for q in direct}
    if running is not None:
        found.append(running)
    elif scene.block not in _HEADINGS:
        reported = [f for f in scene.frames if f.reported and not any(overlap(f.content, c) for c in covered)]
        found += [_rendered(scene, f, voice) for f in reported if not _holds_speech(scene, f, spoken)]
        rest = uncued(scene, [*covered, *(f.content for f in reported if f.content)], voice)
        found += [rest] if rest is not None else []
    return [*found, *direct]


def _holds_speech(scene: Scene, frame: Frame, spoken: set[int]) -> bool:
    """Whether `frame` only introduces quoted words, which are given as direct speech: "sprach von «…»"."""
    introduces = "label" in frame.features or ("quote" in frame.features and "object" not in frame.features)
    if not introduces:
        return False
    start, end = frame.content or (0, 0)
    quotes = (q for at, q in scene.unit.quotes.items() if start <= at < end)
    tagged = any(t.tag in (SPEECH, FRAGMENT) for t in scene.unit.tokens[start:end])
    return tagged or any(q.inner.start in spoken for q in quotes)


def _rendered(scene: Scene, frame: Frame, voice: Voice) -> Quotation:
    parties, outlet = parties_of(scene, frame, voice.parties)
    kind = QuotationType.REPORTED if frame.reported else QuotationType.INDIRECT
    return Quotation(kind, scene.span(*(frame.content or (0, 1))), frame.rule, _cue(scene, frame), parties, outlet)


def _cue(scene: Scene, frame: Frame) -> Span | None:
    return scene.unit.tokens[frame.cue[0]].span if frame.cue else None


def _pointed_at(scene: Scene, before: Scene, voice: Voice) -> Iterator[Quotation]:
    """The sentence before, if this one only says whose words it is: "… Das teilte die Polizei mit."."""
    first = scene.clauses[0] if scene.clauses else None
    if first is None or first.finite != 1 or scene.unit.tokens[0].text not in ("Das", "Dies"):
        return
    if scene.unit.block != before.unit.block:
        return
    for frame in scene.frames:
        if frame.clause == 0 and frame.speaker is not None and "say" in frame.features:
            one = _rendered(scene, frame, voice)
            yield replace(
                one,
                type=QuotationType.INDIRECT,
                span=before.span(0, len(before.unit.tokens)),
                rule="pointing-back",
            )
            return


def _direct(scene: Scene, voice: Voice, running: Quotation | None) -> Iterator[Quotation]:
    unit = scene.unit
    for at, quoted in unit.quotes.items():
        if _is_name(scene, at) or not is_speech(unit, at, scene.clauses, scene.frames, running=running is not None):
            continue
        frame = frame_of(at, scene.clauses, scene.frames)
        parties, outlet = _whose(scene, voice, at, frame, running)
        cue = _cue(scene, frame) if frame else None
        yield Quotation(QuotationType.DIRECT, quoted.inner, "quotation-marks", cue, parties, outlet)


def _is_name(scene: Scene, at: int) -> bool:
    """Whether the quoted words are the name of a body or a medium: "der Verein «Kinder in Not»"."""
    words = scene.unit.quotes[at].inner
    alone = any(c.start == at and c.end == at + 1 for c in scene.clauses)
    bodies = (m for m in scene.mentions if m.kind in (Kind.ORGANISATION, Kind.OUTLET))
    return not alone and any(m.span.contains(words) for m in bodies)


def _whose(
    scene: Scene, voice: Voice, at: int, frame: Frame | None, running: Quotation | None
) -> tuple[tuple[Party, ...], Party | None]:
    """Who says the quoted words at `at`: the frame's speaker, who stands before the colon, or who spoke last."""
    if frame is not None and frame.speaker is not None:
        return parties_of(scene, frame, voice.parties)
    announced = _before_colon(scene, at, voice)
    if announced:
        return announced, None
    alone = len(scene.clauses) == 1 and scene.clauses[0].kind is ClauseKind.QUOTATION
    if running is not None:
        return running.speakers, running.outlet
    if alone:
        return voice.parties, voice.outlet
    who = main_subject(scene, at)
    return (speakers(scene, who, voice.parties) if who else voice.parties), None


def _before_colon(scene: Scene, at: int, voice: Voice) -> tuple[Party, ...]:
    number = next((n for n, c in enumerate(scene.clauses) if c.start <= at < c.end), 0)
    if number == 0 or ":" not in scene.clauses[number].mark or scene.clauses[number].start != at:
        return ()
    before = number - 1
    while before > 0 and scene.clauses[before].kind in _INTERRUPTING:
        before -= 1
    found = clause_mood(scene.unit.tokens, scene.clauses[before])
    if found is not None and found.subjunctive and voice.said:
        return voice.parties
    find = heading if scene.clauses[before].kind is ClauseKind.FRAGMENT else subject
    who = find(scene.unit.tokens, scene.clauses, before)
    return speakers(scene, who, voice.parties) if who is not None else ()
