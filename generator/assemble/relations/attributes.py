"""Origins, wars and sanctions that stand beside a name: "KN-23 aus Nordkorea", "Russlands Krieg gegen die Ukraine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble.relations.row import Row
from generator.assemble.relations.tie import Tie, extracted
from generator.german.names.gazetteer import state_of_adjective
from generator.german.verb_forms import fold
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.scene import Scene
    from generator.model.annotation import Mention
    from generator.model.dossier import Relation
    from generator.model.ids import EntityId

_STATES = frozenset({Kind.STATE})
_SIDES = frozenset({Kind.STATE, Kind.ORGANISATION})
_WARS = ("angriffskrieg", "angriff", "invasion", "überfall", "krieg", "feldzug")
_AGAINST = frozenset(("gegen", "auf", "in"))
_DEFINITE = frozenset(("der", "die", "das", "den", "dem", "des", "im", "vom", "zum", "beim", "am", "dieser", "diesem"))
_DOUBTFUL = frozenset(
    ("möglich", "drohend", "geplant", "angeblich", "mutmasslich", "befürchtet", "künftig", "erwartet", "angekündigt")
)


def stated_by_attributes(scene: Scene) -> Iterator[Relation]:
    """Every such relation of the sentence, in text order."""
    row = Row.of(scene)
    for place in range(len(row.tokens)):
        name = row.name(place)
        if name is not None and name.kind is Kind.WEAPON and row.name(place - 1) is not name:
            yield from _origin(row, place, name)
        elif row.is_noun(place):
            yield from _war(row, place)
            yield from _sanctions(row, place)


def _origin(row: Row, place: int, weapon: Mention) -> Iterator[Relation]:
    """Where a weapon was made: "die Kurzstreckenrakete KN-23 aus Nordkorea", "das russische Iskander-System".

    An adjective tells where a named system was made; of a category ("russische Kampfpanzer") it tells who has it.
    """
    entity = row.entity(weapon)
    end = row.behind(place)
    state = row.introduced(end + 1, _STATES) if row.word(end) == "aus" else None
    origin = row.entity(state[0]) if state else _adjective(row, place, weapon)
    if entity and origin:
        rule = "origin-aus" if state else "origin-adjective"
        yield extracted(row.scene, Tie("produced_in", entity, origin), row.scene.presupposed(weapon.span), rule)


def _adjective(row: Row, place: int, weapon: Mention) -> EntityId | None:
    if not row.scene.corpus.is_named_system(weapon):
        return None
    left = place - 1
    while row.is_noun(left) or (row.name(left) is not None and row.name(left) is not weapon and _is_weapon(row, left)):
        left -= 1
    words = row.adjectives(row.before_attributes(left) + 1, left + 1)
    states = [state for word in words if (state := state_of_adjective(word))]
    return row.scene.corpus.state_named(states[0]) if len(states) == 1 else None


def _is_weapon(row: Row, place: int) -> bool:
    name = row.name(place)
    return name is not None and name.kind is Kind.WEAPON


def _war(row: Row, place: int) -> Iterator[Relation]:
    """Who attacks whom: "Russlands Krieg gegen die Ukraine", "der russische Überfall auf …"; never "ein Angriff"."""
    noun = fold(row.tokens[place].lemma)
    if not noun.endswith(_WARS) or row.word(place + 1) not in _AGAINST:
        return
    left = row.before_attributes(place - 1)
    adjectives = row.adjectives(left + 1, place)
    if any(fold(word).startswith(tuple(_DOUBTFUL)) for word in adjectives):
        return
    owner = row.owner(left)
    attacker = row.entity(owner) if owner and owner.kind in _SIDES else None
    if attacker is None and row.word(left) in _DEFINITE:
        states = [state for word in adjectives if (state := state_of_adjective(word))]
        attacker = row.scene.corpus.state_named(states[0]) if len(states) == 1 else None
    yield from _between(row, place, attacker, row.introduced(place + 2, _SIDES), ("attacks", "war-noun"))


def _sanctions(row: Row, place: int) -> Iterator[Relation]:
    """Who sanctions whom: "die Sanktionen der USA gegen Russland"; not those that somebody asks for."""
    left = row.before_attributes(place - 1)
    if row.word(place) != "sanktionen" or row.word(left) not in _DEFINITE:
        return
    imposing = row.introduced(place + 1, _SIDES) if row.word(place + 1) in ("der", "des") else None
    if imposing and row.word(imposing[1]) == "gegen":
        target = row.introduced(imposing[1] + 1, _SIDES)
        yield from _between(row, place, row.entity(imposing[0]), target, ("sanctions", "sanctions-noun"))


def _between(
    row: Row, place: int, subject: EntityId | None, target: tuple[Mention, int] | None, what: tuple[str, str]
) -> Iterator[Relation]:
    object_ = row.entity(target[0]) if target else None
    if subject and object_ and subject != object_:
        kind, rule = what
        yield extracted(row.scene, Tie(kind, subject, object_), row.scene.presupposed(row.tokens[place].span), rule)
