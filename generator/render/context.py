"""A dossier with everything looked up that pages ask for again and again; built once, in linear time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from generator.model.address import entity_page
from generator.model.excerpts import excerpts, hidden_statements
from generator.model.ids import EntityId
from generator.model.lists import (
    ABOUT,
    ENTITY,
    HOLDER,
    ID,
    NAMED_UNDER,
    OUTLET,
    READ_AS,
    SAID_UNDER,
    SPEAKS_OF,
    TOLD_OF,
    TOPIC,
    lists_of,
)
from generator.render.collation import collation_key
from generator.render.drawn import drawn
from generator.render.labels import labels
from generator.render.lookup import Lookup
from generator.render.moments import moments
from generator.render.phrases import section_of
from generator.render.source import seen

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
    from generator.model.ids import Edtf, Kind, SourceId
    from generator.model.ledger import Figure, Reading, Silence
    from generator.model.listed import Found, Inverted, Listed
    from generator.model.lists import Lists
    from generator.model.postings import Part
    from generator.render.drawn import Entry
    from generator.render.labels import Labels
    from generator.render.markdown import Markdown
    from generator.render.moments import Moment
    from generator.render.source import Source

    Make = Callable[["Context", str], Markdown]

MOST_COMPARED = 60
"""So many statements stand beside each other."""
T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Context:
    """What every page may ask for; the lists keep the dossier's order.

    `entities` are for the pages about them, `called` the same for all others: what they are and how they are named.
    `held` are the statements that an entity makes, `passed_on` those made through it, `about` those that name it.
    `compared` are those of the latter that somebody makes, None where they are too many to stand beside each other.
    `facts_about` are facts of other entities whose value it is. `drawn_from` are the facts, relations and events that
    rest on a source, with no more of their evidence than stands in it. `matters` are the disputes by their ids.
    `sections_on` a topic are those under it, `said_on` it the statements in them that may be shown, `named_on` it the
    mentions in them. `moments` are the dates in their order, `ties` the relations without their evidence, `proven`
    those with it by their ids. `surnames` and `metonyms` are the readings of a form. `tagged` are the sources that
    people gave a topic. `neighbours` stand before and behind an entity in the order of names. `nouns` are the common
    nouns of the sources, `hidden` is the number of statements that may not be shown; `several` tells that there is more
    than one source.
    """

    dossier: Dossier
    labels: Labels
    sources: Mapping[SourceId, Source]
    entities: Mapping[EntityId, Entity]
    called: Mapping[EntityId, Entity]
    pages: Mapping[EntityId, str]
    lists: Lists
    statements: Inverted[Statement]
    said_in: Mapping[SourceId, Part[Statement]]
    mentions: Inverted[EntityMention]
    held: Inverted[Statement]
    passed_on: Inverted[Statement]
    about: Inverted[Statement]
    compared: Mapping[EntityId, Found[Statement] | None]
    facts_about: Mapping[EntityId, tuple[tuple[Entity, Fact], ...]]
    relations: Mapping[EntityId, tuple[Relation, ...]]
    events: Mapping[EntityId, tuple[Event, ...]]
    disputes: Mapping[EntityId, tuple[Dispute, ...]]
    matters: Mapping[EntityId, Dispute]
    sections: Mapping[SourceId, Part[Section]]
    sections_on: Inverted[Section]
    said_on: Inverted[Statement]
    named_on: Inverted[EntityMention]
    named_in: Mapping[SourceId, Part[EntityMention]]
    quoted_in: Mapping[SourceId, Part[EntityQuotation]]
    unclear_in: Mapping[SourceId, tuple[Unresolved, ...]]
    surnames: Inverted[Reading]
    metonyms: Inverted[Reading]
    figures_in: Mapping[SourceId, Part[Figure]]
    silences_in: Mapping[SourceId, Part[Silence]]
    drawn_from: Mapping[SourceId, tuple[Entry, ...]]
    moments: Mapping[Edtf, Moment]
    ties: tuple[Relation, ...]
    proven: Mapping[str, Relation]
    tagged: Mapping[EntityId, tuple[SourceId, ...]]
    neighbours: Mapping[EntityId, tuple[EntityId | None, EntityId | None]]
    nouns: frozenset[str]
    hidden: int
    several: bool

    def piece(self, make: Make, key: str) -> Markdown:
        """Render a part of a page with the module's function `make`: what it made for `key` may be remembered."""
        return make(self, key)

    def statement(self, key: str) -> Statement | None:
        """The statement with the id `key`."""
        return next(iter(self.statements[key]), None)

    def shows(self, statement: Statement) -> bool:
        """Whether the rights of its source allow to publish the wording of `statement`."""
        return self.sources[statement.source].shows(statement.sentence)


def build_context(dossier: Dossier) -> Context:
    """Look everything up once; what nobody asks for is not even read."""
    lists, shown = lists_of(dossier), excerpts(dossier)
    statements, hidden = lists.statements, hidden_statements(lists.statements, shown)
    pages = {entity.id: entity_page(entity) for entity in dossier.entities}
    return Context(
        dossier=dossier,
        labels=labels(dossier.settings.language),
        sources={
            annotated.document.id: seen(annotated, number, shown[annotated.document.id])
            for number, annotated in enumerate(dossier.sources, 1)
        },
        entities={entity.id: entity for entity in dossier.entities},
        called={entity.id: _bare(entity) for entity in dossier.entities},
        pages={entity: page for entity, page in pages.items() if page},
        lists=lists,
        statements=statements.by(ID),
        said_in=statements.of,
        mentions=lists.mentions.by(ENTITY),
        held=statements.by(HOLDER),
        passed_on=statements.by(OUTLET),
        about=statements.by(ABOUT),
        compared=Lookup(partial(_few, statements.by(TOLD_OF))),
        facts_about=_grouped((fact.entity, (e, fact)) for e in dossier.entities for fact in e.facts if fact.entity),
        relations=_grouped((end, r) for r in dossier.relations for end in _ends(r)),
        events=_grouped((entity, event) for event in dossier.events for entity in _present(event)),
        disputes=_grouped((entity, d) for d in dossier.disputes for entity in _involved(d, statements)),
        matters={dispute.id: dispute for dispute in dossier.disputes},
        sections=lists.sections.of,
        sections_on=lists.sections.by(TOPIC),
        said_on=statements.by(SAID_UNDER).without(hidden),
        named_on=lists.mentions.by(NAMED_UNDER),
        named_in=lists.mentions.of,
        quoted_in=lists.quotations.of,
        unclear_in=_grouped((unclear.source, unclear) for unclear in dossier.unresolved),
        surnames=lists.surnames.by(READ_AS),
        metonyms=lists.metonyms.by(READ_AS),
        figures_in=lists.figures.of,
        silences_in=lists.silences.of,
        drawn_from=_grouped(drawn(dossier)),
        moments=moments(dossier, statements.by(SPEAKS_OF).without(hidden)),
        ties=tuple(replace(relation, evidence=()) for relation in dossier.relations),
        proven={relation.id: relation for relation in dossier.relations},
        tagged=_grouped((topic, s.document.id) for s in dossier.sources for topic in s.document.meta.topics),
        neighbours=dict(_neighbours(dossier)),
        nouns=dossier.nouns,
        hidden=len(hidden),
        several=len(dossier.sources) > 1,
    )


def _bare(entity: Entity) -> Entity:
    """An entity without what only the pages about it show: these alone are rendered again when that changes."""
    return replace(entity, forms=(), formerly=(), same_as=(), summary=None, facts=(), note="")


def _few(told: Inverted[Statement], entity: EntityId) -> Found[Statement] | None:
    return told[entity] if len(told[entity]) <= MOST_COMPARED else None


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


def _involved(dispute: Dispute, statements: Listed[Statement]) -> Iterable[EntityId]:
    for side in dispute.sides:
        yield from side.holders
        for statement in side.statements:
            yield from map(EntityId, statements.by(ID)[statement].by(ABOUT))
