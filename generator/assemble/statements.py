"""Claims and quotations put together: who says what, through whom, and how certainly."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.assemble.identity import Identities
from generator.assemble.voices import voices
from generator.german.deixis import points_back
from generator.model.annotation import BlockKind
from generator.model.dossier import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.assemble.voices import Voice
    from generator.model.annotation import AnnotatedDocument, Parse, TemporalExpression
    from generator.model.dossier import EntityMention, EntityQuotation
    from generator.model.ids import Edtf, EntityId, SourceId
    from generator.model.span import Span

_AT_PICTURES = frozenset({BlockKind.CAPTION, BlockKind.CREDIT})


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
    identify = Identities("a", document)
    mentions_in = corpus.by_sentence(document.id, mentions)
    quotations_in = corpus.by_sentence(document.id, quotations)
    dates_in = corpus.by_sentence(document.id, source.dates)
    for claim in source.claims:
        number = corpus.sentence_number(document.id, claim.span.start)
        sentence = source.parse.sentences[number]
        for voice in voices(claim, sentence, quotations_in.get(number, [])):
            quotation = voice.quotation
            said, speaks_of = _times(voice, dates_in.get(number, []))
            identity, formerly = identify(voice.span.of(document.text))
            yield Statement(
                id=identity,
                source=document.id,
                span=voice.span,
                sentence=sentence.span,
                certainty=claim.certainty,
                triggers=voice.triggers,
                type=quotation.type if quotation else None,
                holders=quotation.speakers if quotation else (),
                outlet=quotation.outlet if quotation else None,
                about=_about(voice, mentions_in.get(number, [])),
                said=said or document.meta.published,
                speaks_of=speaks_of,
                context=_context(source.parse, number),
                formerly=formerly,
                rule=claim.rule,
            )


def _context(parse: Parse, number: int) -> Span | None:
    """The sentence before, if this one points back to it; what stands at a picture points to the picture."""
    sentence = parse.sentences[number]
    if not number or not points_back(sentence):
        return None
    before = parse.sentences[number - 1]
    apart = before.block != sentence.block and _AT_PICTURES & {parse.blocks[s.block].kind for s in (before, sentence)}
    return None if apart else before.span


def _times(
    voice: Voice,
    dates: list[TemporalExpression],
) -> tuple[Edtf | None, tuple[Edtf, ...]]:
    """When it was said (a time outside somebody's words) and the times that the claim speaks of."""
    inside = [d for d in dates if voice.span.contains(d.span)]
    if voice.quotation is None:
        return None, tuple(d.edtf for d in inside)
    outside = [d for d in dates if not voice.quotation.span.overlaps(d.span)]
    return outside[0].edtf if outside else None, tuple(d.edtf for d in inside if d not in outside)


def _about(voice: Voice, mentions: list[EntityMention]) -> tuple[EntityId, ...]:
    """The entities that the wording names, in text order, but for those that say it or pass it on."""
    quotation = voice.quotation
    parties = (*quotation.speakers, quotation.outlet) if quotation else ()
    saying = {party.entity for party in parties if party}
    named = (m.entity for m in mentions if voice.span.contains(m.span) and m.entity not in saying)
    return tuple(dict.fromkeys(named))
