"""The pages of the entities: persons, states, organisations, outlets, places, weapons, and the experts among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.collation import collation_key
from generator.render.entity.indexes import SECTIONS, render_index
from generator.render.entity.page import render_entity
from generator.render.phrases import section_of
from generator.render.task import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Entity
    from generator.model.ids import Kind
    from generator.model.page import Page
    from generator.render.context import Context
    from generator.render.task import Task


def entity_tasks(context: Context) -> Iterator[Task]:
    """The pages of all entities and the index of each of their folders."""
    listed = [entity.id for entity in context.entities.values() if entity.kind in SECTIONS.get(section_of(entity), ())]
    yield from each("entities", SECTIONS, _index)
    yield from each("entity", listed, render_entity)


def render_entities(context: Context) -> Iterator[Page]:
    """Make them all."""
    return (page for task in entity_tasks(context) for page in task.pages(context))


def _index(context: Context, section: str) -> Page:
    members: dict[Kind, list[Entity]] = {kind: [] for kind in SECTIONS[section]}
    for entity in sorted(context.dossier.entities, key=lambda entity: collation_key(entity.name)):
        if section_of(entity) == section and entity.kind in members:
            members[entity.kind].append(entity)
    return render_index(context, section, members)
