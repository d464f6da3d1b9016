"""„Erwähnungen“: every sentence that names an entity, by source and section, with the reading of metonyms."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from generator.model.address import source_page
from generator.model.dossier import Evidence
from generator.model.span import Span
from generator.render import markdown as md
from generator.render.entity.by_source import MOST_LISTED, by_source
from generator.render.evidence import cited
from generator.render.links import relative
from generator.render.lookup import place
from generator.render.phrases import date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.dossier import Entity, EntityMention
    from generator.model.ids import SourceId
    from generator.render.context import Context


def mentions(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the sentences; those that may not be shown are counted, and all of them where there are too many."""
    found = context.mentions[entity.id]
    if len(found) > MOST_LISTED:
        return by_source(context, page, found.counts, "count.mention", source_page)
    groups = groupby(found, key=lambda mention: mention.source)
    return md.blocks(*(_of_source(context, page, entity, source, list(group)) for source, group in groups))


def _of_source(
    context: Context, page: str, entity: Entity, key: SourceId, found: Sequence[EntityMention]
) -> md.Markdown:
    source = context.sources[key]
    shown = [mention for mention in found if source.shows(mention.sentence)]
    hidden = context.labels.count("count.mention", len(found) - len(shown))
    title = md.link(md.name(source.title), relative(page, source.page))
    when = md.bracketed(date(context, source.published)) if source.published else md.EMPTY
    sections = groupby(shown, key=lambda mention: _heading(context, mention))
    return md.blocks(
        md.heading(3, md.join(title, when), f"in-{key}", searchable=False) if context.several else md.EMPTY,
        *(_of_section(context, page, entity, heading, list(group)) for heading, group in sections),
        context.labels.text("text.hidden_mentions", count=hidden) if len(found) > len(shown) else md.EMPTY,
    )


def _heading(context: Context, mention: EntityMention) -> Span | None:
    """Find the heading over a mention."""
    sections = context.sections.get(mention.source, ())
    place = bisect_right(sections, mention.span.start, key=lambda section: section.span.start) - 1
    return sections[place].heading if place >= 0 else None


def _of_section(
    context: Context, page: str, entity: Entity, heading: Span | None, found: Sequence[EntityMention]
) -> md.Markdown:
    by_sentence = groupby(found, key=lambda mention: mention.sentence)
    items = md.bullets(_sentence(context, page, entity, list(group)) for _, group in by_sentence)
    if heading is None:
        return items
    words = context.sources[found[0].source].words[place(heading)]
    return md.blocks(md.paragraph(md.emphasis(md.text(words))), items)


def _sentence(context: Context, page: str, entity: Entity, found: Sequence[EntityMention]) -> md.Markdown:
    sentence = found[0].sentence
    words = context.sources[found[0].source].words[place(sentence)]
    marked = _with_names_marked(words, [_within(sentence, mention.span) for mention in found])
    reading = context.labels.text("text.metonym_reading", name=entity.name)
    note = md.bracketed(reading) if any(mention.metonym for mention in found) else md.EMPTY
    return cited(context, page, md.join(marked, note), [Evidence(found[0].source, found[0].span)])


def _within(sentence: Span, name: Span) -> Span:
    """Where `name` stands in the words of the sentence."""
    return Span(name.start - sentence.start, name.end - sentence.start)


def _with_names_marked(text: str, names: Sequence[Span]) -> md.Markdown:
    parts: list[md.Markdown] = []
    reached = 0
    for name in names:
        if name.start >= reached and name.end <= len(text):
            before = text[reached : name.start]
            parts += [md.continued(before) if parts else md.text(before), md.strong(md.text(name.of(text)))]
            reached = name.end
    rest = text[reached:]
    return md.join(*parts, md.continued(rest) if parts else md.text(rest))
