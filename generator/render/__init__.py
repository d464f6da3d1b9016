"""The dossier as pages of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.context import build_context
from generator.render.entity import entity_tasks
from generator.render.pages import page_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Dossier
    from generator.model.page import Page
    from generator.render.context import Context
    from generator.render.task import Task


def tasks(context: Context) -> Iterator[Task]:
    """Everything that is to be rendered, in pieces that can be done one without the other."""
    yield from page_tasks(context)
    yield from entity_tasks(context)


def render(dossier: Dossier) -> tuple[Page, ...]:
    """Make every page of the dossier, in the order of their paths."""
    context = build_context(dossier)
    return tuple(sorted(page for task in tasks(context) for page in task.pages(context)))
