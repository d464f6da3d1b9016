"""Old addresses: a page that has moved leaves one behind that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import dispute_page
from generator.model.page import Page
from generator.render import markdown as md
from generator.render.frontmatter import FrontMatter
from generator.render.links import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.render.context import Context


def render_moved(context: Context) -> Iterator[Page]:
    """A page for each earlier id of an entity that has a page, and of a dispute; never over a page of today."""
    taken = set(context.pages.values()) | {dispute_page(dispute) for dispute in context.dossier.disputes}
    for old, new, title in _moves(context):
        if old not in taken:
            taken.add(old)
            yield _page(context, old, new, title)


def _moves(context: Context) -> Iterator[tuple[str, str, str]]:
    """Where a page was, where it is now, and what it is called."""
    for entity in context.dossier.entities:
        page = context.pages.get(entity.id)
        if page:
            folder = page.rpartition("/")[0]
            yield from ((f"{folder}/{old}.md", page, entity.name) for old in entity.formerly)
    for dispute in context.dossier.disputes:
        page = dispute_page(dispute)
        folder = page.rpartition("/")[0]
        yield from ((f"{folder}/{old}.md", page, dispute.title) for old in dispute.formerly)


def _page(context: Context, old: str, new: str, title: str) -> Page:
    front = FrontMatter(title, context.labels.plain("moved.description", title=title), searchable=False)
    link = md.link(md.name(title), relative(old, new))
    notice = md.paragraph(context.labels.fill("moved.to", page=link))
    return Page(old, md.document(str(front), md.heading(1, md.name(title)), notice))
