"""The data of the dossier for machines: which files there are, and how to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import markdown as md
from generator.render.frame import Frame
from generator.render.places import DATA

if TYPE_CHECKING:
    from generator.model.page import Page
    from generator.render.context import Context

FILES = {"dossier.json": "dossier", "dossier.schema.json": "schema"}
"""The files beside this page, written by `generator.export`, and the words that describe them."""


def render_data(context: Context) -> Page:
    """Downloads, conventions, counts."""
    words, dossier = context.labels, context.dossier
    frame = Frame(DATA, words("page.data"), words.plain("data.description", title=dossier.settings.title))
    rows = [(md.link(md.text(file), file), words.text(f"data.{key}")) for file, key in FILES.items()]
    conventions = (words.text(f"data.{key}") for key in ("offsets", "dates", "ids"))
    counts = [
        (words.text(f"data.{key}"), md.text(str(len(getattr(dossier, key)))))
        for key in (
            "sources",
            "entities",
            "mentions",
            "quotations",
            "statements",
            "events",
            "relations",
            "disputes",
            "unresolved",
        )
    ]
    return frame.fill(
        context,
        words.text("data.intro"),
        md.table((words.text("data.file"), words.text("data.content")), rows),
        md.heading(2, words.text("data.conventions"), "lesart"),
        md.bullets(conventions),
        md.heading(2, words.text("data.numbers"), "zahlen"),
        md.table((words.text("data.kind"), words.text("data.number")), counts),
    )
