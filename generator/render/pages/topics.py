"""Topics: the sections of the sources that belong to one, who and what is named in them, and what is said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.address import statements_page
from generator.model.ids import EntityId, Kind, SourceId
from generator.model.lists import ENTITY, HEADED
from generator.render import markdown as md
from generator.render.collation import collation_key
from generator.render.entity.by_source import MOST_LISTED, by_source
from generator.render.evidence import cited
from generator.render.facets import chosen_sources, entry
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.phrases import dotted, named
from generator.render.places import TOPIC_INDEX
from generator.render.sections import section_address, section_title
from generator.render.statement import statements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Sized

    from generator.model.dossier import Entity, Section, Statement
    from generator.model.listed import Found
    from generator.model.page import Page
    from generator.render.context import Context


@dataclass(frozen=True, slots=True)
class _Topic:
    """What belongs to a topic."""

    sections: Found[Section]
    sources: Sequence[SourceId]
    statements: Found[Statement]


def render_topics(context: Context) -> Page:
    """The index of the topics."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(TOPIC_INDEX, words("nav.themen"), words.plain("topics.index_description", title=title))
    topics = [entity for entity in context.dossier.entities if entity.kind is Kind.TOPIC]
    known = {topic.id for topic in topics}
    headed = context.lists.sections.by(HEADED)
    loose = [section for topic in headed if topic not in known for section in headed[topic]]
    if not topics and not loose:
        return frame.fill(context, words.text("topics.empty"))
    lines = md.bullets(_line(context, topic.id) for topic in sorted(topics, key=lambda t: collation_key(t.name)))
    parts = [words.text("topics.index_intro"), lines]
    if loose:
        parts.append(md.heading(2, words.text("topics.without_topic"), "ohne-thema"))
        parts.append(md.bullets(_section(context, TOPIC_INDEX, section) for section in loose))
    return frame.fill(context, *parts)


def render_topic(context: Context, key: str) -> Page:
    """The page of a topic."""
    entity = context.entities[EntityId(key)]
    return _page(context, entity, _topic(context, entity.id))


def _topic(context: Context, identity: EntityId) -> _Topic:
    return _Topic(
        context.sections_on[identity],
        context.tagged.get(identity, ()),
        context.said_on[identity],
    )


def _line(context: Context, identity: EntityId) -> md.Markdown:
    words, topic = context.labels, _topic(context, identity)
    sources = chosen_sources(context, (*topic.sources, *topic.sections.counts))
    return dotted(
        md.join(entry(source=sources), md.strong(named(context, TOPIC_INDEX, identity))),
        md.text(words.count("page.count.section", len(topic.sections))) if topic.sections else md.EMPTY,
        md.text(words.count("page.count.source", len(topic.sources))) if topic.sources else md.EMPTY,
        md.text(words.count("page.count.statement", len(topic.statements))),
    )


def _section(context: Context, page: str, section: Section) -> md.Markdown:
    words, source = context.labels, context.sources[section.source]
    title = md.link(md.name(section_title(context, section)), relative(page, section_address(context, section)))
    where = words.fill("topics.section_in", source=md.link(md.name(source.title), relative(page, source.page)))
    return md.join(title, where, separator=md.SPACE) if context.several else title


def _sections_in(context: Context, key: str) -> md.Markdown:
    """The sections of a source under a topic; `key` names both."""
    topic, _, source = key.partition(" ")
    path = context.pages[EntityId(topic)]
    sections = (section for section in context.sections[SourceId(source)] if section.topic == topic)
    return md.bullets(_section(context, path, section) for section in sections)


def _page(context: Context, entity: Entity, topic: _Topic) -> Page:
    words = context.labels
    path = context.pages[entity.id]
    description = words.plain("topics.description", title=context.dossier.settings.title, topic=entity.name)
    frame = Frame(path, entity.name, description, above=(TOPIC_INDEX, words("nav.themen")))
    sources = (_source(context, path, identity) for identity in topic.sources)
    sections = (context.piece(_sections_in, f"{entity.id} {source}") for source in topic.sections.counts)
    contents = {
        "sections": md.join(*sections, separator=md.LINE),
        "sources": md.bullets(sources),
        "entities": _entities(context, path, context.named_on[entity.id].by(ENTITY)),
        "statements": _statements(context, path, topic),
    }
    summary = entity.summary
    head = cited(context, path, md.name(summary.value), summary.evidence) if summary else md.EMPTY
    note = md.note(entity.note) if entity.note.strip() else md.EMPTY
    return frame.fill(context, head, *(_part(context, key, part) for key, part in contents.items() if part), note)


def _statements(context: Context, page: str, topic: _Topic) -> md.Markdown:
    """What is said; where that is too much, how much of it in each source."""
    if not topic.statements:
        return context.labels.text("topics.statements_empty")
    if len(topic.statements) > MOST_LISTED:
        return by_source(context, page, topic.statements.counts, "count.statement", statements_page)
    return statements(context, page, topic.statements)


def _part(context: Context, key: str, content: md.Markdown) -> md.Markdown:
    return md.blocks(md.heading(2, context.labels.text(f"topics.{key}"), f"thema-{key}"), content)


def _source(context: Context, page: str, identity: SourceId) -> md.Markdown:
    source = context.sources[identity]
    return md.link(md.name(source.title), relative(page, source.page))


def _entities(context: Context, page: str, mentions: Mapping[str, Sized]) -> md.Markdown:
    """Who and what is named in the sections, by kind, the most often named first."""
    words = context.labels
    by_kind: dict[Kind, list[EntityId]] = {}
    named_ones = {EntityId(key): len(found) for key, found in mentions.items()}
    often = sorted(named_ones, key=lambda e: (-named_ones[e], collation_key(context.called[e].name)))
    for identity in often:
        by_kind.setdefault(context.called[identity].kind, []).append(identity)
    return md.bullets(
        md.explained(
            md.strong(words.text(f"topics.kinds.{kind}")),
            md.sequence(named(context, page, identity) for identity in by_kind[kind]),
        )
        for kind in Kind
        if kind in by_kind
    )
