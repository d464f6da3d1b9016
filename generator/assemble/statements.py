"""Claims and quotations put together: who says what, through whom, and how certainly."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.assemble.identity import Identities
from generator.german.deixis import points_back
from generator.model.dossier import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument, Claim, TemporalExpression
    from generator.model.dossier import EntityMention, EntityQuotation
    from generator.model.ids import Edtf, EntityId, SourceId
    from generator.model.span import Span

_QUOTED_SHARE = 0.5  # a claim is somebody's words if at least half of it is, or if it holds all of the quotation


def find_statements(
    corpus: Corpus,
    mentions: tuple[EntityMention, ...],
    quotations: tuple[EntityQuotation, ...],
) -> tuple[Statement, ...]:
    """One statement for each claim of the sources, in the order of sources and text."""
    mentioned = {source: tuple(group) for source, group in groupby(mentions, key=_source)}
    quoted = {source: tuple(group) for source, group in groupby(quotations, key=_source)}
    return tuple(
        statement
        for source in corpus.sources
        for statement in _of(corpus, source, mentioned.get(source.document.id, ()), quoted.get(source.document.id, ()))
    )


def _source(item: EntityMention | EntityQuotation) -> SourceId:
    return item.source


def _of(
    corpus: Corpus,
    source: AnnotatedDocument,
    mentions: tuple[EntityMention, ...],
    quotations: tuple[EntityQuotation, ...],
) -> Iterator[Statement]:
    document = source.document
    identify = Identities("a", document.id)
    mentions_in = corpus.by_sentence(document.id, mentions)
    quotations_in = corpus.by_sentence(document.id, quotations)
    dates_in = corpus.by_sentence(document.id, source.dates)
    for claim in source.claims:
        number = corpus.sentence_number(document.id, claim.span.start)
        sentence = source.parse.sentences[number]
        quotation = _quotation_of(claim, quotations_in.get(number, []))
        said, speaks_of = _times(claim, quotation, dates_in.get(number, []))
        yield Statement(
            id=identify(claim.span.of(document.text)),
            source=document.id,
            span=claim.span,
            sentence=sentence.span,
            certainty=claim.certainty,
            triggers=claim.triggers,
            type=quotation.type if quotation else None,
            holders=quotation.speakers if quotation else (),
            outlet=quotation.outlet if quotation else None,
            about=_about(claim, quotation, mentions_in.get(number, [])),
            said=said or document.meta.published,
            speaks_of=speaks_of,
            context=source.parse.sentences[number - 1].span if number and points_back(sentence) else None,
        )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _quotation_of(claim: Claim, quotations: list[EntityQuotation]) -> EntityQuotation | None:
    """The quotation that covers most of the claim, if the claim is mainly somebody's words."""
    best = max(quotations, key=lambda q: _shared(claim.span, q.span), default=None)
    if best is None:
        return None
    shared = _shared(claim.span, best.span)
    length = claim.span.end - claim.span.start
    return best if shared and (claim.span.contains(best.span) or shared >= _QUOTED_SHARE * length) else None


def _times(
    claim: Claim,
    quotation: EntityQuotation | None,
    dates: list[TemporalExpression],
) -> tuple[Edtf | None, tuple[Edtf, ...]]:
    """When it was said (a time outside somebody's words) and the times that the claim speaks of."""
    inside = [d for d in dates if claim.span.contains(d.span)]
    if quotation is None:
        return None, tuple(d.edtf for d in inside)
    outside = [d for d in dates if not quotation.span.overlaps(d.span)]
    return outside[0].edtf if outside else None, tuple(d.edtf for d in inside if d not in outside)


def _about(claim: Claim, quotation: EntityQuotation | None, mentions: list[EntityMention]) -> tuple[EntityId, ...]:
    """The entities that the claim names, in text order, but for those that say it or pass it on."""
    parties = (*quotation.speakers, quotation.outlet) if quotation else ()
    saying = {party.entity for party in parties if party}
    named = (m.entity for m in mentions if claim.span.contains(m.span) and m.entity not in saying)
    return tuple(dict.fromkeys(named))
