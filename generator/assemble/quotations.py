"""Quotations with their speakers and outlets resolved to entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble.identity import Identities
from generator.model.dossier import EntityQuotation

if TYPE_CHECKING:
    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument, Party, Quotation


def find_quotations(corpus: Corpus) -> tuple[EntityQuotation, ...]:
    """Every quotation, in the order of sources and text."""
    return tuple(quotation for source in corpus.sources for quotation in _of(corpus, source))


def _of(corpus: Corpus, source: AnnotatedDocument) -> list[EntityQuotation]:
    document = source.document
    identify = Identities("z", document)
    through = _outlets(corpus, source)
    named = (identify(quotation.span.of(document.text)) for quotation in source.quotations)
    return [
        EntityQuotation(
            id=identity,
            type=quotation.type,
            source=document.id,
            span=quotation.span,
            speakers=tuple(corpus.speaker(document.id, party) for party in quotation.speakers),
            outlet=corpus.speaker(document.id, outlet) if outlet else None,
            running=quotation.running,
            formerly=formerly,
            rule=quotation.rule,
        )
        for quotation, outlet, (identity, formerly) in zip(source.quotations, through, named, strict=True)
    ]


def _outlets(corpus: Corpus, source: AnnotatedDocument) -> list[Party | None]:
    """Through which outlet each quotation came: one that a sentence names holds for all that its speaker says in it.

    "Auch Dempsey glaubt, ein Deal könnte …: «…», so Dempsey zur AFP": he told AFP what he believes, too.
    """
    numbers = [corpus.sentence_number(source.document.id, q.span.start) for q in source.quotations]
    named = {
        (number, _names(quotation)): quotation.outlet
        for number, quotation in zip(numbers, source.quotations, strict=True)
        if quotation.outlet and quotation.speakers
    }
    return [q.outlet or named.get((number, _names(q))) for number, q in zip(numbers, source.quotations, strict=True)]


def _names(quotation: Quotation) -> tuple[str, ...]:
    return tuple(speaker.name for speaker in quotation.speakers)
