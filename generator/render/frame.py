"""What every page outside the entities shares: its head, its way back, its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.page import Page
from generator.render import markdown as md
from generator.render.frontmatter import FrontMatter
from generator.render.links import relative

if TYPE_CHECKING:
    from generator.render.context import Context

HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page stands and what it is called; `above` are the page and the name of the index over it.

    `hide` names parts of the theme that the page does without; `summary` and `footer` are those of the front matter.
    """

    path: str
    title: str
    description: str
    above: tuple[str, str] | None = None
    hide: tuple[str, ...] = ()
    summary: str = ""
    footer: str = ""

    def fill(self, context: Context, *parts: md.Markdown, title: md.Markdown = md.EMPTY) -> Page:
        """Put the page together; `title` is the heading where it is more than the plain title."""
        front = FrontMatter(
            self.title,
            self.description,
            search_labels=self._search_labels(context),
            hide=self.hide,
            summary=self.summary,
            footer=self.footer,
        )
        heading = md.heading(1, title or md.name(self.title))
        return Page(self.path, md.document(str(front), self._breadcrumb(context), heading, *parts))

    def _search_labels(self, context: Context) -> tuple[str, ...]:
        """Say what the page is, by its folder: „Streitpunkt“; the pages of the navigation say so by their names."""
        key = f"search.kind.{self.path.partition('/')[0]}"
        return (context.labels(key),) if self.above and key in context.labels.words else ()

    def _breadcrumb(self, context: Context) -> md.Markdown:
        """Lead back: „Start › Quellen“; the indexes stand in the navigation and need none."""
        if self.above is None:
            return md.EMPTY
        path, name = self.above
        home = md.link(context.labels.text("nav.home"), relative(self.path, HOME))
        index = md.link(md.text(name), relative(self.path, path))
        return md.paragraph(md.join(home, index, md.name(self.title), separator=md.text(" › ")))
