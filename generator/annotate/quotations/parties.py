"""Parties: from the words that name a speaker to names and entities, one party for each who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind
from generator.annotate.quotations.naming import party
from generator.annotate.quotations.outlets import find_outlet
from generator.annotate.quotations.phrases import Phrase, phrases
from generator.model.annotation import Party

if TYPE_CHECKING:
    from generator.annotate.quotations.frames import Frame
    from generator.annotate.quotations.scene import Scene

_BACK = frozenset({"er", "sie", "dieser", "diese", "demnach", "danach"})  # words that stand for who spoke before
_NOT_HE = (
    "amt",
    "ministerium",
    "institut",
    "präsidium",
    "gericht",
    "departement",
    "parlament",
    "anwaltschaft",
    "behörde",
    "polizei",
)
_SOURCE_WORDS = frozenset({"demnach", "danach"})
_MOST = 8  # members of a list of speakers


def parties_of(scene: Scene, frame: Frame, before: tuple[Party, ...]) -> tuple[tuple[Party, ...], Party | None]:
    """Who speaks in `frame`, and through which outlet; `before` are those who spoke last."""
    medium = find_outlet(scene.unit.tokens, scene.clauses[frame.clause], frame.speaker, scene.mentions)
    outlet = party(scene, medium) if medium else None
    if frame.speaker is None:
        return (before if frame.rule in ("source-phrase", "own-view") else ()), outlet
    found = speakers(scene, frame.speaker, before)
    owners = speakers(scene, frame.owner, before) if frame.owner else ()
    if len(found) == len(owners) == 1:  # the words stand for their owner, as a pronoun would
        found = (Party(found[0].span, owners[0].name, owners[0].entity),)
    return found, outlet


def speakers(scene: Scene, phrase: Phrase, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that `phrase` names: two for "Moskau und Pjöngjang", four for "die USA, …, Südkorea und Japan"."""
    tokens = scene.unit.tokens
    if phrase.end - phrase.start == 1 and tokens[phrase.head].text.lower() in _BACK:
        return _pointing_back(scene, phrase, before)
    members = _members(scene, phrase)
    if len(members) > 1:
        members = [*_listed_before(scene, phrase), *members]
    return tuple(party(scene, m) for m in members)


def _members(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The two sides of "und" if each could speak alone: both are names, or both have a determiner."""
    tokens = scene.unit.tokens
    for at in range(phrase.start + 1, phrase.end - 1):
        if tokens[at].text not in ("und", "sowie"):
            continue
        left, right = phrases(tokens, phrase.start, at), phrases(tokens, at + 1, phrase.end)
        if left and right and _alike(scene, left[0], right[0]):
            return [Phrase(phrase.start, at, left[0].head), Phrase(at + 1, phrase.end, right[0].head)]
    return [phrase]


def _alike(scene: Scene, left: Phrase, right: Phrase) -> bool:
    tokens = scene.unit.tokens
    names = tokens[left.head].tag == "NE" and tokens[right.head].tag == "NE"
    determined = all(tokens[p.start].tag.startswith(("ART", "PPOSAT", "PIAT")) for p in (left, right))
    return determined or (names and right.end - right.start == 1)


def _listed_before(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The members of a list that commas cut off: "Die USA, Grossbritannien, | Südkorea und Japan"."""
    found: list[Phrase] = []
    number = next((n for n, c in enumerate(scene.clauses) if c.start == phrase.start), 0)
    while number > 0 and scene.clauses[number].mark == "," and len(found) < _MOST:
        number -= 1
        clause = scene.clauses[number]
        inside = phrases(scene.unit.tokens, clause.start, clause.end)
        if clause.kind is not ClauseKind.FRAGMENT or len(inside) != 1 or inside[0].end != clause.end:
            break
        found.insert(0, inside[0])
    return found


def _is_another_gender(scene: Scene, phrase: Phrase, name: str) -> bool:
    """Whether "er" cannot stand for the body before: an office, a ministry, a public prosecutor's office."""
    body = name.partition(" ")[0].lower()
    return scene.unit.tokens[phrase.head].text.lower() == "er" and body.endswith(_NOT_HE)


def _pointing_back(scene: Scene, phrase: Phrase, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """A word that points back: its own span, but the name of whom it stands for, if only one can be meant.

    "demnach" stands for a source and names none by itself, so that without one before it nobody speaks.
    """
    alone = party(scene, phrase)
    if len(before) == 1 and not _is_another_gender(scene, phrase, before[0].name):
        return (Party(alone.span, before[0].name, before[0].entity),)
    return () if scene.unit.tokens[phrase.head].text.lower() in _SOURCE_WORDS else (alone,)
