"""`dossier annotate`: what the annotators see in one document, as JSON (design/contract.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.export.json import SCHEMA_VERSION, dump, span
from generator.export.offsets import composed, in_file

if TYPE_CHECKING:
    from generator.model.annotation import AnnotatedDocument, Claim, Mention, Party, Quotation

Json = dict[str, Any]


def annotation_json(annotated: AnnotatedDocument) -> str:
    """One document as the JSON of annotation.schema.json, ending in a line feed."""
    document = annotated.document
    found = {
        "schema_version": SCHEMA_VERSION,
        "source": {
            "path": document.path,
            "published": document.meta.published,
            "language": document.meta.language,
        },
        "blocks": [{"kind": block.kind, **span(block.span)} for block in annotated.parse.blocks],
        "sentences": [span(sentence.span) for sentence in annotated.parse.sentences],
        "mentions": [_mention(mention) for mention in annotated.mentions],
        "quotations": [_quotation(quotation) for quotation in annotated.quotations],
        "dates": [{**span(date.span), "edtf": date.edtf} for date in annotated.dates],
        "statements": [_claim(claim) for claim in annotated.claims],
    }
    return dump(in_file(found, composed([document]), document.id))


def _mention(mention: Mention) -> Json:
    return {
        **span(mention.span),
        "kind": mention.kind,
        "name": mention.name,
        "entity": mention.entity,
        "metonym": mention.metonym,
        "candidates": list(mention.candidates),
        "roles": list(mention.roles),
    }


def _quotation(quotation: Quotation) -> Json:
    """The contract has room for one speaker: the first; the others follow under `speakers`."""
    speakers = [_party(party) for party in quotation.speakers]
    return {
        "type": quotation.type,
        **span(quotation.span),
        "cue": span(quotation.cue) if quotation.cue else None,
        "speaker": speakers[0] if speakers else None,
        "speakers": speakers,
        "outlet": _party(quotation.outlet) if quotation.outlet else None,
        "running": quotation.running,
    }


def _party(party: Party) -> Json:
    return {**span(party.span), "entity": party.entity, "name": party.name}


def _claim(claim: Claim) -> Json:
    return {**span(claim.span), "certainty": claim.certainty, "triggers": [span(t) for t in claim.triggers]}
