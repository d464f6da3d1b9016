"""A dossier with everything looked up that pages ask for again and again; built once, in linear time."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from generator.model.address import entity_page, source_page
from generator.model.anchors import sentence_anchors
from generator.model.annotation import BlockKind
from generator.model.excerpts import shown_sentences
from generator.render.collation import collation_key
from generator.render.labels import labels
from generator.render.phrases import section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
        Section,
        Statement,
        Unresolved,
    )
    from generator.model.ids import EntityId, Kind, SourceId
    from generator.model.span import Span
    from generator.render.labels import Labels

    Entry = tuple[EntityId | None, Fact | Relation | Event]
    """A value that rests on sentences; for a fact, whose it is."""

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as pages see it: its place in the dossier (from 1), its page, and an anchor for each sentence.

    `starts` are where the sentences begin, `shown` the sentences that its rights allow to publish.
    """

    annotated: AnnotatedDocument
    number: int
    page: str
    title: str
    anchors: Mapping[Span, str]
    starts: tuple[int, ...]
    shown: frozenset[Span]

    @property
    def text(self) -> str:
        """The text that spans point into."""
        return self.annotated.document.text

    def sentences(self, span: Span) -> range:
        """Find the numbers (from 0) of the sentences that `span` touches; empty where there is none."""
        sentences = self.annotated.parse.sentences
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        if first < len(sentences) and not sentences[first].span.overlaps(span):
            first += 1
        last = first
        while last < len(sentences) and sentences[last].span.overlaps(span):
            last += 1
        return range(first, last)


@dataclass(frozen=True, slots=True)
class Context:
    """What every page may ask for; the lists keep the dossier's order.

    `held` are the statements that an entity makes, `passed_on` those made through it, `about` those that name it.
    `facts_about` are facts of other entities whose value it is. `drawn_from` are the facts, relations and events that
    rest on a source, with no more of their evidence than stands in it. `matters` are the disputes by their ids.
    `sections_on` a topic are those under it, `tagged` the sources that people gave it. `neighbours` stand before and
    behind an entity in the order of names. `nouns` are the common nouns of the sources; `several` tells that there is
    more than one source.
    """

    dossier: Dossier
    labels: Labels
    sources: Mapping[SourceId, Source]
    entities: Mapping[EntityId, Entity]
    pages: Mapping[EntityId, str]
    statements: Mapping[str, Statement]
    said_in: Mapping[SourceId, tuple[Statement, ...]]
    mentions: Mapping[EntityId, tuple[EntityMention, ...]]
    held: Mapping[EntityId, tuple[Statement, ...]]
    passed_on: Mapping[EntityId, tuple[Statement, ...]]
    about: Mapping[EntityId, tuple[Statement, ...]]
    facts_about: Mapping[EntityId, tuple[tuple[Entity, Fact], ...]]
    relations: Mapping[EntityId, tuple[Relation, ...]]
    events: Mapping[EntityId, tuple[Event, ...]]
    disputes: Mapping[EntityId, tuple[Dispute, ...]]
    matters: Mapping[EntityId, Dispute]
    sections: Mapping[SourceId, tuple[Section, ...]]
    sections_on: Mapping[EntityId, tuple[Section, ...]]
    named_in: Mapping[SourceId, tuple[EntityMention, ...]]
    quoted_in: Mapping[SourceId, tuple[EntityQuotation, ...]]
    unclear_in: Mapping[SourceId, tuple[Unresolved, ...]]
    drawn_from: Mapping[SourceId, tuple[Entry, ...]]
    tagged: Mapping[EntityId, tuple[SourceId, ...]]
    neighbours: Mapping[EntityId, tuple[EntityId | None, EntityId | None]]
    nouns: frozenset[str]
    several: bool

    def shows(self, statement: Statement) -> bool:
        """Whether the rights of its source allow to publish the wording of `statement`."""
        return statement.sentence in self.sources[statement.source].shown


def build_context(dossier: Dossier) -> Context:
    """Look everything up once."""
    shown = shown_sentences(dossier)
    statements = {statement.id: statement for statement in dossier.statements}
    pages = {entity.id: entity_page(entity) for entity in dossier.entities}
    return Context(
        dossier=dossier,
        labels=labels(dossier.settings.language),
        sources={
            annotated.document.id: _source(annotated, number, shown[annotated.document.id])
            for number, annotated in enumerate(dossier.sources, 1)
        },
        entities={entity.id: entity for entity in dossier.entities},
        pages={entity: page for entity, page in pages.items() if page},
        statements=statements,
        said_in=_grouped((statement.source, statement) for statement in dossier.statements),
        mentions=_grouped((mention.entity, mention) for mention in dossier.mentions),
        held=_grouped((who.entity, s) for s in dossier.statements for who in s.holders if who.entity),
        passed_on=_grouped((s.outlet.entity, s) for s in dossier.statements if s.outlet and s.outlet.entity),
        about=_grouped((entity, s) for s in dossier.statements for entity in s.about),
        facts_about=_grouped((fact.entity, (e, fact)) for e in dossier.entities for fact in e.facts if fact.entity),
        relations=_grouped((end, r) for r in dossier.relations for end in _ends(r)),
        events=_grouped((entity, event) for event in dossier.events for entity in _present(event)),
        disputes=_grouped((entity, d) for d in dossier.disputes for entity in _involved(d, statements)),
        matters={dispute.id: dispute for dispute in dossier.disputes},
        sections=_grouped((section.source, section) for section in dossier.sections),
        sections_on=_grouped((section.topic, section) for section in dossier.sections if section.topic),
        named_in=_grouped((mention.source, mention) for mention in dossier.mentions),
        quoted_in=_grouped((quotation.source, quotation) for quotation in dossier.quotations),
        unclear_in=_grouped((unclear.source, unclear) for unclear in dossier.unresolved),
        drawn_from=_grouped(_drawn(dossier)),
        tagged=_grouped((topic, s.document.id) for s in dossier.sources for topic in s.document.meta.topics),
        neighbours=dict(_neighbours(dossier)),
        nouns=dossier.nouns,
        several=len(dossier.sources) > 1,
    )


def _source(annotated: AnnotatedDocument, number: int, shown: frozenset[Span]) -> Source:
    document = annotated.document
    return Source(
        annotated=annotated,
        number=number,
        page=source_page(document.id),
        title=document.meta.title or _printed_title(annotated) or document.id,
        anchors=sentence_anchors(annotated.parse),
        starts=tuple(sentence.span.start for sentence in annotated.parse.sentences),
        shown=shown,
    )


def _printed_title(annotated: AnnotatedDocument) -> str:
    titles = (block.span for block in annotated.parse.blocks if block.kind is BlockKind.TITLE)
    return next((span.of(annotated.document.text) for span in titles), "")


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Gather the values of each key; a value that comes twice in a row for a key counts once."""
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        group = groups[key]
        if not group or group[-1] is not value:
            group.append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _drawn(dossier: Dossier) -> Iterator[tuple[SourceId, Entry]]:
    """Every value that rests on sentences under each source that these stand in; for a fact, whose it is."""
    facts = ((e.id, fact) for e in dossier.entities for fact in (e.summary, *e.facts) if fact)
    whole: Iterable[Entry] = chain(facts, ((None, r) for r in dossier.relations), ((None, e) for e in dossier.events))
    for owner, found in whole:
        by_source: dict[SourceId, list[Evidence]] = {}
        for piece in found.evidence:
            by_source.setdefault(piece.source, []).append(piece)
        for source, pieces in by_source.items():
            alone = len(by_source) == 1
            yield source, (owner, found if alone else replace(found, evidence=tuple(pieces)))


def _neighbours(dossier: Dossier) -> Iterator[tuple[EntityId, tuple[EntityId | None, EntityId | None]]]:
    """Who stands before and behind each entity in the index of its kind."""
    groups: defaultdict[tuple[str, Kind], list[EntityId]] = defaultdict(list)
    for entity in sorted(dossier.entities, key=lambda entity: collation_key(entity.name)):
        groups[section_of(entity), entity.kind].append(entity.id)
    for group in groups.values():
        yield from zip(group, zip([None, *group], [*group[1:], None], strict=False), strict=False)


def _ends(relation: Relation) -> tuple[EntityId, ...]:
    return (relation.subject, relation.object, *((relation.item,) if relation.item else ()))


def _present(event: Event) -> tuple[EntityId, ...]:
    return (*event.participants, *((event.location,) if event.location else ()))


def _involved(dispute: Dispute, statements: Mapping[str, Statement]) -> Iterable[EntityId]:
    for side in dispute.sides:
        yield from side.holders
        for statement in side.statements:
            yield from statements[statement].about if statement in statements else ()
