"""Entities: those of the registry with their checked facts, and a draft for every new name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.dossier import Entity, Fact
from generator.model.ids import EntityId, Kind, Origin, Status

if TYPE_CHECKING:
    from generator.assemble.corpus import Corpus
    from generator.model.dossier import EntityMention, Section
    from generator.model.registry import RegistryEntity, RegistryFact

Forms = dict[EntityId, tuple[str, ...]]


def find_entities(
    corpus: Corpus,
    mentions: tuple[EntityMention, ...],
    sections: tuple[Section, ...],
) -> tuple[Entity, ...]:
    """Every entity of the dossier, sorted by kind and id."""
    forms = _forms(corpus, mentions)
    notes = dict(corpus.registry.notes)
    known = [_known(corpus, entity, forms, notes) for entity in corpus.registry.entities]
    entities = [*known, *_drafts(corpus, forms), *_draft_topics(corpus, sections)]
    return tuple(sorted(entities, key=lambda e: (e.kind, e.id)))


def _forms(corpus: Corpus, mentions: tuple[EntityMention, ...]) -> Forms:
    counts: dict[EntityId, Counter[str]] = {}
    for mention in mentions:
        surface = mention.span.of(corpus.by_id[mention.source].document.text)
        counts.setdefault(mention.entity, Counter())[surface] += 1
    return {e: tuple(sorted(c, key=lambda form: (-c[form], form))) for e, c in counts.items()}


def _known(corpus: Corpus, entity: RegistryEntity, forms: Forms, notes: dict[EntityId, str]) -> Entity:
    return Entity(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        status=entity.status,
        actor=entity.actor,
        expert=entity.expert,
        aliases=entity.aliases,
        forms=forms.get(entity.id, ()),
        formerly=entity.formerly,
        same_as=entity.same_as,
        summary=_fact(corpus, entity.summary) if entity.summary else None,
        facts=tuple(_fact(corpus, fact) for fact in entity.facts),
        note=notes.get(entity.id, ""),
    )


def _fact(corpus: Corpus, fact: RegistryFact) -> Fact:
    return Fact(
        property=fact.property,
        value=fact.value,
        certainty=fact.certainty,
        origin=Origin.EXTERNAL if fact.citation else Origin.REGISTRY,
        evidence=corpus.evidence(fact.evidence),
        entity=fact.entity,
        date=fact.date,
        citation=fact.citation,
    )


def _drafts(corpus: Corpus, forms: Forms) -> list[Entity]:
    """New names; one that the text calls an expert gets an expert's page."""
    experts = {(m.kind, m.name) for source in corpus.sources for m in source.mentions if "expert" in m.roles}
    return [
        Entity(
            id=entity_id,
            kind=kind,
            name=name,
            status=Status.DRAFT,
            actor=kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION),
            expert=kind is Kind.PERSON and (kind, name) in experts,
            forms=forms.get(entity_id, ()),
        )
        for (kind, name), entity_id in corpus.drafts.items()
    ]


def _draft_topics(corpus: Corpus, sections: tuple[Section, ...]) -> list[Entity]:
    """Headings that no topic of the registry claims are topics of their own."""
    known = {entity.id for entity in corpus.registry.entities}
    found: dict[EntityId, Entity] = {}
    for section in sections:
        if section.topic is None or section.heading is None or section.topic in known:
            continue
        heading = section.heading.of(corpus.by_id[section.source].document.text)
        found.setdefault(section.topic, Entity(section.topic, Kind.TOPIC, heading, Status.DRAFT, forms=(heading,)))
    return list(found.values())
