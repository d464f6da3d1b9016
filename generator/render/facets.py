"""What the items of a list can be chosen by: the page's script reads it, nobody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Origin
from generator.model.lists import NAMED_UNDER, OUTLET
from generator.render import markdown as md

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.dossier import Entity
    from generator.model.ids import EntityId, SourceId
    from generator.render.context import Context

MOST_SOURCES = 50
"""Among more sources nobody chooses from a list of choices; the box for words finds them."""
_COUNTRIES = frozenset({"state", "origin"})


def entry(**facets: Iterable[str]) -> md.Markdown:
    """A sign without width that makes its list item or its row an item of the filter; a facet without values is none.

    `entry(kind=["state"])` → `<span class="eintrag" data-kind="state"></span>`. Values are identifiers.
    """
    written = {f"data-{name}": " ".join(dict.fromkeys(values)) for name, values in facets.items()}
    return md.inline("span", {"class": "eintrag"} | {key: value for key, value in written.items() if value}, md.EMPTY)


def entity_entry(context: Context, entity: Entity, kind: str) -> md.Markdown:
    """The sign of an entity: what it is, whether somebody looked at it, whose it is, where it is named."""
    mentions = context.mentions[entity.id]
    return entry(
        kind=[kind],
        status=[entity.status],
        state=_countries(entity),
        outlet=context.held[entity.id].by(OUTLET) if entity.expert else (),
        topic=mentions.by(NAMED_UNDER),
        source=chosen_sources(context, mentions.counts),
    )


def chosen_sources(context: Context, sources: Iterable[SourceId]) -> Iterable[SourceId]:
    """`sources`, where there are several to choose from and few enough to do so."""
    return dict.fromkeys(sources) if 1 < len(context.sources) <= MOST_SOURCES else ()


def _countries(entity: Entity) -> Iterator[EntityId]:
    for fact in entity.facts:
        if fact.property in _COUNTRIES and fact.entity and fact.origin is not Origin.EXTERNAL:
            yield fact.entity
