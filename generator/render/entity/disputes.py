"""„Streitpunkte“: the disputes an entity is part of, side by side in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import DISPUTES
from generator.render import markdown as md
from generator.render.entity.by_source import first_of
from generator.render.links import relative
from generator.render.phrases import stance
from generator.render.places import DISPUTE_INDEX

if TYPE_CHECKING:
    from generator.model.dossier import Dispute, Entity
    from generator.render.context import Context


def disputes(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the disputes with who holds what."""
    found = context.disputes.get(entity.id, ())
    return first_of(context, page, found, lambda dispute: _dispute(context, page, dispute), DISPUTE_INDEX)


def _dispute(context: Context, page: str, dispute: Dispute) -> md.Markdown:
    title = md.link(md.name(dispute.title), relative(page, f"{DISPUTES}/{dispute.id}.md"))
    sides = md.sequence((stance(context, page, side) for side in dispute.sides), "; ")
    return md.join(md.strong(title), sides, separator=md.text(" – "))
