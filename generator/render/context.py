"""A dossier with everything looked up that pages ask for again and again; built once, in linear time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from generator.model.address import entity_page
from generator.model.excerpts import shown_sentences
from generator.render.collation import collation_key
from generator.render.drawn import drawn
from generator.render.labels import labels
from generator.render.moments import moments
from generator.render.phrases import section_of
from generator.render.source import seen
from generator.render.topical import topical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model.dossier import (
        Dispute,
        Dossier,
        Entity,
        EntityMention,
        EntityQuotation,
        Event,
        Fact,
        Relation,
        Section,
        Statement,
        Unresolved,
    )
    from generator.model.ids import Edtf, EntityId, Kind, SourceId
    from generator.model.ledger import Figure, Silence
    from generator.render.drawn import Entry
    from generator.render.labels import Labels
    from generator.render.markdown import Markdown
    from generator.render.moments import Moment
    from generator.render.source import Source

    Make = Callable[["Context", str], Markdown]

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Context:
    """What every page may ask for; the lists keep the dossier's order.

    `held` are the statements that an entity makes, `passed_on` those made through it, `about` those that name it.
    `facts_about` are facts of other entities whose value it is. `drawn_from` are the facts, relations and events that
    rest on a source, with no more of their evidence than stands in it. `matters` are the disputes by their ids.
    `sections_on` a topic are those under it, `said_on` it the statements in them that may be shown; `named_on` says how
    often an entity is named in them, `topics_of` the same from the entity's side. `moments` are the dates in their
    order, `ties` the relations without their evidence, `proven` those with it by their ids. `tagged` are the sources
    that people gave a topic. `neighbours` stand before and behind an entity in the order of names. `nouns` are the
    common nouns of the sources; `several` tells that there is more than one source.
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
    said_on: Mapping[EntityId, tuple[Statement, ...]]
    named_on: Mapping[EntityId, Mapping[EntityId, int]]
    topics_of: Mapping[EntityId, Mapping[EntityId, int]]
    named_in: Mapping[SourceId, tuple[EntityMention, ...]]
    quoted_in: Mapping[SourceId, tuple[EntityQuotation, ...]]
    unclear_in: Mapping[SourceId, tuple[Unresolved, ...]]
    figures_in: Mapping[SourceId, tuple[Figure, ...]]
    silences_in: Mapping[SourceId, tuple[Silence, ...]]
    drawn_from: Mapping[SourceId, tuple[Entry, ...]]
    moments: Mapping[Edtf, Moment]
    ties: tuple[Relation, ...]
    proven: Mapping[str, Relation]
    tagged: Mapping[EntityId, tuple[SourceId, ...]]
    neighbours: Mapping[EntityId, tuple[EntityId | None, EntityId | None]]
    nouns: frozenset[str]
    several: bool

    def piece(self, make: Make, key: str) -> Markdown:
        """Render a part of a page with the module's function `make`: what it made for `key` may be remembered."""
        return make(self, key)

    def shows(self, statement: Statement) -> bool:
        """Whether the rights of its source allow to publish the wording of `statement`."""
        return self.sources[statement.source].shows(statement.sentence)


def build_context(dossier: Dossier) -> Context:
    """Look everything up once."""
    shown = shown_sentences(dossier)
    statements = {statement.id: statement for statement in dossier.statements}
    pages = {entity.id: entity_page(entity) for entity in dossier.entities}
    sections = _grouped((section.source, section) for section in dossier.sections)
    on_topics = topical(dossier, sections, shown)
    return Context(
        dossier=dossier,
        labels=labels(dossier.settings.language),
        sources={
            annotated.document.id: seen(annotated, number, shown[annotated.document.id])
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
        sections=sections,
        sections_on=_grouped((section.topic, section) for section in dossier.sections if section.topic),
        said_on=on_topics.said_on,
        named_on=on_topics.named_on,
        topics_of=on_topics.topics_of,
        named_in=_grouped((mention.source, mention) for mention in dossier.mentions),
        quoted_in=_grouped((quotation.source, quotation) for quotation in dossier.quotations),
        unclear_in=_grouped((unclear.source, unclear) for unclear in dossier.unresolved),
        figures_in=_grouped((figure.source, figure) for figure in dossier.ledgers.figures),
        silences_in=_grouped((silence.source, silence) for silence in dossier.ledgers.silences),
        drawn_from=_grouped(drawn(dossier)),
        moments=moments(dossier, shown),
        ties=tuple(replace(relation, evidence=()) for relation in dossier.relations),
        proven={relation.id: relation for relation in dossier.relations},
        tagged=_grouped((topic, s.document.id) for s in dossier.sources for topic in s.document.meta.topics),
        neighbours=dict(_neighbours(dossier)),
        nouns=dossier.nouns,
        several=len(dossier.sources) > 1,
    )


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Gather the values of each key; a value that comes twice in a row for a key counts once."""
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        group = groups[key]
        if not group or group[-1] is not value:
            group.append(value)
    return {key: tuple(values) for key, values in groups.items()}


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
