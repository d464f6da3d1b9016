"""Which section of a source something stands in, and how to get there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.render.lookup import place

if TYPE_CHECKING:
    from generator.model.dossier import Section, Statement
    from generator.model.ids import SourceId
    from generator.model.span import Span
    from generator.render.context import Context
    from generator.render.source import Source


def heading_anchor(source: Source, number: int) -> str:
    """The anchor of the heading whose sentence is `number`: like that of the sentence it depends on the words alone."""
    return source.anchors[number].replace("s-", "abschnitt-", 1)


def section_anchor(context: Context, section: Section) -> str:
    """The anchor of a section on any page about its source: that of its heading, `anfang` for what stands before."""
    return section_address(context, section).partition("#")[2] or "anfang"


def section_address(context: Context, section: Section) -> str:
    """The heading of a section on the page of its source."""
    source = context.sources[section.source]
    numbers = source.sentences(section.heading) if section.heading else None
    return f"{source.page}#{heading_anchor(source, numbers[0])}" if numbers else source.page


def section_title(context: Context, section: Section) -> str:
    """The words of its heading, as plain text."""
    if section.heading is None:
        return context.labels("page.before_heading")
    return " ".join(context.sources[section.source].words[place(section.heading)].split())


def section_at(context: Context, source: SourceId, span: Span) -> Section | None:
    """The section that `span` starts in."""
    sections = context.sections.get(source, ())
    place = bisect_right(sections, span.start, key=lambda section: section.span.start) - 1
    return sections[place] if place >= 0 else None


def statements_of_sections(context: Context, source: SourceId) -> dict[Section, list[Statement]]:
    """The statements of each section of a source that may be shown, in the order of the text."""
    found: dict[Section, list[Statement]] = {section: [] for section in context.sections.get(source, ())}
    for statement in context.said_in.get(source, ()):
        section = section_at(context, source, statement.span)
        if section and context.shows(statement):
            found[section].append(statement)
    return found
