"""Old addresses: a page that has moved leaves one behind that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import (
    dispute_page,
    earlier_dispute_pages,
    earlier_pages,
    entity_place,
    source_page,
    statements_page,
)
from generator.model.journal import recorded_moves
from generator.model.page import Page
from generator.render import markdown as md
from generator.render.frontmatter import FrontMatter
from generator.render.links import relative
from generator.render.pages.told import told_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.render.context import Context

MOVED = "umgezogen"
"""The class of the notice, by which the finishing step knows such a page: browsers go where its link leads."""


def render_moved(context: Context) -> Iterator[Page]:
    """A page for each earlier id of what has a page; never over a page of today, and the first claim counts."""
    taken = {
        *context.pages.values(),
        *(dispute_page(dispute) for dispute in context.dossier.disputes),
        *(page for key in context.sources for page in (source_page(key), statements_page(key))),
    }
    for old, new, title in _moves(context):
        if old not in taken:
            taken.add(old)
            yield _page(context, old, new, title)


def _moves(context: Context) -> Iterator[tuple[str, str, str]]:
    """Where a page was, where it is now, and what it is called."""
    for entity in context.dossier.entities:
        yield from ((old, entity_place(entity), entity.name) for old in earlier_pages(entity))
    for dispute in context.dossier.disputes:
        yield from ((old, dispute_page(dispute), dispute.title) for old in earlier_dispute_pages(dispute))
    for key, source in context.sources.items():
        for old in source.annotated.document.meta.formerly:
            yield source_page(old), source.page, source.title
            yield statements_page(old), statements_page(key), told_title(context, source)
    yield from recorded_moves(context.dossier)


def _page(context: Context, old: str, new: str, title: str) -> Page:
    front = FrontMatter(title, context.labels.plain("moved.description", title=title), searchable=False)
    link = md.link(md.name(title), relative(old, new))
    notice = md.paragraph(context.labels.fill("moved.to", page=link))
    return Page(
        old, md.document(str(front), md.heading(1, md.name(title)), md.container("div", {"class": MOVED}, notice))
    )
