"""„Auf einen Blick“: the fields of a kind as a table, and by name those on which the sources say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Origin
from generator.model.vocabulary import PROPERTIES
from generator.render import markdown as md
from generator.render.entity.derived import derived_fields, derived_values
from generator.render.evidence import cited
from generator.render.phrases import date, dotted, doubt, named

if TYPE_CHECKING:
    from generator.model.dossier import Entity, Fact
    from generator.render.context import Context


def overview(context: Context, page: str, entity: Entity) -> md.Markdown:
    """Make the table, and one line under it: „In den Quellen nicht genannt: Kaliber · Reichweite“."""
    labels = context.labels
    rows = [
        (labels(f"property.{name}"), property_values(context, page, entity, name)) for name in PROPERTIES[entity.kind]
    ]
    rows += [
        (labels(f"derived.{name}"), derived_values(context, page, entity, name)) for name in derived_fields(entity)
    ]
    header = (labels.text("table.field"), labels.text("table.value"))
    named_ones = [(md.text(name), md.sequence(values, "; ")) for name, values in rows if values]
    unnamed = dotted(*(md.text(name) for name, values in rows if not values))
    intro = md.emphasis(labels.text("text.unnamed"))
    return md.blocks(
        md.table(header, named_ones) if named_ones else md.EMPTY,
        md.paragraph(md.join(intro, unnamed, separator=md.SPACE)) if unnamed else md.EMPTY,
    )


def property_values(context: Context, page: str, entity: Entity, name: str) -> list[md.Markdown]:
    """Write the values of one property that rest on the sources."""
    facts = (fact for fact in entity.facts if fact.property == name and fact.origin is not Origin.EXTERNAL)
    return [value(context, page, fact) for fact in facts]


def value(context: Context, page: str, fact: Fact) -> md.Markdown:
    """Write one value with when it holds, how certain it is and its marks."""
    words = context.labels.words.get(f"value.{fact.property}.{fact.value}", fact.value)
    shown = named(context, page, fact.entity, words) if fact.entity else md.name(words)
    when = md.bracketed(date(context, fact.date)) if fact.date else md.EMPTY
    doubtful = doubt(context, page, fact.certainty)
    return cited(context, page, md.join(md.join(shown, when), doubtful, separator=md.text(", ")), fact.evidence)
