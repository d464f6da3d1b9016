"""All statements of the sources in their order, each with a permanent place of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import slug
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.phrases import dotted, named
from generator.render.places import STATEMENTS
from generator.render.sections import section_address, section_title, statements_of_sections
from generator.render.statement import statement as told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Section, Statement
    from generator.model.page import Page
    from generator.render.context import Context, Source


def render_claims(context: Context) -> Page:
    """One page: sources, their sections, their statements."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(STATEMENTS, words("page.statements"), words.plain("claims.description", title=title))
    if not context.dossier.statements:
        return frame.fill(context, words.text("claims.empty"))
    found = statements_of_sections(context)
    parts = [_source(context, source, found) for source in context.sources.values()]
    hidden = len(context.dossier.statements) - sum(map(context.shows, context.dossier.statements))
    count = words.count("page.count.statement", hidden)
    rest = words.text("claims.hidden", count=count) if hidden else md.EMPTY
    return frame.fill(context, words.text("claims.intro"), *parts, rest)


def _source(context: Context, source: Source, found: dict[Section, list[Statement]]) -> md.Markdown:
    identity = source.annotated.document.id
    sections = [_section(context, section, found[section]) for section in context.sections.get(identity, ())]
    if not any(sections):
        return md.EMPTY
    heading = md.heading(
        2, md.link(md.name(source.title), relative(STATEMENTS, source.page)), f"quelle-{slug(identity)}"
    )
    return md.blocks(heading, *sections)


def _section(context: Context, section: Section, statements: list[Statement]) -> md.Markdown:
    if not statements:
        return md.EMPTY
    address = section_address(context, section)
    anchor = f"{slug(section.source)}-{address.partition('#')[2] or 'anfang'}"
    title = md.link(md.name(section_title(context, section)), relative(STATEMENTS, address))
    items = (_item(context, section, statement) for statement in statements)
    return md.blocks(md.heading(3, title, f"aus-{anchor}"), md.bullets(items))


def _item(context: Context, section: Section, statement: Statement) -> md.Markdown:
    place = md.inline("span", dict(_attributes(section, statement)), md.EMPTY)
    return md.blocks(md.join(place, told(context, STATEMENTS, statement)), dotted(*_details(context, statement)))


def _attributes(section: Section, statement: Statement) -> Iterator[tuple[str, str]]:
    """What a reader may want to filter by."""
    yield "id", statement.id
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


def _details(context: Context, statement: Statement) -> Iterator[md.Markdown]:
    words = context.labels
    if statement.speaks_of:
        dates = "; ".join(phrase(edtf, words.language) for edtf in statement.speaks_of)
        yield words.text("claims.speaks_of", dates=dates)
    if statement.about:
        names = md.sequence(named(context, STATEMENTS, entity) for entity in statement.about)
        yield words.fill("claims.about", names=names)
