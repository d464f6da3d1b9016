"""The names of a registry in all their German forms, ready to be found in texts and looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german.names.matcher import NameTable
from generator.model.ids import AliasKind, Kind

if TYPE_CHECKING:
    from generator.model.ids import EntityId
    from generator.model.registry import Decision, Registry, RegistryEntity

NAMELESS = frozenset({Kind.TOPIC, Kind.DOCUMENT, Kind.EVENT})
"""Kinds whose titles are descriptions: they are mentioned by their aliases only."""

REGISTRY = "registry"
"""The rule of a mention whose kind the registry tells."""
UNCLEAR = "registry-unclear"
"""The rule of a mention that stands for entities of several kinds."""


@dataclass(frozen=True, slots=True)
class Known:
    """One name of one entity; `alias` is None for the canonical name."""

    entity: EntityId
    kind: Kind
    name: str
    alias: AliasKind | None

    @property
    def short(self) -> bool:
        """Whether the name alone does not tell the entity from others."""
        return self.alias is AliasKind.SHORT

    @property
    def metonym(self) -> bool:
        """Whether the name means something else when it is not read as this entity: "Moskau"."""
        return self.alias is AliasKind.METONYM


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of a registry, made once for all documents."""

    table: NameTable[Known]
    entities: dict[EntityId, RegistryEntity]
    decisions: tuple[Decision, ...]

    def of(self, text: str) -> tuple[Known, ...]:
        """Everything that `text` as a whole can be a form of, each entity once, in registry order."""
        found: dict[EntityId, Known] = {}
        for known in self.table.exact(text):
            found.setdefault(known.entity, known)
        return tuple(found.values())


def known_names(registry: Registry) -> KnownNames:
    """Gather the names and aliases of every entity of `registry`; an empty registry is fine."""
    table: NameTable[Known] = NameTable()
    for entity in registry.entities:
        inflects = entity.kind is not Kind.PERSON
        if entity.kind not in NAMELESS:
            table.add(entity.name, Known(entity.id, entity.kind, entity.name, None), inflects=inflects)
        for alias in entity.aliases:
            table.add(alias.text, Known(entity.id, entity.kind, entity.name, alias.kind), inflects=inflects)
    return KnownNames(table, {entity.id: entity for entity in registry.entities}, registry.decisions)
