"""The data of the dossier for machines: which files there are, and how to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import markdown as md
from generator.render.frame import Frame
from generator.render.places import DATA

if TYPE_CHECKING:
    from generator.model.page import Page
    from generator.render.context import Context

_TABLES = (
    "sources", "entities", "names", "facts", "mentions", "quotations", "statements", "events", "relations", "disputes",
    "dates", "readings", "figures", "silences", "unresolved",
)  # fmt: skip
FILES = (
    (("dossier.json",), "dossier"),
    (("dossier.schema.json",), "schema"),
    (("annotation.schema.json",), "annotation"),
    (("dossier.jsonld",), "jsonld"),
    ((*(f"csv/{table}.csv" for table in _TABLES), "csv/csv-metadata.json"), "csv"),
    (("dossier.graphml",), "graphml"),
    (("ftm.jsonl",), "ftm"),
    (("quellen.csl.json", "quellen.bib", "quellen.ris"), "citations"),
    (("feed.xml",), "feed"),
)
"""The files beside this page, written by `generator.export`, and the words that describe them."""


def render_data(context: Context) -> Page:
    """Downloads, conventions, counts."""
    words, dossier = context.labels, context.dossier
    frame = Frame(DATA, words("page.data"), words.plain("data.description", title=dossier.settings.title))
    rows = [(_links(files), words.text(f"data.{key}")) for files, key in FILES]
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


def _links(files: tuple[str, ...]) -> md.Markdown:
    return md.sequence(md.link(md.text(file), file) for file in files)
