"""The dossier as pages of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.context import build_context
from generator.render.entity import render_entities
from generator.render.pages import render_pages

if TYPE_CHECKING:
    from generator.model.dossier import Dossier
    from generator.model.page import Page


def render(dossier: Dossier) -> tuple[Page, ...]:
    """Make every page of the dossier, in the order of their paths."""
    context = build_context(dossier)
    return tuple(sorted((*render_pages(context), *render_entities(context))))
