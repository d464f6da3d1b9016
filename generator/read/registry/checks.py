"""What the parts of a registry must not do to each other: share ids or full names, contain each other in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.address import entity_page
from generator.model.ids import AliasKind
from generator.model.lookalike import mixes_alphabets, skeleton
from generator.model.registry import Place, RegistryDispute, RegistryEvent, RegistryRelation
from generator.read.findings import shown
from generator.read.registry.entity import EntityEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.ids import EntityId
    from generator.model.registry import RegistryEntity
    from generator.read.findings import Findings

MIN_ALIAS: Final = 2
_SHARED = frozenset({AliasKind.SHORT, AliasKind.METONYM, AliasKind.ABBREVIATION})
"""Kinds of alias that several entities may have; which one a mention means, linking or a decision says."""


def check_registry(findings: Findings) -> None:
    """Everything that can be said without the sources, references aside."""
    entries = findings.of_type(EntityEntry)
    _check_duplicate_ids(findings)
    _check_former_ids(entries, findings)
    _check_names(entries, findings)
    _check_shared_names(entries, findings)
    _check_circles(findings)


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _check_duplicate_ids(findings: Findings) -> None:
    first: dict[tuple[str, str], Place] = {}
    for name in findings.declared:
        earlier = first.setdefault((name.of, name.id), name.place)
        if earlier is not name.place:
            message = f'the {name.of} id "{name.id}" is given twice'
            findings.problem(name.place, "REG002", message, f"it is given first at {_at(earlier)}")


def _check_former_ids(entries: tuple[EntityEntry, ...], findings: Findings) -> None:
    """No earlier id, and no earlier page of an entity, may belong to another one or be used again."""
    entities = [entry.entity for entry in entries]
    pages = {page.removesuffix(".md"): entity.place for entity in entities if (page := entity_page(entity))}
    _check_former("entity", entities, findings.names("entity") | pages, findings)
    _check_former("event", findings.of_type(RegistryEvent), findings.names("event"), findings)
    _check_former("dispute", findings.of_type(RegistryDispute), findings.names("dispute"), findings)


def _check_former(
    of: str,
    items: Iterable[RegistryEntity | RegistryEvent | RegistryDispute],
    present: Mapping[str, Place],
    findings: Findings,
) -> None:
    owner: dict[str, Place] = {}
    for item in items:
        for old in item.formerly:
            taken = present.get(old) or owner.get(old)
            if taken:
                message = f'"{old}" cannot be a former id of {item.id}'
                findings.problem(item.place, "REG005", message, f"it belongs to the {of} at {_at(taken)}")
            owner.setdefault(old, item.place)


def _names(entry: EntityEntry) -> Iterator[tuple[str, AliasKind | None, Place]]:
    """The canonical name (its kind is None) and the aliases of an entity."""
    yield entry.entity.name, None, entry.name_place
    for each in entry.aliases:
        yield each.alias.text, each.alias.kind, each.place


def _check_names(entries: tuple[EntityEntry, ...], findings: Findings) -> None:
    for entry in entries:
        seen: set[str] = set()
        for text, kind, place in _names(entry):
            if len(text) < MIN_ALIAS or not any(map(str.isalnum, text)):
                hint = "such short names stand in too many words"
                findings.problem(
                    place, "REG007", f'"{shown(text)}" is shorter than {MIN_ALIAS} characters or has no letter', hint
                )
            if text in seen:
                findings.problem(
                    place, "REG008", f'"{shown(text)}" stands twice in {entry.entity.id}', "remove one of the two"
                )
            if kind is not AliasKind.MISPRINT and mixes_alphabets(text):
                hint = "a letter looks like another one: type the name anew"
                findings.problem(place, "REG014", f'"{shown(text)}" mixes alphabets in one word', hint)
            seen.add(text)


def _check_shared_names(entries: tuple[EntityEntry, ...], findings: Findings) -> None:
    owner: dict[str, EntityEntry] = {}
    for entry in entries:
        for text, kind, place in _names(entry):
            if kind in _SHARED:
                continue
            other = owner.setdefault(skeleton(text), entry)
            if other is not entry:
                message = f'"{shown(text)}" is a full name of {entry.entity.id} and of {other.entity.id}'
                hint = f"{_at(other.entity.place)}; only aliases of kind {', '.join(sorted(_SHARED))} may be shared"
                findings.problem(place, "REG006", message, hint)


def _check_circles(findings: Findings) -> None:
    """Whatever is `part_of` itself, over however many steps; each circle is reported once."""
    wholes: dict[EntityId, list[RegistryRelation]] = {}
    for relation in findings.of_type(RegistryRelation):
        if relation.type == "part_of":
            wholes.setdefault(relation.subject, []).append(relation)
    finished: set[EntityId] = set()
    for start in wholes:
        _walk(start, wholes, finished, findings)


def _walk(
    start: EntityId,
    wholes: dict[EntityId, list[RegistryRelation]],
    finished: set[EntityId],
    findings: Findings,
) -> None:
    """Follow the relations from `start` depth first, without recursion; an edge back onto the path closes a circle."""
    path: dict[EntityId, Iterator[RegistryRelation]] = {}
    here: EntityId | None = None if start in finished else start
    while here is not None or path:
        if here is not None:
            path[here] = iter(wholes.get(here, ()))
        current = next(reversed(path))
        relation = next(path[current], None)
        here = None
        if relation is None:
            finished.add(current)
            del path[current]
        elif relation.object in path:
            message = f'"{relation.subject}" is part of itself in a circle'
            findings.problem(relation.place, "REG015", message, "remove one of the part_of relations of the circle")
        elif relation.object not in finished:
            here = relation.object
