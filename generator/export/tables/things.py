"""The tables of what the dossier is about: sources, entities with their names and facts, events, relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.tables.columns import (
    CERTAINTY,
    EVIDENCE,
    FORMERLY,
    HOLDERS,
    ORIGIN,
    RULE,
    SEMICOLON,
    SPACE,
    URL,
    edtf,
    refs,
)
from generator.export.tables.table import Cell, Column, Table
from generator.export.text import web_address
from generator.model.address import event_place, source_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.view import View


def _sources(view: View) -> Iterator[tuple[Cell, ...]]:
    for source in view.dossier.sources:
        document, meta = source.document, source.document.meta
        yield (
            document.id,
            source.title,
            meta.published,
            meta.accessed,
            meta.outlet,
            meta.agencies,
            meta.authors,
            web_address(meta.url),
            meta.language,
            meta.rights,
            document.path,
            document.sha256,
            view.url(source_page(document.id)),
            meta.formerly,
        )


def _entities(view: View) -> Iterator[tuple[Cell, ...]]:
    for entity in view.dossier.entities:
        summary = entity.summary.value if entity.summary else None
        known = (entity.actor, entity.expert, entity.status, filter(None, map(web_address, entity.same_as)))
        yield entity.id, entity.kind, entity.name, summary, *known, view.entity_url(entity.id), entity.formerly


def _names(view: View) -> Iterator[tuple[Cell, ...]]:
    for entity in view.dossier.entities:
        yield entity.id, entity.name, "name"
        yield from ((entity.id, alias.text, alias.kind) for alias in entity.aliases)


def _facts(view: View) -> Iterator[tuple[Cell, ...]]:
    for entity in view.dossier.entities:
        for fact in (entity.summary, *entity.facts):
            if fact:
                url = web_address(fact.citation.url) if fact.citation else None
                shown = (fact.property, fact.value, fact.entity, fact.date, fact.certainty, fact.origin)
                yield entity.id, *shown, refs(fact.evidence), url


def _events(view: View) -> Iterator[tuple[Cell, ...]]:
    for event in view.dossier.events:
        shown = (event.title, event.edtf, event.certainty, event.origin, event.participants, event.location)
        yield event.id, *shown, refs(event.evidence), view.url(event_place(event)), event.rule, event.formerly


def _relations(view: View) -> Iterator[tuple[Cell, ...]]:
    for r in view.dossier.relations:
        ends = (r.subject, r.object, r.item)
        yield r.id, r.type, *ends, r.certainty, r.origin, r.holders, refs(r.evidence), r.rule


SOURCES = Table(
    "sources",
    "the articles",
    (
        Column("id", "id of the source"),
        Column("title", "headline"),
        edtf("published", "when it was published"),
        edtf("accessed", "when it was read"),
        Column("outlet", "id of the outlet that published it"),
        Column("agencies", "ids of the agencies it draws on", separator=SPACE),
        Column("authors", "those who wrote it", separator=SEMICOLON),
        Column("address", "where it was published", "anyURI"),
        Column("language", "language of the text, as BCP 47", "language"),
        Column("rights", "full: the dossier may show the whole text; excerpts: only what serves as evidence"),
        Column("path", "the file in the project"),
        Column("sha256", "SHA-256 of the file's bytes, in hex"),
        URL,
        FORMERLY,
    ),
    (_sources,),
)
ENTITIES = Table(
    "entities",
    "everybody and everything with a name",
    (
        Column("id", "permanent id"),
        Column("kind", "person, state, organisation, outlet, place, weapon, event, topic or document"),
        Column("name", "canonical name"),
        Column("summary", "one line that says what it is, in the words of the sources"),
        Column("actor", "whether it acts in the matter", "boolean"),
        Column("expert", "whether it is a person whose assessment is quoted", "boolean"),
        Column("status", "reviewed by a person, or a draft of the rules"),
        Column("same_as", "the same in other collections", "anyURI", SPACE),
        URL,
        FORMERLY,
    ),
    (_entities,),
)
NAMES = Table(
    "names",
    "under which names an entity is known",
    (
        Column("entity", "id of the entity"),
        Column("text", "the name"),
        Column("kind", "name (the canonical one), short, spelling, misprint, metonym, abbreviation or description"),
    ),
    (_names,),
)
FACTS = Table(
    "facts",
    "values of properties of entities",
    (
        Column("entity", "id of the entity"),
        Column("property", "what the value is to the entity"),
        Column("value", "the value, in words"),
        Column("value_entity", "id of the entity that the value names"),
        edtf("date", "when it holds or held"),
        CERTAINTY,
        ORIGIN,
        EVIDENCE,
        Column("citation", "what an external value rests on instead of evidence", "anyURI"),
    ),
    (_facts,),
)
EVENTS = Table(
    "events",
    "what happened, is planned or is claimed",
    (
        Column("id", "permanent id"),
        Column("title", "what it is"),
        edtf("date", "when; empty: no source says"),
        CERTAINTY,
        ORIGIN,
        Column("participants", "ids of those who take part", separator=SPACE),
        Column("location", "id of the place"),
        EVIDENCE,
        URL,
        RULE,
        FORMERLY,
    ),
    (_events,),
)
RELATIONS = Table(
    "relations",
    "typed, directed relations: subject … object",
    (
        Column("id", "id, which depends on the other columns"),
        Column(
            "type", "what the subject is to the object or does to it; `supplies` alone is no delivery: see certainty"
        ),
        Column("subject", "id of the entity it starts from"),
        Column("object", "id of the entity it leads to"),
        Column("item", "id of what is supplied"),
        CERTAINTY,
        ORIGIN,
        HOLDERS,
        EVIDENCE,
        RULE,
    ),
    (_relations,),
)
