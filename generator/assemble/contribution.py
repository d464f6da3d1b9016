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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.names import Names
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
    from generator.model.ledger import Ledgers


@dataclass(frozen=True, slots=True)
class Naming:
    """How often a source names an entity with the words `form`."""

    entity: EntityId
    form: str
    times: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """Everything that is found in one source; the titles of `disputes` are the words that are denied.

    `source` is laid out: its sentences hold no words any more. `quoted`, `reported` and `stated` are relations,
    `experts` the names of the new entities that it calls experts, `nouns` its common nouns in their basic form.
    """

    source: AnnotatedDocument
    mentions: tuple[EntityMention, ...]
    quotations: tuple[EntityQuotation, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    quoted: tuple[Relation, ...]
    reported: tuple[Relation, ...]
    stated: tuple[Relation, ...]
    disputes: tuple[Dispute, ...]
    doubts: tuple[Doubt, ...]
    sections: tuple[Section, ...]
    ledgers: Ledgers
    forms: tuple[Naming, ...]
    experts: tuple[str, ...]
    nouns: tuple[str, ...]


def contribute(source: AnnotatedDocument, names: Names) -> Contribution:
    """Read one source with the answers of `names`; nothing else of the dossier has any influence."""
    corpus = Corpus(names, (source,))
    mentions = find_mentions(corpus)
    quotations = find_quotations(corpus)
    statements = find_statements(corpus, mentions, quotations)
    scenes = tuple(find_scenes(corpus, statements, quotations))
    pairs = tuple(find_pairs(corpus, statements))
    return Contribution(
        source=laid_out(source),
        mentions=mentions,
        quotations=quotations,
        statements=statements,
        events=tuple(event for scene in scenes for event in events_of(scene)),
        quoted=tuple(quoted_in(quotations)),
        reported=tuple(reports_on(statements, names)),
        stated=tuple(stated(scenes)),
        disputes=extracted_disputes(corpus, pairs),
        doubts=tuple(find_doubts(corpus, (pair.denial for pair in pairs if pair.denies is None))),
        sections=find_sections(corpus),
        ledgers=find_ledgers(corpus, scenes),
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
