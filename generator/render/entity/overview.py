"""„Auf einen Blick“: the fields of a kind as a table, and by name those on which the sources say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Origin
from generator.model.vocabulary import PROPERTIES
from generator.render import markdown as md
from generator.render.entity.agreement import agreement, differ, merged, says
from generator.render.entity.derived import derived_fields, derived_values
from generator.render.evidence import cited
from generator.render.phrases import date, dotted, doubt, named

if TYPE_CHECKING:
    from generator.model.dossier import Entity, Fact
    from generator.render.context import Context


def overview(context: Context, page: str, entity: Entity) -> md.Markdown:
    """Make the table, and one line under it: „In den Quellen nicht genannt: Kaliber · Reichweite“."""
    labels = context.labels
    derived = derived_fields(entity)
    written = [name for name in PROPERTIES[entity.kind] if name not in derived]
    rows = [(labels(f"property.{name}"), property_values(context, page, entity, name)) for name in written]
    rows += [(labels(f"derived.{name}"), derived_values(context, page, entity, name)) for name in derived]
    header = (labels.text("table.field"), labels.text("table.value"))
    named_ones = [(md.text(name), md.sequence(values, "; ")) for name, values in rows if values]
    unnamed = dotted(*(md.text(name) for name, values in rows if not values))
    intro = md.emphasis(labels.text("text.unnamed"))
    return md.blocks(
        md.table(header, named_ones) if named_ones else md.EMPTY,
        md.paragraph(md.join(intro, unnamed, separator=md.SPACE)) if unnamed else md.EMPTY,
    )


def property_values(context: Context, page: str, entity: Entity, name: str) -> list[md.Markdown]:
    """Write the values of one property that rest on the sources; where they differ, that and who gives which."""
    facts = merged(f for f in entity.facts if f.property == name and f.origin is not Origin.EXTERNAL)
    if not differ(entity, facts):
        return [value(context, page, fact, agreement(context, fact)) for fact in facts]
    values = md.sequence((value(context, page, fact, says(context, page, fact)) for fact in facts), "; ")
    return [md.explained(md.strong(context.labels.text("text.differ")), values)]


def value(context: Context, page: str, fact: Fact, remark: md.Markdown = md.EMPTY) -> md.Markdown:
    """Write one value with when it holds, how certain it is, a remark on who gives it, and its marks."""
    words = context.labels.words.get(f"value.{fact.property}.{fact.value}", fact.value)
    shown = named(context, page, fact.entity, words) if fact.entity else md.name(words)
    when = md.bracketed(date(context, fact.date)) if fact.date else md.EMPTY
    doubtful = doubt(context, page, fact.certainty)
    said = md.join(md.join(shown, when), doubtful, remark, separator=md.text(", "))
    return cited(context, page, said, fact.evidence)
