"""The statements of one source in full: the permanent place of each, with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import statements_page
from generator.model.ids import SourceId
from generator.render import markdown as md
from generator.render.cite import cite
from generator.render.dates import phrase
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.phrases import dotted, named
from generator.render.places import STATEMENTS
from generator.render.sections import section_address, section_anchor, section_title, statements_of_sections
from generator.render.statement import statement as told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Section, Statement
    from generator.model.page import Page
    from generator.render.context import Context
    from generator.render.source import Source

    Found = dict[Section, list[Statement]]


def render_told(context: Context, key: str) -> Page:
    """The page of a source, whether it says something or not: its address is permanent too."""
    source = SourceId(key)
    hidden = sum(not context.shows(statement) for statement in context.said_in.get(source, ()))
    return _page(context, context.sources[source], statements_of_sections(context, source), hidden)


def told_title(context: Context, source: Source) -> str:
    """What the page is called: „Aussagen in: Putin reist …“."""
    return context.labels.plain("claims.of", title=source.title)


def attributes(section: Section, statement: Statement) -> Iterator[tuple[str, str]]:
    """What a reader may want to filter by."""
    yield "class", "aussage"
    yield "data-certainty", statement.certainty
    yield "data-source", statement.source
    if statement.type:
        yield "data-type", statement.type
    speakers = " ".join(holder.entity for holder in statement.holders if holder.entity)
    if speakers:
        yield "data-speaker", speakers
    if statement.outlet and statement.outlet.entity:
        yield "data-outlet", statement.outlet.entity
    if section.topic:
        yield "data-topic", section.topic


def _page(context: Context, source: Source, found: Found, hidden: int) -> Page:
    words = context.labels
    document = source.annotated.document
    page = statements_page(document.id)
    frame = Frame(
        page,
        told_title(context, source),
        words.plain("claims.of_description", title=source.title),
        above=(STATEMENTS, words("page.statements")),
    )
    sections = [_section(context, page, s, found[s]) for s in context.sections.get(document.id, ())]
    title = md.link(md.name(source.title), relative(page, source.page))
    intro = words.fill("claims.of_intro", source=title) if any(sections) else words.text("claims.of_empty")
    count = words.count("page.count.statement", hidden)
    rest = words.text("claims.hidden", count=count) if hidden else md.EMPTY
    return frame.fill(context, md.paragraph(intro), *sections, rest)


def _section(context: Context, page: str, section: Section, statements: list[Statement]) -> md.Markdown:
    if not statements:
        return md.EMPTY
    title = md.link(md.name(section_title(context, section)), relative(page, section_address(context, section)))
    heading = md.heading(2, title, section_anchor(context, section))
    return md.blocks(heading, *(_statement(context, page, section, item) for item in statements))


def _statement(context: Context, page: str, section: Section, statement: Statement) -> md.Markdown:
    """One statement: its origin, its words, what it names, how to cite it."""
    earlier = [md.inline("span", {"id": key}, md.EMPTY) for key in statement.formerly]
    content = md.blocks(
        md.join(*earlier, told(context, page, statement)),
        md.paragraph(dotted(*_details(context, page, statement))),
        _citation(context, statement),
    )
    return md.container("div", {"id": statement.id, **dict(attributes(section, statement))}, content)


def _details(context: Context, page: str, statement: Statement) -> Iterator[md.Markdown]:
    words = context.labels
    if statement.speaks_of:
        dates = "; ".join(phrase(edtf, words.language) for edtf in statement.speaks_of)
        yield words.text("claims.speaks_of", dates=dates)
    if statement.about:
        names = md.sequence(named(context, page, entity) for entity in statement.about)
        yield words.fill("claims.about", names=names)


def _citation(context: Context, statement: Statement) -> md.Markdown:
    """The citation to copy and the address, folded away; the search leaves it out: the words stand above it."""
    words = context.labels
    place = md.link(words.text("claims.address"), f"#{statement.id}")
    content = md.blocks(md.paragraph(md.text(cite(context, statement))), md.paragraph(place))
    return md.details(words.text("claims.cite"), content, css="zitieren", searchable=False)
