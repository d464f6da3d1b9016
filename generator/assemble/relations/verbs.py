"""Relations that a verb states between the names beside it: "Nordkorea könnte die KN-23 an Russland liefern"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from generator.assemble.relations.tie import Tie, extracted
from generator.german.clauses import predicate
from generator.german.frames import frames
from generator.german.phrases import phrases
from generator.german.verb_forms import fold
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.assemble.scene import Scene, Standing
    from generator.german.clauses import Clause, Predicate
    from generator.german.frames import Frame
    from generator.german.phrases import Phrase
    from generator.model.dossier import Relation
    from generator.model.ids import EntityId

_ACTORS = frozenset({Kind.PERSON, Kind.STATE, Kind.ORGANISATION})
_PERSONS = frozenset({Kind.PERSON})
_WEAPONS = frozenset({Kind.WEAPON})
_GOALS = _ACTORS | {Kind.PLACE}
_KINDS = {
    "met": (_PERSONS, _PERSONS),
    "visited": (_PERSONS, _GOALS),
    "attacks": (_ACTORS, _GOALS),
    "similar_to": (_WEAPONS, _WEAPONS),
    "copies": (_WEAPONS, _WEAPONS),
    "used_in": (_WEAPONS, frozenset({Kind.EVENT, Kind.STATE, Kind.PLACE})),
    "leads": (_PERSONS, frozenset({Kind.ORGANISATION, Kind.OUTLET})),
}
"""What can be the subject and the object of a relation, if not actors."""
_MOST_CANDIDATES = 4  # phrases that could be the subject; with more nothing is clear
_MOST_NAMES = 12  # of a coordination; a longer list tells no story
_REFLEXIVE = frozenset(("sich", "each"))
_SUBJECT_CASE = "nom"


@dataclass(frozen=True, slots=True)
class _Reading:
    subjects: Phrase
    objects: Phrase
    items: tuple[Phrase, ...]


def stated_by_verbs(scene: Scene) -> Iterator[Relation]:
    """What the full verb of each clause says; nothing where it is negated or subject and object are not clear."""
    for clause in scene.clauses:
        verb = predicate(clause)
        if verb is None or verb.negated or not frames(verb.lemma):
            continue
        standing = scene.stated(verb)
        if standing is not None:
            yield from _of_clause(scene, clause, verb, standing)


def _of_clause(scene: Scene, clause: Clause, verb: Predicate, standing: Standing) -> Iterator[Relation]:
    found = phrases(clause, scene.names)
    for frame in frames(verb.lemma):
        if not _applies(frame, found, verb):
            continue
        each = "each" in frame.conditions
        reading = None if each else _read(frame, found, verb)
        ties = _ties(scene, frame, reading) if reading else _each_other(scene, frame, found) if each else ()
        yield from (extracted(scene, tie, standing, f"verb-{verb.lemma}") for tie in ties)


def _applies(frame: Frame, found: Sequence[Phrase], verb: Predicate) -> bool:
    nouns = {fold(phrase.noun) for phrase in found}
    enough = not frame.nouns or any(noun.endswith(wanted) for noun in nouns for wanted in frame.nouns)
    items = "item" not in frame.conditions or any(_is_a(phrase, _WEAPONS) for phrase in found if not phrase.preposition)
    return enough and items and verb.reflexive is not frame.conditions.isdisjoint(_REFLEXIVE)


def _read(frame: Frame, found: Sequence[Phrase], verb: Predicate) -> _Reading | None:
    """Which phrase is the subject and which the object, by preposition and case; if both fit, the first is the subject.

    "Österreich wirft der Schweiz vor …": "der Schweiz" is no nominative. With more names in the clause than the verb
    has places for, who does what is not sure.
    """
    subject_kinds, object_kinds = _KINDS.get(frame.relation, (_ACTORS, _ACTORS))
    subject_places, object_places = frame.places(passive=verb.passive)
    subjects = [p for p in found if _is_a(p, subject_kinds) and _stands_in(p, subject_places)]
    objects = [p for p in found if _is_a(p, object_kinds) and _stands_in(p, object_places)]
    if max(len(subjects), len(objects)) > _MOST_CANDIDATES:
        return None
    pairs = [(s, o) for s in subjects for o in objects if s is not o]
    in_order = [(s, o) for s, o in pairs if found.index(s) < found.index(o) or (o, s) not in pairs]
    bare = [p for p in found if not p.preposition and _is_a(p, subject_kinds | object_kinds)]
    if len(in_order) != 1 or any(p not in in_order[0] for p in bare):
        return None
    return _Reading(*in_order[0], tuple(p for p in found if not p.preposition and _is_a(p, _WEAPONS)))


def _is_a(phrase: Phrase, kinds: frozenset[Kind]) -> bool:
    return 0 < len(phrase.names) <= _MOST_NAMES and all(name.kind in kinds for name in phrase.names)


def _stands_in(phrase: Phrase, places: frozenset[str]) -> bool:
    return phrase.preposition in places if phrase.preposition else not phrase.cases.isdisjoint(places)


def _ties(scene: Scene, frame: Frame, reading: _Reading) -> Iterator[Tie]:
    """One for each subject, object and thing supplied."""
    items: Sequence[EntityId | None] = [None]
    if frame.relation == "supplies":
        items = [item for phrase in reading.items for item in _entities(scene, phrase)] or [None]
    for subject, object_, item in product(_entities(scene, reading.subjects), _entities(scene, reading.objects), items):
        if subject != object_:
            yield Tie(frame.relation, subject, object_, item)


def _entities(scene: Scene, phrase: Phrase) -> list[EntityId]:
    """The entities of a phrase; none at all if one of its names is not certain."""
    found = [scene.entity(name) for name in phrase.names]
    return [entity for entity in found if entity] if all(found) else []


def _each_other(scene: Scene, frame: Frame, found: Sequence[Phrase]) -> Iterator[Tie]:
    """Two who do something to each other: "Putin und Kim treffen sich"."""
    kinds, _ = _KINDS[frame.relation]
    bare = [phrase for phrase in found if not phrase.preposition and _is_a(phrase, kinds)]
    if len(bare) != 1 or len(bare[0].names) != 2 or _SUBJECT_CASE not in bare[0].cases:  # noqa: PLR2004  two
        return
    entities = _entities(scene, bare[0])
    if len(set(entities)) == 2:  # noqa: PLR2004  two
        yield Tie(frame.relation, entities[0], entities[1])
