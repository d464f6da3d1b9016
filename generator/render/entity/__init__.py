"""The pages of the entities: persons, states, organisations, outlets, places, weapons, and the experts among them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.render.collation import collation_key
from generator.render.entity.indexes import SECTIONS, render_index
from generator.render.entity.page import entity_page
from generator.render.phrases import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.dossier import Entity
    from generator.model.ids import Kind
    from generator.model.page import Page
    from generator.render.context import Context


def render_entities(context: Context) -> Iterator[Page]:
    """Make the pages of all entities and the index of each of their folders."""
    groups: defaultdict[tuple[str, Kind], list[Entity]] = defaultdict(list)
    for entity in sorted(context.dossier.entities, key=lambda entity: collation_key(entity.name)):
        groups[section_of(entity), entity.kind].append(entity)
    for section, kinds in SECTIONS.items():
        yield render_index(context, section, {kind: groups[section, kind] for kind in kinds})
        for kind in kinds:
            yield from _pages(context, groups[section, kind])


def _pages(context: Context, entities: Sequence[Entity]) -> Iterator[Page]:
    """Make the pages of one kind, each with the way to the one before and the one behind."""
    neighbours = zip([None, *entities], entities, [*entities[1:], None], strict=False)
    for before, entity, behind in neighbours:
        yield entity_page(context, context.pages[entity.id], entity, before, behind)
