"""The page of an entity: the same sections in the same order for every kind, the empty ones left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import EntityId, Status
from generator.model.page import Page
from generator.render import markdown as md
from generator.render.entity.anchors import ANCHORS
from generator.render.entity.chronicle import chronicle
from generator.render.entity.disputes import disputes
from generator.render.entity.external import external
from generator.render.entity.mentions import mentions
from generator.render.entity.names import names
from generator.render.entity.overview import overview
from generator.render.entity.relations import relations
from generator.render.entity.search_words import search_labels, search_words
from generator.render.entity.statements import statement_sections
from generator.render.evidence import cited
from generator.render.frontmatter import FrontMatter
from generator.render.links import relative
from generator.render.phrases import called, dotted, draft, kind_of, section_of
from generator.render.statusbar import by_status, counted

if TYPE_CHECKING:
    from generator.model.dossier import Entity, Statement
    from generator.model.listed import Found
    from generator.render.context import Context

BOOST = 2
"""A page about a thing should be found before the pages that name it."""


def render_entity(context: Context, key: str) -> Page:
    """Make the page of an entity."""
    entity = context.entities[EntityId(key)]
    path = context.pages[entity.id]
    parts = [
        _breadcrumb(context, path, entity),
        md.heading(1, called(entity)),
        _head(context, path, entity),
        by_status(context.labels, counted(_told(context, entity))),
        *_sections(context, path, entity),
        md.RULE,
        _way_on(context, path, entity),
    ]
    return Page(path, md.document(str(_front_matter(context, entity)), *parts))


def _front_matter(context: Context, entity: Entity) -> FrontMatter:
    return FrontMatter(
        title=entity.name,
        description=_description(context, entity),
        tags=(kind_of(context, entity),),
        search_labels=search_labels(context, entity),
        search_words=search_words(context, entity),
        boost=BOOST,
        kind="expert" if entity.expert else entity.kind,
        summary=entity.summary.value if entity.summary else "",
        reviewed=entity.status is not Status.DRAFT,
    )


def _description(context: Context, entity: Entity) -> str:
    labels = context.labels
    said = context.held[entity.id] or context.passed_on[entity.id] or context.about[entity.id]
    counts = {"mention": len(context.mentions[entity.id]), "statement": len(said)}
    counted = ", ".join(labels.count(f"count.{key}", number) for key, number in counts.items() if number)
    what = entity.summary.value if entity.summary else kind_of(context, entity)
    return labels.plain(
        "description.entity" if counted else "description.bare_entity", name=entity.name, what=what, counts=counted
    )


def _breadcrumb(context: Context, path: str, entity: Entity) -> md.Markdown:
    section = section_of(entity)
    home = md.link(context.labels.text("nav.home"), relative(path, "index.md"))
    index = md.link(context.labels.text(f"nav.{section}"), relative(path, f"{section}/index.md"))
    return md.join(home, index, called(entity), separator=md.text(" › "))


def _head(context: Context, path: str, entity: Entity) -> md.Markdown:
    summary = entity.summary
    line = cited(context, path, md.name(summary.value), summary.evidence) if summary else md.EMPTY
    return md.paragraph(dotted(md.strong(md.text(kind_of(context, entity))), line, draft(context, path, entity)))


def _told(context: Context, entity: Entity) -> Found[Statement]:
    """What it says and what is said of it."""
    return context.held[entity.id] | context.about[entity.id]


def _sections(context: Context, path: str, entity: Entity) -> list[md.Markdown]:
    intro = md.emphasis(context.labels.text("text.notes_intro"))
    notes = md.blocks(md.paragraph(intro), md.note(entity.note)) if entity.note.strip() else md.EMPTY
    contents = {
        "overview": overview(context, path, entity),
        "statements": statement_sections(context, path, entity),
        "disputes": disputes(context, path, entity),
        "relations": relations(context, path, entity),
        "chronicle": chronicle(context, path, entity),
        "mentions": mentions(context, path, entity),
        "names": names(context, path, entity),
        "notes": notes,
        "external": external(context, path, entity),
    }
    return [_section(context, key, content) for key, content in contents.items() if content]


def _section(context: Context, key: str, content: md.Markdown) -> md.Markdown:
    """Put a heading over the content; lists of sentences would drown the search and are left out of it."""
    title = context.labels.text(f"section.{key}")
    heading = md.heading(2, title, ANCHORS[key], searchable=key != "mentions")
    return md.blocks(heading, content)


def _way_on(context: Context, path: str, entity: Entity) -> md.Markdown:
    before, behind = context.neighbours[entity.id]
    section = section_of(entity)
    back = md.join(md.text("← "), _to(context, path, before)) if before else md.EMPTY
    on = md.join(_to(context, path, behind), md.text(" →")) if behind else md.EMPTY
    up = md.link(context.labels.text(f"all.{section}"), relative(path, f"{section}/index.md"))
    return md.paragraph(dotted(back, up, on))


def _to(context: Context, path: str, other: EntityId) -> md.Markdown:
    return md.link(called(context.called[other]), relative(path, context.pages[other]))
