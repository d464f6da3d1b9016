"""The fields of „Auf einen Blick“ that follow from relations, events and statements, kind by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.model.dossier import Evidence
from generator.model.ids import AliasKind, EntityId, Kind
from generator.model.lists import METONYM, VIA, WITHIN, WITNESS, speaker_of
from generator.render import markdown as md
from generator.render.evidence import cited, found_in
from generator.render.links import relative
from generator.render.phrases import CHRONICLE, date, doubt, holders, named, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model.dossier import Entity, EntityMention, Event, Relation, Statement
    from generator.model.listed import Found
    from generator.model.postings import Index
    from generator.render.context import Context

Values = list[md.Markdown]
T = TypeVar("T")
MOST_VALUES = 20
"""So many speakers or events stand in a table; beyond that nobody reads a row of them."""
_WEAPONRY = frozenset({"origin", "operator"})
_MEMBERSHIP = frozenset({"affiliated_with", "leads", "spokesperson_of", "part_of"})
_ENCOUNTERS = frozenset({"met", "visited"})
_LIKENESS = frozenset({"similar_to", "copies"})


def derived_fields(entity: Entity) -> tuple[str, ...]:
    """Name the derived fields of an entity, in the order of its page."""
    return ("quoted_in", "topics") if entity.expert else _FIELDS.get(entity.kind, ())


def derived_values(context: Context, page: str, entity: Entity, field: str) -> Values:
    """Find the values of one derived field."""
    return _ROWS[field](context, page, entity)


def _resembles(context: Context, page: str, entity: Entity) -> Values:
    found = _relations(context, entity, _LIKENESS, lambda r: r.subject == entity.id)
    return [_related(context, page, r, r.object, verb=True) for r in found]


def _resembled_by(context: Context, page: str, entity: Entity) -> Values:
    found = _relations(context, entity, _LIKENESS, lambda r: r.object == entity.id)
    return [_related(context, page, r, r.subject) for r in found]


def _used_in(context: Context, page: str, entity: Entity) -> Values:
    found = _relations(context, entity, {"used_in"}, lambda r: r.subject == entity.id)
    return [_related(context, page, r, r.object) for r in found]


def _supplies(context: Context, page: str, entity: Entity) -> Values:
    found = _relations(context, entity, {"supplies"}, lambda r: r.item == entity.id)
    return [_supply(context, page, relation) for relation in found]


def _supply(context: Context, page: str, relation: Relation) -> md.Markdown:
    way = context.labels.fill(
        "text.supply",
        supplier=named(context, page, relation.subject),
        receiver=named(context, page, relation.object),
    )
    return _certain(context, page, relation, way)


def _sanctions(context: Context, page: str, entity: Entity) -> Values:
    """What people wrote of sanctions, and who imposes them on whom where both are known."""
    written = [cited(context, page, md.name(f.value), f.evidence) for f in entity.facts if f.property == "sanctions"]
    found = _relations(context, entity, {"sanctions"}, lambda _: True)
    return [*written, *(_sanction(context, page, entity, relation) for relation in found)]


def _sanction(context: Context, page: str, entity: Entity, relation: Relation) -> md.Markdown:
    imposes = relation.subject == entity.id
    whom = named(context, page, relation.object if imposes else relation.subject)
    words = context.labels.fill("text.sanctions_against" if imposes else "text.sanctions_by", whom=whom)
    return _certain(context, page, relation, words)


def _named_by(context: Context, page: str, entity: Entity) -> Values:
    return _speakers(context, page, context.about[entity.id], WITNESS)


def _quoted_in(context: Context, page: str, entity: Entity) -> Values:
    return _speakers(context, page, context.held[entity.id], VIA)


def _speakers(context: Context, page: str, said: Found[Statement], index: Index[Statement]) -> Values:
    """Who says what is said, or through whom, each with the statements."""
    return _first_of(
        context,
        list(said.by(index).items()),
        lambda speaker: found_in(context, page, spoken(context, page, speaker_of(speaker[0])), speaker[1]),
    )


def _first_of(context: Context, items: Sequence[T], value: Callable[[T], md.Markdown]) -> Values:
    """A value for each of the first `items`, and how many more there are: a table is for a glance."""
    shown = [value(item) for item in items[:MOST_VALUES]]
    more = context.labels.text("text.more_marks", number=str(len(items) - MOST_VALUES))
    return [*shown, more] if len(items) > MOST_VALUES else shown


def _topics(context: Context, page: str, entity: Entity) -> Values:
    return [named(context, page, EntityId(topic)) for topic in context.held[entity.id].by(WITHIN)]


def _meetings(context: Context, page: str, entity: Entity) -> Values:
    """Whom it met and visited; with a state also whom its people did."""
    found = [_meeting(context, page, entity, r) for r in _relations(context, entity, _ENCOUNTERS, lambda _: True)]
    people = [person for person, fact in context.facts_about.get(entity.id, ()) if fact.property == "state"]
    return found + [
        md.join(named(context, page, person.id), meeting, separator=md.text(": "))
        for person in dict.fromkeys(people)
        if person.kind is Kind.PERSON and entity.kind is Kind.STATE
        for meeting in _meetings(context, page, person)
    ]


def _meeting(context: Context, page: str, entity: Entity, relation: Relation) -> md.Markdown:
    acts = relation.subject == entity.id
    words = context.labels.text(f"relation.{relation.type}.{'forward' if acts else 'backward'}")
    other = named(context, page, relation.object if acts else relation.subject)
    if relation.type == "met":
        return _certain(context, page, relation, other)
    return _certain(context, page, relation, md.join(words, other, separator=md.SPACE))


def _events_here(context: Context, page: str, entity: Entity) -> Values:
    events = [event for event in context.events.get(entity.id, ()) if event.location == entity.id]
    return _first_of(context, events, lambda event: _event(context, page, event))


def _event(context: Context, page: str, event: Event) -> md.Markdown:
    title = md.link(md.name(event.title), relative(page, f"{CHRONICLE}#{event.id}"))
    when = md.bracketed(date(context, event.edtf))
    doubtful = doubt(context, page, event.certainty)
    return cited(context, page, md.join(md.join(title, when), doubtful, separator=md.text(", ")), event.evidence)


def _metonyms(context: Context, page: str, entity: Entity) -> Values:
    return [
        cited(context, page, md.name(alias), [Evidence(found.source, found.span)])
        for alias, found in metonyms(context, entity).items()
    ]


def metonyms(context: Context, entity: Entity) -> dict[str, EntityMention]:
    """Find the metonyms that the sources use for an entity, each with its first mention („Moskau“ in „Moskaus“)."""
    aliases = [alias.text for alias in entity.aliases if alias.kind is AliasKind.METONYM]
    forms = context.mentions[entity.id].by(METONYM) if aliases else {}
    found = {
        alias: next((mentions for form, mentions in forms.items() if form.startswith(alias)), None) for alias in aliases
    }
    return {alias: mentions.first(1)[0] for alias, mentions in found.items() if mentions}


def _weapons(context: Context, page: str, entity: Entity) -> Values:
    evidence: dict[EntityId, list[Evidence]] = {}
    for other, fact in context.facts_about.get(entity.id, ()):
        if other.kind is Kind.WEAPON and fact.property in _WEAPONRY:
            evidence.setdefault(other.id, []).extend(fact.evidence)
    for relation in context.relations.get(entity.id, ()):
        for end in (relation.subject, relation.object, relation.item):
            if end and end != entity.id and context.called[end].kind is Kind.WEAPON:
                evidence.setdefault(end, []).extend(relation.evidence)
    return [cited(context, page, named(context, page, weapon), proof) for weapon, proof in evidence.items()]


def _people(context: Context, page: str, entity: Entity) -> Values:
    found = _relations(context, entity, _MEMBERSHIP, lambda r: r.object == entity.id)
    evidence = {r.subject: list(r.evidence) for r in found if context.called[r.subject].kind is Kind.PERSON}
    for other, fact in context.facts_about.get(entity.id, ()):
        if other.kind is Kind.PERSON:
            evidence.setdefault(other.id, []).extend(fact.evidence)
    return [cited(context, page, named(context, page, person), proof) for person, proof in evidence.items()]


def _relations(
    context: Context, entity: Entity, types: Iterable[str], where: Callable[[Relation], bool]
) -> Iterator[Relation]:
    return (r for r in context.relations.get(entity.id, ()) if r.type in types and where(r))


def _related(context: Context, page: str, relation: Relation, other: EntityId, *, verb: bool = False) -> md.Markdown:
    name = named(context, page, other)
    words = context.labels.text(f"relation.{relation.type}.forward") if verb else md.EMPTY
    return _certain(context, page, relation, md.join(words, name, separator=md.SPACE))


def _certain(context: Context, page: str, relation: Relation, content: md.Markdown) -> md.Markdown:
    doubtful = doubt(context, page, relation.certainty)
    who = context.labels.fill("text.according_holders", holders=holders(context, page, relation.holders))
    said = md.join(content, doubtful, who if relation.holders else md.EMPTY, separator=md.text(", "))
    return cited(context, page, said, relation.evidence)


_ROWS: dict[str, Callable[[Context, str, Entity], Values]] = {
    "resembles": _resembles,
    "resembled_by": _resembled_by,
    "used_in": _used_in,
    "supplies": _supplies,
    "sanctions": _sanctions,
    "named_by": _named_by,
    "quoted_in": _quoted_in,
    "topics": _topics,
    "meetings": _meetings,
    "events": _events_here,
    "metonyms": _metonyms,
    "weapons": _weapons,
    "people": _people,
}
_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("meetings",),
    Kind.STATE: ("metonyms", "weapons", "sanctions", "meetings"),
    Kind.ORGANISATION: ("people", "weapons"),
    Kind.PLACE: ("events",),
    Kind.WEAPON: ("resembles", "resembled_by", "used_in", "supplies", "named_by"),
}
