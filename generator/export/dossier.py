"""`docs/daten/dossier.json`: the whole dossier for other programs (design/contract.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.export.json import SCHEMA_VERSION, dump_records, lines, span
from generator.export.offsets import in_file
from generator.export.pieces import collected
from generator.export.view import view as look_up
from generator.model.address import entity_page
from generator.model.page import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.export.pieces import Parts, Pieces
    from generator.export.view import View
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import (
        Dispute,
        Dossier,
        Entity,
        EntityMention,
        EntityQuotation,
        Event,
        Evidence,
        Fact,
        Relation,
        Side,
        Speaker,
        Statement,
        Unresolved,
    )
    from generator.model.page import Bytes

Json = dict[str, Any]


def dossier_json(dossier: Dossier) -> str:
    """The dossier as the JSON of dossier.schema.json, ending in a line feed."""
    return whole(written(dossier, collected([parts(look_up(dossier))])))


def written(dossier: Dossier, pieces: Pieces) -> Sequence[Bytes]:
    """As `dossier_json`, put together from pieces."""
    head = {"schema_version": SCHEMA_VERSION, "title": dossier.settings.title, "language": dossier.settings.language}
    return dump_records(head, {name: pieces.get(f"dossier.json {name}", ()) for name in _LISTS})


def parts(view: View) -> Parts:
    """What the nouns of `view` add to each list."""
    found = {name: in_file(list(listed(view.dossier)), view.composed) for name, listed in _LISTS.items()}
    return {f"dossier.json {name}": lines(records) for name, records in found.items()}


def _dates(dossier: Dossier) -> Iterator[Json]:
    for source in dossier.sources:
        here = source.document.id
        yield from ({"source": here, **span(date.span), "edtf": date.edtf} for date in source.dates)


def _source(source: AnnotatedDocument) -> Json:
    document = source.document
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.meta.title,
        "published": document.meta.published,
        "outlet": document.meta.outlet,
        "agencies": list(document.meta.agencies),
        "rights": document.meta.rights,
        "formerly": list(document.meta.formerly),
        "blocks": [{"kind": block.kind, **span(block.span)} for block in source.parse.blocks],
    }


def _entity(entity: Entity) -> Json:
    facts = (entity.summary, *entity.facts)
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": [alias.text for alias in entity.aliases],
        "actor": entity.actor,
        "expert": entity.expert,
        "status": entity.status,
        "page": entity_page(entity),
        "same_as": list(entity.same_as),
        "formerly": list(entity.formerly),
        "facts": [_fact(fact) for fact in facts if fact],
    }


def _fact(fact: Fact) -> Json:
    return {
        "property": fact.property,
        "value": fact.value,
        "certainty": fact.certainty,
        "origin": fact.origin,
        "evidence": [_ref(evidence) for evidence in fact.evidence],
    }


def _mention(mention: EntityMention) -> Json:
    return {"entity": mention.entity, "source": mention.source, **span(mention.span), "metonym": mention.metonym}


def _quotation(quotation: EntityQuotation) -> Json:
    return {
        "id": quotation.id,
        "type": quotation.type,
        "speaker": quotation.speakers[0].entity if quotation.speakers else None,
        "speakers": [_speaker(speaker) for speaker in quotation.speakers],
        "outlet": quotation.outlet.entity if quotation.outlet else None,
        "source": quotation.source,
        **span(quotation.span),
        "formerly": list(quotation.formerly),
    }


def _speaker(speaker: Speaker) -> Json:
    return {"entity": speaker.entity, "name": speaker.name}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "source": statement.source,
        **span(statement.span),
        "certainty": statement.certainty,
        "triggers": [span(trigger) for trigger in statement.triggers],
        "about": list(statement.about),
        "type": statement.type,
        "holders": [_speaker(holder) for holder in statement.holders],
        "outlet": statement.outlet.entity if statement.outlet else None,
        "said": statement.said,
        "speaks_of": list(statement.speaks_of),
        "formerly": list(statement.formerly),
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "title": event.title,
        "edtf": event.edtf,
        "certainty": event.certainty,
        "participants": list(event.participants),
        "place": event.location,
        "origin": event.origin,
        "rule": event.rule or None,
        "formerly": list(event.formerly),
        "evidence": [_ref(evidence) for evidence in event.evidence],
    }


def _relation(relation: Relation) -> Json:
    return {
        "id": relation.id,
        "type": relation.type,
        "subject": relation.subject,
        "object": relation.object,
        "item": relation.item,
        "holders": list(relation.holders),
        "certainty": relation.certainty,
        "origin": relation.origin,
        "rule": relation.rule or None,
        "evidence": [_ref(evidence) for evidence in relation.evidence],
    }


def _dispute(dispute: Dispute) -> Json:
    return {
        "id": dispute.id,
        "title": dispute.title,
        "origin": dispute.origin,
        "rule": dispute.rule or None,
        "formerly": list(dispute.formerly),
        "sides": [_side(side) for side in dispute.sides],
    }


def _side(side: Side) -> Json:
    return {
        "stance": side.stance,
        "holders": list(side.holders),
        "unlinked": list(side.unlinked),
        "statements": list(side.statements),
    }


def _unresolved(item: Unresolved) -> Json:
    return {
        "source": item.source,
        **span(item.span),
        "candidates": list(item.candidates),
        "reason": item.reason,
    }


def _ref(evidence: Evidence) -> Json:
    return {"source": evidence.source, **span(evidence.span)}


_LISTS: dict[str, Callable[[Dossier], Iterable[Json]]] = {
    "sources": lambda dossier: map(_source, dossier.sources),
    "entities": lambda dossier: map(_entity, dossier.entities),
    "mentions": lambda dossier: map(_mention, dossier.mentions),
    "quotations": lambda dossier: map(_quotation, dossier.quotations),
    "dates": _dates,
    "statements": lambda dossier: map(_statement, dossier.statements),
    "events": lambda dossier: map(_event, dossier.events),
    "relations": lambda dossier: map(_relation, dossier.relations),
    "disputes": lambda dossier: map(_dispute, dossier.disputes),
    "unresolved": lambda dossier: map(_unresolved, dossier.unresolved),
}
"""Every list of the file, in its order."""
