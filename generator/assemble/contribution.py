"""What one source contributes to a dossier: found in it alone, with what the names in it mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.assemble.corpus import Corpus
from generator.assemble.disputes.extracted import extracted_disputes
from generator.assemble.disputes.pairs import find_pairs
from generator.assemble.events.found import events_of
from generator.assemble.ledgers import find_ledgers
from generator.assemble.mentions import find_mentions
from generator.assemble.quotations import find_quotations
from generator.assemble.relations import stated
from generator.assemble.relations.reported import quoted_in, reports_on
from generator.assemble.scene import find_scenes
from generator.assemble.sections import find_sections
from generator.assemble.statements import find_statements
from generator.assemble.unresolved import find_doubts
from generator.model.annotation import AnnotatedDocument
from generator.model.ids import EntityId, Kind
from generator.model.lists import INDEXES
from generator.model.postings import Around, Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.names import Names
    from generator.assemble.scene import Scene
    from generator.assemble.unresolved import Doubt
    from generator.model.dossier import (
        Dispute,
        EntityMention,
        EntityQuotation,
        Event,
        Relation,
        Section,
        Statement,
    )
    from generator.model.ledger import Figure, Reading, Silence
    from generator.model.postings import Part


@dataclass(frozen=True, slots=True)
class Naming:
    """How often a source names an entity with the words `form`."""

    entity: EntityId
    form: str
    times: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What of a source is put together with what others have; the titles of `disputes` are the words that are denied.

    `quoted`, `reported` and `stated` are relations, `disputed` the statements of `disputes`, `experts` the names of the
    new entities that the source calls experts, `nouns` its common nouns in their basic form.
    """

    events: tuple[Event, ...]
    quoted: tuple[Relation, ...]
    reported: tuple[Relation, ...]
    stated: tuple[Relation, ...]
    disputes: tuple[Dispute, ...]
    disputed: tuple[Statement, ...]
    doubts: tuple[Doubt, ...]
    forms: tuple[Naming, ...]
    experts: tuple[str, ...]
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """Everything that is found in one source: what others may add to, and its parts of the lists.

    `source` is laid out: its sentences hold no words any more.
    """

    source: AnnotatedDocument
    findings: Findings
    mentions: Part[EntityMention]
    quotations: Part[EntityQuotation]
    statements: Part[Statement]
    sections: Part[Section]
    metonyms: Part[Reading]
    surnames: Part[Reading]
    figures: Part[Figure]
    silences: Part[Silence]


def contribute(source: AnnotatedDocument, names: Names) -> Contribution:
    """Read one source with the answers of `names`; nothing else of the dossier has any influence."""
    corpus = Corpus(names, (source,))
    mentions = find_mentions(corpus)
    quotations = find_quotations(corpus)
    statements = find_statements(corpus, mentions, quotations)
    scenes = tuple(find_scenes(corpus, statements, quotations))
    sections = find_sections(corpus)
    ledgers = find_ledgers(corpus, scenes)
    around = Around(source.document, sections)
    return Contribution(
        source=laid_out(source),
        findings=_findings(corpus, mentions, quotations, statements, scenes),
        mentions=Made(mentions, around, INDEXES["mentions"]),
        quotations=Made(quotations, around, INDEXES["quotations"]),
        statements=Made(statements, around, INDEXES["statements"]),
        sections=Made(sections, around, INDEXES["sections"]),
        metonyms=Made(ledgers.metonyms, around, INDEXES["metonyms"]),
        surnames=Made(ledgers.surnames, around, INDEXES["surnames"]),
        figures=Made(ledgers.figures, around, INDEXES["figures"]),
        silences=Made(ledgers.silences, around, INDEXES["silences"]),
    )


def _findings(
    corpus: Corpus,
    mentions: tuple[EntityMention, ...],
    quotations: tuple[EntityQuotation, ...],
    statements: tuple[Statement, ...],
    scenes: tuple[Scene, ...],
) -> Findings:
    pairs = tuple(find_pairs(corpus, statements))
    disputes = extracted_disputes(corpus, pairs)
    disputed = {key for dispute in disputes for side in dispute.sides for key in side.statements}
    (source,) = corpus.sources
    return Findings(
        events=tuple(event for scene in scenes for event in events_of(scene)),
        quoted=tuple(quoted_in(quotations)),
        reported=tuple(reports_on(statements, corpus.names)),
        stated=tuple(stated(scenes)),
        disputes=disputes,
        disputed=tuple(statement for statement in statements if statement.id in disputed),
        doubts=tuple(find_doubts(corpus, (pair.denial for pair in pairs if pair.denies is None))),
        forms=tuple(_forms(source, mentions)),
        experts=tuple(sorted({m.name for m in source.mentions if m.kind is Kind.PERSON and "expert" in m.roles})),
        nouns=tuple(sorted({t.lemma for s in source.parse.sentences for t in s.tokens if t.tag == "NN"})),
    )


def laid_out(source: AnnotatedDocument) -> AnnotatedDocument:
    """`source` with its blocks, the places of its sentences, and its dates: all that a dossier keeps of it."""
    sentences = tuple(replace(sentence, tokens=()) for sentence in source.parse.sentences)
    return AnnotatedDocument(replace(source.parse, sentences=sentences), dates=source.dates)


def _forms(source: AnnotatedDocument, mentions: tuple[EntityMention, ...]) -> Iterator[Naming]:
    text = source.document.text
    counted = Counter((mention.entity, mention.span.of(text)) for mention in mentions)
    yield from (Naming(entity, form, times) for (entity, form), times in counted.items())
