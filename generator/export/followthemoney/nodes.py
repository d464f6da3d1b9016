"""Who is involved, events, sources and mentions as entities of the FollowTheMoney model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.export.dates import iso_date
from generator.export.followthemoney.values import (
    SCHEMATA,
    STRONG,
    as_put,
    country,
    document_id,
    ftm_entity,
    is_party,
    proof,
    when,
)
from generator.export.text import plain, web_address
from generator.export.view import asserts
from generator.model.address import digest, event_place, source_page
from generator.model.ids import AliasKind, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.followthemoney.values import Json
    from generator.export.view import View
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Entity, Event

_POSITIONS = frozenset({"role", "function"})
_LANGUAGES = {"de": "deu", "en": "eng"}
_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:wiki|entity)/(Q[1-9][0-9]*)")


def parties(view: View) -> Iterator[Json]:
    """Persons, states, organisations and outlets."""
    return (_party(view, entity) for entity in view.dossier.entities if entity.kind in SCHEMATA)


def events(view: View) -> Iterator[Json]:
    """What happened, is planned or is claimed."""
    return (_event(view, event) for event in view.dossier.events)


def articles(view: View) -> Iterator[Json]:
    """The sources."""
    return (_article(view, source) for source in view.dossier.sources)


def mentions(view: View) -> Iterator[Json]:
    """Each name under which a source mentions a party, once a source."""
    found = dict.fromkeys(
        (m.source, m.entity, plain(m.span.of(view.sources[m.source].annotated.document.text)))
        for m in view.dossier.mentions
        if is_party(view, m.entity)
    )
    for source, entity, surface in found:
        yield ftm_entity(
            f"mention.{digest(source, entity, surface)}",
            "Mention",
            document=[document_id(source)],
            resolved=[entity],
            name=[surface],
            detectedSchema=[SCHEMATA[view.kind(entity)]],
        )


def _party(view: View, entity: Entity) -> Json:
    stands = [fact for fact in entity.facts if asserts(fact)]
    of_states = [fact.entity for fact in stands if fact.property == "state" and fact.entity]
    states = [entity.id] if entity.kind is Kind.STATE else of_states
    return ftm_entity(
        entity.id,
        SCHEMATA[entity.kind],
        name=[entity.name],
        alias=[alias.text for alias in entity.aliases if alias.kind in STRONG],
        weakAlias=[alias.text for alias in entity.aliases if alias.kind is AliasKind.SHORT],
        summary=[entity.summary.value] if entity.summary and asserts(entity.summary) else [],
        position=[f.value for f in stands if f.property in _POSITIONS] if entity.kind is Kind.PERSON else [],
        country=[country(view.entities[state]) for state in states],
        sourceUrl=[view.entity_url(entity.id)],
        wikidataId=[found[1] for address in entity.same_as if (found := _WIKIDATA.fullmatch(address))],
    )


def _event(view: View, event: Event) -> Json:
    return ftm_entity(
        f"event.{event.id}",
        "Event",
        name=[as_put(event.title, event.certainty)],
        **when(event.edtf),
        location=[view.name(event.location)],
        involved=[entity for entity in event.participants if is_party(view, entity)],
        sourceUrl=[view.url(event_place(event))],
        proof=proof(event.evidence),
    )


def _article(view: View, source: AnnotatedDocument) -> Json:
    document, meta = source.document, source.document.meta
    return ftm_entity(
        document_id(document.id),
        "Article",
        fileName=[document.path.rpartition("/")[2]],
        title=[source.title],
        author=meta.authors,
        publisher=[view.name(meta.outlet)],
        publishedAt=[iso_date(meta.published)],
        retrievedAt=[iso_date(meta.accessed)],
        language=[_LANGUAGES.get(meta.language)],
        sourceUrl=[web_address(meta.url) or view.url(source_page(document.id))],
    )
