"""The entities in the terms of schema.org.

A fact or a relation becomes a property of its entity only if the article itself asserts it and schema.org has a term
that means the same. Everything else reaches the graph as a `Claim`, with the one who says it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.export.dates import iso_date
from generator.export.jsonld.node import Node, node, reference
from generator.export.text import plain, web_address
from generator.export.view import asserts
from generator.model.address import TOPIC_INDEX
from generator.model.edtf import is_edtf
from generator.model.ids import AliasKind, Edtf, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.view import View
    from generator.model.dossier import Entity
    from generator.model.ids import EntityId

PARTIES = frozenset({Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.OUTLET})
"""Who can say something: schema.org lets persons and organisations create works, and states are both countries and
organisations here, because the text lets them speak ("Moskau dementiert")."""

_BODIES = PARTIES - {Kind.PERSON}
_AREAS = frozenset({Kind.PLACE, Kind.STATE})
_SYSTEM = "Product"

_TYPES: dict[Kind, str | list[str]] = {
    Kind.PERSON: "Person",
    Kind.STATE: ["Country", "Organization"],
    Kind.ORGANISATION: "Organization",
    Kind.OUTLET: "NewsMediaOrganization",
    Kind.PLACE: "Place",
    Kind.EVENT: "Event",
    Kind.TOPIC: "DefinedTerm",
    Kind.DOCUMENT: "CreativeWork",
}


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of schema.org; `kinds` are those that its value must be of, none: the value is text."""

    name: str
    kinds: frozenset[Kind] = frozenset()


_FACTS: dict[tuple[Kind, str], _Term] = {
    (Kind.PERSON, "role"): _Term("jobTitle"),
    (Kind.PERSON, "function"): _Term("jobTitle"),
    (Kind.PERSON, "institution"): _Term("affiliation", _BODIES - {Kind.STATE}),
    (Kind.ORGANISATION, "seat"): _Term("location"),
    (Kind.OUTLET, "seat"): _Term("location"),
    (Kind.PLACE, "state"): _Term("containedInPlace", _AREAS),
    (Kind.WEAPON, "designation"): _Term("alternateName"),
    (Kind.WEAPON, "type"): _Term("category"),
    (Kind.WEAPON, "origin"): _Term("countryOfOrigin", frozenset({Kind.STATE})),
    (Kind.DOCUMENT, "type"): _Term("genre"),
    (Kind.DOCUMENT, "issuer"): _Term("publisher", PARTIES),
}
_RELATIONS: dict[tuple[Kind, str], _Term] = {
    (Kind.PERSON, "child_of"): _Term("parent", frozenset({Kind.PERSON})),
    (Kind.PERSON, "affiliated_with"): _Term("affiliation", _BODIES - {Kind.STATE}),
    (Kind.ORGANISATION, "part_of"): _Term("parentOrganization", _BODIES),
    (Kind.PLACE, "part_of"): _Term("containedInPlace", _AREAS),
    (Kind.WEAPON, "produced_in"): _Term("countryOfOrigin", frozenset({Kind.STATE})),
    (Kind.WEAPON, "similar_to"): _Term("isSimilarTo", frozenset({Kind.WEAPON})),
}
_MEASURES = frozenset({"calibre", "range"})
_PRODUCT_ONLY = frozenset({"category", "countryOfOrigin", "isSimilarTo"})


def entity_nodes(view: View) -> Iterator[Node]:
    """A node for each entity, in the order of the dossier."""
    return (_entity(view, entity) for entity in view.dossier.entities)


def type_of(entity: Entity) -> str | list[str]:
    """What the entity is to schema.org: a weapon that is a system is a product, a category of weapons a mere thing."""
    if entity.kind is not Kind.WEAPON:
        return _TYPES[entity.kind]
    category = any(fact.property == "category" and fact.value == "true" for fact in entity.facts)
    return "Thing" if category else _SYSTEM


def _entity(view: View, entity: Entity) -> Node:
    kind = type_of(entity)
    values: defaultdict[str, list[object]] = defaultdict(list)
    for name, value in (*_facts(view, entity), *_relations(view, entity)):
        if value not in values[name] and (name not in _PRODUCT_ONLY or kind == _SYSTEM):
            values[name].append(value)
    names = [plain(a.text) for a in entity.aliases if a.kind in {AliasKind.SPELLING, AliasKind.ABBREVIATION}]
    values["alternateName"] = [*names, *values["alternateName"]]
    page = view.entity_url(entity.id)
    return node(
        kind,
        page,
        name=plain(entity.name),
        description=plain(entity.summary.value) if entity.summary and asserts(entity.summary) else None,
        url=page,
        sameAs=[address for same in entity.same_as if (address := web_address(same))],
        inDefinedTermSet=view.url(TOPIC_INDEX) if entity.kind is Kind.TOPIC else None,
        **values,
        additionalProperty=_measures(entity) if kind == _SYSTEM else None,
        dateCreated=_created(entity),
    )


def _facts(view: View, entity: Entity) -> Iterator[tuple[str, object]]:
    for fact in entity.facts:
        term = _FACTS.get((entity.kind, fact.property))
        if term and asserts(fact):
            value = _reference(view, term, fact.entity) if term.kinds else plain(fact.value)
            if value:
                yield term.name, value


def _relations(view: View, entity: Entity) -> Iterator[tuple[str, object]]:
    for relation, target in view.asserted.get(entity.id, ()):
        term = _RELATIONS.get((entity.kind, relation))
        value = _reference(view, term, target) if term else None
        if term and value:
            yield term.name, value


def _reference(view: View, term: _Term, target: EntityId | None) -> Node | None:
    named = view.named.get(target) if target else None
    if target is None or named is None or named.kind not in term.kinds:
        return None
    if named.kind is Kind.WEAPON and type_of(view.entities[target]) != _SYSTEM:
        return None
    return reference(named.url)


def _measures(entity: Entity) -> list[Node]:
    return [
        node("PropertyValue", name=fact.property, value=plain(fact.value))
        for fact in entity.facts
        if fact.property in _MEASURES and asserts(fact)
    ]


def _created(entity: Entity) -> str | None:
    """When a document was made, where its fact of that name is a date."""
    if entity.kind is not Kind.DOCUMENT:
        return None
    dates = (fact.value for fact in entity.facts if fact.property == "date" and asserts(fact))
    return next((iso_date(Edtf(value)) for value in dates if is_edtf(value)), None)
