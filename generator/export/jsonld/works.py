"""The sources and what is said in them: articles, quotations, claims, disputes, events.

Nothing that the dossier has not found asserted becomes a fact of the graph: a statement is a `Claim` with its creator
and the works it appears in, whatever its certainty, an uncertain event is a `Claim` too, and nothing is ever rated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.dates import iso_date, iso_period
from generator.export.jsonld.entities import PARTIES
from generator.export.jsonld.node import Node, node, reference
from generator.export.text import plain, web_address
from generator.model.address import (
    METHOD,
    certainty_place,
    dispute_page,
    event_place,
    quotation_place,
    source_page,
    statement_place,
)
from generator.model.edtf import Interval, parse
from generator.model.ids import Certainty, Kind, QuotationType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.export.view import View
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dispute, EntityQuotation, Event, Speaker, Statement
    from generator.model.ids import Edtf, EntityId, SourceId

_AREAS = frozenset({Kind.PLACE, Kind.STATE})


def source_nodes(view: View) -> Iterator[Node]:
    """Articles, quotations and statements, in the order of the dossier.

    Words that may not be shown have no place on the site, and so no node.
    """
    dossier = view.dossier
    mentioned: dict[SourceId, dict[EntityId, None]] = {source.document.id: {} for source in dossier.sources}
    for mention in dossier.mentions:
        mentioned[mention.source].setdefault(mention.entity)
    yield from (_article(view, source, mentioned[source.document.id]) for source in dossier.sources)
    for quotation in dossier.quotations:
        text = view.words(quotation.source, quotation.span)
        if text and quotation.type is QuotationType.DIRECT:
            yield _quotation(view, quotation, text)
    for statement in dossier.statements:
        text = view.words(statement.source, statement.span)
        if text:
            yield _statement(view, statement, text)


def dispute_nodes(view: View) -> Iterator[Node]:
    """Disputes, with the statements of their sides."""
    return (_dispute(view, dispute) for dispute in view.dossier.disputes)


def event_nodes(view: View) -> Iterator[Node]:
    """Events; an uncertain one is a claim."""
    return (_event(view, event) for event in view.dossier.events)


def status_nodes(view: View) -> Iterator[Node]:
    """The status words."""
    return (_status(view, certainty) for certainty in Certainty)


def _article(view: View, source: AnnotatedDocument, mentioned: Iterable[EntityId]) -> Node:
    meta = source.document.meta
    address = view.url(source_page(source.document.id))
    return node(
        "NewsArticle",
        address,
        headline=plain(source.title),
        url=web_address(meta.url) or address,
        datePublished=iso_date(meta.published),
        inLanguage=meta.language,
        author=[node("Person", name=plain(author)) for author in meta.authors],
        publisher=_one(view, meta.outlet),
        sourceOrganization=_parties(view, meta.agencies),
        mentions=_all(view, mentioned),
    )


def _quotation(view: View, quotation: EntityQuotation, text: str) -> Node:
    address = view.url(quotation_place(quotation))
    return node(
        "Quotation",
        address,
        text=text,
        url=address,
        inLanguage=_language(view, quotation.source),
        spokenByCharacter=_parties(view, _entities(quotation.speakers)),
        creditText=_names(quotation.speakers),
        isPartOf=_appearances(view, [quotation.source], quotation.outlet),
    )


def _statement(view: View, statement: Statement, text: str) -> Node:
    question = statement.certainty is Certainty.QUESTION
    address = view.url(statement_place(statement))
    appearances = _appearances(view, [statement.source], statement.outlet)
    return node(
        "Question" if question else "Claim",
        address,
        text=text,
        inLanguage=_language(view, statement.source),
        creator=_creators(view, statement),
        creditText=_names(statement.holders),
        **{"isPartOf" if question else "appearance": appearances},
        about=_all(view, statement.about),
        dateCreated=iso_date(statement.said),
        temporalCoverage=[period for edtf in statement.speaks_of if (period := iso_period(edtf))],
        keywords=reference(view.url(certainty_place(statement.certainty))),
    )


def _creators(view: View, statement: Statement) -> list[Node]:
    """Who says it; the article's own words are its publisher's."""
    if statement.holders:
        return _parties(view, _entities(statement.holders))
    outlet = view.sources[statement.source].annotated.document.meta.outlet
    return _parties(view, [outlet] if outlet else [])


def _dispute(view: View, dispute: Dispute) -> Node:
    address = view.url(dispute_page(dispute))
    said = dict.fromkeys(key for side in dispute.sides for key in side.statements)
    found = filter(None, map(view.statement, said))
    parts = [reference(view.url(statement_place(statement))) for statement in found]
    return node("Collection", address, name=plain(dispute.title), hasPart=parts)


def _event(view: View, event: Event) -> Node:
    address = view.url(event_place(event))
    involved = [*event.participants, *([event.location] if event.location else [])]
    if event.certainty is not Certainty.ASSERTED:
        sources = dict.fromkeys(piece.source for piece in event.evidence)
        return node(
            "Claim",
            address,
            name=plain(event.title),
            appearance=_appearances(view, sources, None),
            about=_all(view, involved),
            temporalCoverage=iso_period(event.edtf) if event.edtf else None,
            keywords=reference(view.url(certainty_place(event.certainty))),
        )
    start, end = _ends(event.edtf)
    at_area = event.location is not None and view.kind(event.location) in _AREAS
    return node(
        "Event",
        address,
        name=plain(event.title),
        startDate=start,
        endDate=end,
        location=_one(view, event.location) if at_area else None,
        about=_all(view, event.participants if at_area else involved),
    )


def _status(view: View, certainty: Certainty) -> Node:
    return node(
        "DefinedTerm",
        view.url(certainty_place(certainty)),
        name=certainty.value,
        termCode=certainty.value,
        inDefinedTermSet=view.url(METHOD),
    )


def _ends(edtf: Edtf | None) -> tuple[str | None, str | None]:
    """The start and the end of an event, as far as they are plain dates."""
    if edtf is None:
        return None, None
    when = parse(edtf)
    period = iso_period(edtf)
    if not isinstance(when, Interval) or period is None:
        return iso_date(edtf), None
    start, _, end = period.partition("/")
    return (None if start == ".." else start), (None if end == ".." else end)


def _appearances(view: View, sources: Iterable[SourceId], outlet: Speaker | None) -> list[Node]:
    """The articles, and the work of the outlet through which the words reached them."""
    works = [reference(view.url(source_page(source))) for source in sources]
    through = _parties(view, _entities([outlet])) if outlet else []
    return [*works, *(node("CreativeWork", publisher=party) for party in through)]


def _entities(speakers: Iterable[Speaker]) -> list[EntityId]:
    return [speaker.entity for speaker in speakers if speaker.entity]


def _names(speakers: Iterable[Speaker]) -> str | None:
    """Speakers whom the source names and the dossier does not know."""
    return ", ".join(plain(speaker.name) for speaker in speakers if not speaker.entity) or None


def _language(view: View, source: SourceId) -> str:
    return view.sources[source].annotated.document.meta.language


def _one(view: View, entity: EntityId | None) -> Node | None:
    return reference(view.entity_url(entity)) if entity else None


def _all(view: View, entities: Iterable[EntityId]) -> list[Node]:
    return [reference(view.entity_url(entity)) for entity in dict.fromkeys(entities)]


def _parties(view: View, entities: Iterable[EntityId]) -> list[Node]:
    return _all(view, (e for e in entities if view.kind(e) in PARTIES))
