"""Quotations with their speakers and outlets resolved to entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble.identity import Identities
from generator.model.dossier import EntityQuotation

if TYPE_CHECKING:
    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument


def find_quotations(corpus: Corpus) -> tuple[EntityQuotation, ...]:
    """Every quotation, in the order of sources and text."""
    return tuple(quotation for source in corpus.sources for quotation in _of(corpus, source))


def _of(corpus: Corpus, source: AnnotatedDocument) -> list[EntityQuotation]:
    document = source.document
    identify = Identities("z", document.id)
    return [
        EntityQuotation(
            id=identify(quotation.span.of(document.text)),
            type=quotation.type,
            source=document.id,
            span=quotation.span,
            speakers=tuple(corpus.speaker(document.id, party) for party in quotation.speakers),
            outlet=corpus.speaker(document.id, quotation.outlet) if quotation.outlet else None,
            running=quotation.running,
        )
        for quotation in source.quotations
    ]
