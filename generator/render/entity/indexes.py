"""The indexes of the entities: what there is, in the order of names, with how often the sources speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.dossier import Evidence
from generator.model.ids import EntityId, Kind
from generator.render import markdown as md
from generator.render.entity.anchors import ANCHORS
from generator.render.entity.derived import derived_values, metonyms
from generator.render.entity.overview import property_values
from generator.render.evidence import cited
from generator.render.facets import entity_entry
from generator.render.frame import Frame
from generator.render.phrases import dotted, draft, named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.dossier import Entity
    from generator.model.listed import Inverted
    from generator.model.page import Page
    from generator.render.context import Context

SECTIONS: dict[str, tuple[Kind, ...]] = {
    "akteure": (Kind.PERSON, Kind.STATE, Kind.ORGANISATION),
    "waffensysteme": (Kind.WEAPON,),
    "experten": (Kind.PERSON,),
    "medien": (Kind.OUTLET,),
    "orte": (Kind.PLACE,),
}
"""The folders that have an index here, and the kinds in them."""

_COLUMNS: dict[str, tuple[str, ...]] = {
    "akteure": ("what", "mentions", "statements"),
    "waffensysteme": ("type", "origin", "mentions"),
    "experten": ("role", "institution", "quoted_in", "statements"),
    "medien": ("what", "passed_on", "mentions"),
    "orte": ("what", "mentions"),
}
Groups = dict[str, "list[Entity]"]


def render_index(context: Context, section: str, members: Mapping[Kind, Sequence[Entity]]) -> Page:
    """Make the index of a folder from its entities, which come in the order of their names."""
    labels, path = context.labels, f"{section}/index.md"
    title = labels(f"nav.{section}")
    described = labels(f"intro.{section}")
    groups = _groups(section, members)
    tables = [_group(context, path, key, found, alone=len(groups) == 1) for key, found in groups.items()]
    empty = md.EMPTY if tables else md.paragraph(labels.text("empty.index"))
    metonyms = _metonyms(context, path) if section == "orte" else md.EMPTY
    intro = md.paragraph(labels.text(f"intro.{section}"))
    return Frame(path, title, described).fill(context, intro, empty, *tables, metonyms)


def _groups(section: str, members: Mapping[Kind, Sequence[Entity]]) -> Groups:
    """Sort the entities under the headings of their index: (key of the heading, entities)."""
    if section != "waffensysteme":
        key = {"experten": "expert"}.get(section)
        return {key or str(kind): list(found) for kind, found in members.items() if found}
    weapons = members.get(Kind.WEAPON, ())
    groups = {
        "system": [weapon for weapon in weapons if not _is_category(weapon)],
        "category": [weapon for weapon in weapons if _is_category(weapon)],
    }
    return {key: found for key, found in groups.items() if found}


def _is_category(weapon: Entity) -> bool:
    return any(fact.property == "category" and fact.value == "true" for fact in weapon.facts)


def _group(context: Context, path: str, key: str, found: Sequence[Entity], *, alone: bool) -> md.Markdown:
    columns = _COLUMNS[path.partition("/")[0]]
    header = [context.labels.text(f"table.{column}") for column in ("name", *columns)]
    rows = (context.piece(_row, f"{path} {key} {entity.id}") for entity in found)
    heading = md.EMPTY if alone else md.heading(2, context.labels.text(f"kinds.{key}"), ANCHORS[key])
    return md.blocks(heading, md.table_of(header, rows))


def _row(context: Context, key: str) -> md.Markdown:
    """The row of an entity; `key` names the index, the heading in it, and the entity."""
    path, kind, identity = key.split(" ")
    entity, columns = context.entities[EntityId(identity)], _COLUMNS[path.partition("/")[0]]
    cells = [_name(context, path, entity, kind), *(_cell(context, path, entity, column) for column in columns)]
    return md.table_rows(len(cells), [cells])


def _name(context: Context, path: str, entity: Entity, kind: str) -> md.Markdown:
    shown = dotted(named(context, path, entity.id), draft(context, path, entity))
    return md.join(entity_entry(context, entity, kind), shown)


def _cell(context: Context, path: str, entity: Entity, column: str) -> md.Markdown:
    counted: dict[str, Inverted[Any]] = {
        "mentions": context.mentions,
        "statements": context.held,
        "passed_on": context.passed_on,
    }
    if column in counted:
        return md.text(str(len(counted[column][entity.id])))
    if column == "what":
        line = entity.summary
        return cited(context, path, md.name(line.value), line.evidence) if line else md.EMPTY
    if column == "quoted_in":
        return md.sequence(derived_values(context, path, entity, column), "; ")
    return md.sequence(property_values(context, path, entity, column), "; ")


def _metonyms(context: Context, path: str) -> md.Markdown:
    """List the cities that stand for a government, with their reading."""
    rows = [
        (
            cited(context, path, md.name(alias), [Evidence(found.source, found.span)]),
            named(context, path, entity.id),
        )
        for entity in context.dossier.entities
        for alias, found in metonyms(context, entity).items()
    ]
    if not rows:
        return md.EMPTY
    labels = context.labels
    return md.blocks(
        md.heading(2, labels.text("derived.metonyms"), "metonyme"),
        md.paragraph(labels.text("text.metonyms_intro")),
        md.table([labels.text("table.form"), labels.text("table.reading")], rows),
    )
