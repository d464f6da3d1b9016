"""„Externe Angaben“: what is known from elsewhere, set apart, each with its own citation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.model.ids import Origin
from generator.render import markdown as md
from generator.render.phrases import date, named

if TYPE_CHECKING:
    from generator.model.dossier import Entity, Fact
    from generator.render.context import Context


def external(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the external facts, and where else the entity is catalogued."""
    facts = [fact for fact in entity.facts if fact.origin is Origin.EXTERNAL]
    header = [context.labels.text(f"table.{column}") for column in ("field", "external_value", "citation")]
    table = md.table(header, (_row(context, page, fact) for fact in facts)) if facts else md.EMPTY
    elsewhere = md.sequence(catalogue(url) for url in entity.same_as)
    found = md.join(context.labels.text("text.same_as"), elsewhere, separator=md.SPACE) if elsewhere else md.EMPTY
    if not table and not found:
        return md.EMPTY
    return md.blocks(md.paragraph(context.labels.text("text.external_intro")), table, md.paragraph(found))


def catalogue(url: str) -> md.Markdown:
    """Link to an entry elsewhere, by the name of the site."""
    return md.link(md.text((urlsplit(url).hostname or url).removeprefix("www.")), url)


def external_value(context: Context, page: str, fact: Fact) -> md.Markdown:
    """Write an external value with its citation behind it, within a line."""
    return md.sequence([_value(context, page, fact), _citation(context, fact)])


def _value(context: Context, page: str, fact: Fact) -> md.Markdown:
    return named(context, page, fact.entity, fact.value) if fact.entity else md.name(fact.value)


def _row(context: Context, page: str, fact: Fact) -> list[md.Markdown]:
    label = context.labels.text(f"property.{fact.property}")
    return [label, _value(context, page, fact), _citation(context, fact)]


def _citation(context: Context, fact: Fact) -> md.Markdown:
    if fact.citation is None:
        return md.EMPTY
    title = md.link(md.name(fact.citation.title), fact.citation.url)
    if not fact.citation.accessed:
        return title
    accessed = context.labels.fill("text.accessed", date=date(context, fact.citation.accessed))
    return md.join(title, md.bracketed(accessed))
