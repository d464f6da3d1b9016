"""Whether every id that is used, anywhere in `seeds/`, is the id of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.ids import Kind
from generator.read.findings import nearest, shown
from generator.read.registry.entity import EntityEntry
from generator.read.shape import NOBODY, a

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.registry import Place, RegistryEntity
    from generator.read.findings import Findings, Name

_KIND_NEEDED: Final = {"outlet": Kind.OUTLET, "topic": Kind.TOPIC}
_MOST_HINTS: Final = 50
"""So many unknown ids get a hint with the nearest known one; looking for it takes time."""


def check_references(findings: Findings) -> None:
    """Ids of entities in the registry, the notes and the metadata of sources, and ids of sources in evidence.

    Nothing is said about entities while a file of the registry cannot be read: what it declares is not known.
    """
    check_source_references(findings)
    if not findings.unread:
        check_entity_references(findings)


def check_source_references(findings: Findings) -> None:
    """Ids of sources in evidence and decisions."""
    known = findings.names("source")
    unknown = [name for name in findings.used if name.of == "source" and name.id not in known]
    for number, name in enumerate(unknown):
        close = nearest(name.id, known) if number < _MOST_HINTS else ""
        hint = close or "the id is the file's name in seeds/articles/ without its ending"
        findings.problem(name.place, "REG003", f'there is no source "{shown(name.id)}"', hint)


def check_entity_references(findings: Findings) -> None:
    """Ids of entities, and of outlets and topics, which are entities of that kind."""
    known = findings.names("entity")
    entities: dict[str, RegistryEntity] = {entry.entity.id: entry.entity for entry in findings.of_type(EntityEntry)}
    used = [name for name in findings.used if name.of != "source" and not _means_nobody(name)]
    for number, name in enumerate(name for name in used if name.id not in known):
        hint = _hint(name.id, known, entities, findings) if number < _MOST_HINTS else ""
        findings.problem(name.place, "REG003", f'there is no entity "{shown(name.id)}"', hint)
    for name in used:
        kind, entity = _KIND_NEEDED.get(name.of), entities.get(name.id)
        if kind and entity and entity.kind is not kind:
            message = f'"{name.id}" is {a(entity.kind)}, but {a(kind)} is expected here'
            declared = entity.place
            findings.problem(name.place, "REG004", message, f"it is declared at {declared.path}:{declared.line}")


def _means_nobody(name: Name) -> bool:
    return name.id == NOBODY and name.of.endswith(NOBODY)


def _hint(unknown: str, known: Mapping[str, Place], entities: Mapping[str, RegistryEntity], findings: Findings) -> str:
    renamed = next((entity.id for entity in entities.values() if unknown in entity.formerly), None)
    if renamed:
        return f"it is called {renamed} now"
    for other in ("event", "dispute"):
        if unknown in findings.names(other):
            return f"it is the id of {a(other)}; an entity is expected here"
    return nearest(unknown, known) or "declare it under `entities` in a file of seeds/registry/"
