"""The index of all statements: each in a line, or, where there are too many of them, each source in a line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.address import slug, statement_place, statements_page
from generator.model.dossier import Evidence
from generator.model.ids import SourceId
from generator.render import markdown as md
from generator.render.evidence import marks
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.pages.told import attributes
from generator.render.phrases import date, dotted, named, status
from generator.render.places import STATEMENTS
from generator.render.sections import section_address, section_anchor, section_title, statements_of_sections
from generator.render.statement import shortened, voice
from generator.render.statusbar import in_words, statusbar

if TYPE_CHECKING:
    from generator.model.dossier import Section, Statement
    from generator.model.page import Page
    from generator.render.context import Context
    from generator.render.source import Source

    Found = dict[Section, list[Statement]]

MOST_LISTED = 1000
"""So many statements are listed on one page; above that, their sources are."""


def render_claims(context: Context) -> Page:
    """The index; each source has a page with its statements in full."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(STATEMENTS, words("page.statements"), words.plain("claims.description", title=title))
    statements, hidden = len(context.dossier.statements), context.hidden
    if not statements:
        return frame.fill(context, words.text("claims.empty"))
    if statements - hidden > MOST_LISTED:
        rows = (context.piece(_row, source) for source in context.sources)
        return frame.fill(context, words.text("claims.intro_sources"), *rows)
    parts = [_source(context, source, statements_of_sections(context, key)) for key, source in context.sources.items()]
    count = words.count("page.count.statement", hidden)
    rest = words.text("claims.hidden", count=count) if hidden else md.EMPTY
    return frame.fill(context, words.text("claims.intro"), *parts, rest)


def _source(context: Context, source: Source, found: Found) -> md.Markdown:
    document = source.annotated.document
    sections = [_section(context, section, found[section]) for section in context.sections.get(document.id, ())]
    if not any(sections):
        return md.EMPTY
    own, *earlier = (f"quelle-{slug(key)}" for key in document.ids)
    places = (md.inline("span", {"id": anchor}, md.EMPTY) for anchor in earlier)
    title = md.link(md.name(source.title), relative(STATEMENTS, statements_page(document.id)))
    return md.blocks(md.heading(2, md.join(*places, title), own, searchable=False), *sections)


def _section(context: Context, section: Section, statements: list[Statement]) -> md.Markdown:
    if not statements:
        return md.EMPTY
    source = context.sources[section.source].annotated.document
    own, *earlier = (f"aus-{slug(key)}-{section_anchor(context, section)}" for key in source.ids)
    places = (md.inline("span", {"id": anchor}, md.EMPTY) for anchor in earlier)
    title = md.link(md.name(section_title(context, section)), relative(STATEMENTS, section_address(context, section)))
    items = (_item(context, section, statement) for statement in statements)
    return md.blocks(md.heading(3, md.join(*places, title), own, searchable=False), md.bullets(items))


def _item(context: Context, section: Section, statement: Statement) -> md.Markdown:
    """A statement in a line: who through whom, the words in short, the status, the date, the mark.

    Where nobody is named it is the source, which stands in the heading.
    """
    own, *earlier = ({"id": key} for key in (statement.id, *statement.formerly))
    places = [md.inline("span", place, md.EMPTY) for place in earlier]
    first = md.inline("span", {**own, **dict(attributes(section, statement))}, md.EMPTY)
    words = md.text(shortened(context.sources[statement.source], statement))
    line = dotted(
        voice(context, STATEMENTS, statement),
        md.link(words, relative(STATEMENTS, statement_place(statement))),
        status(context, STATEMENTS, statement.certainty),
        date(context, statement.said),
    )
    proof = marks(context, STATEMENTS, [Evidence(statement.source, statement.span)], titled=False)
    return md.join(*places, first, line, md.FIRM_SPACE, proof)


def _row(context: Context, key: str) -> md.Markdown:
    """A source: its title, its outlet and date, how many statements of which status, and the same as a bar."""
    source, words = context.sources[SourceId(key)], context.labels
    meta = source.annotated.document.meta
    page = statements_page(SourceId(key))
    counts = Counter(statement.certainty for statement in context.said_in.get(SourceId(key), ()))
    line = dotted(
        md.strong(md.link(md.name(source.title), relative(STATEMENTS, page))),
        named(context, STATEMENTS, meta.outlet) if meta.outlet else md.EMPTY,
        date(context, meta.published),
        md.text(words.count("page.count.statement", counts.total())),
    )
    return md.blocks(md.paragraph(line), statusbar(counts), md.paragraph(md.text(in_words(words, counts))))
