"""„Chronik“: the events an entity takes part in or is the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import markdown as md
from generator.render.entity.by_source import first_of
from generator.render.evidence import cited
from generator.render.links import relative
from generator.render.phrases import CHRONICLE, doubt, enumeration, named, opening_date

if TYPE_CHECKING:
    from generator.model.dossier import Entity, Event
    from generator.render.context import Context


def chronicle(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the events in the dossier's order, each with the others who take part and its place."""
    events = context.events.get(entity.id, ())
    return first_of(context, page, events, lambda event: _event(context, page, entity, event), CHRONICLE)


def _event(context: Context, page: str, entity: Entity, event: Event) -> md.Markdown:
    title = md.link(md.name(event.title), relative(page, f"{CHRONICLE}#{event.id}"))
    others = [named(context, page, other) for other in event.participants if other != entity.id]
    together = md.join(context.labels.text("text.with"), enumeration(context, others), separator=md.SPACE)
    where = [named(context, page, event.location)] if event.location and event.location != entity.id else []
    parts = [title, *([together] if others else []), *where, doubt(context, page, event.certainty)]
    what = cited(context, page, md.join(*parts, separator=md.text(", ")), event.evidence)
    return md.explained(md.strong(opening_date(context, event.edtf)), what)
