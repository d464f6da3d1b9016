"""„Streitpunkte“: the disputes an entity is part of, side by side in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import DISPUTES
from generator.render import markdown as md
from generator.render.links import relative
from generator.render.phrases import stance

if TYPE_CHECKING:
    from generator.model.dossier import Dispute, Entity
    from generator.render.context import Context


def disputes(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the disputes with who holds what."""
    return md.bullets(_dispute(context, page, dispute) for dispute in context.disputes.get(entity.id, ()))


def _dispute(context: Context, page: str, dispute: Dispute) -> md.Markdown:
    title = md.link(md.name(dispute.title), relative(page, f"{DISPUTES}/{dispute.id}.md"))
    sides = md.sequence((stance(context, page, side) for side in dispute.sides), "; ")
    return md.join(md.strong(title), sides, separator=md.text(" – "))
