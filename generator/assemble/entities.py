"""Entities: those of the registry with their checked facts, and a draft for every new name."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from generator.model.dossier import Entity, Fact
from generator.model.ids import EntityId, Kind, Origin, Status
from generator.model.listed import Listed
from generator.model.lists import HEADED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.assemble.contribution import Contribution
    from generator.assemble.corpus import Corpus
    from generator.model.dossier import Section
    from generator.model.registry import Registry, RegistryEntity, RegistryFact

Forms = dict[EntityId, tuple[str, ...]]


def find_entities(corpus: Corpus, registry: Registry, contributions: Sequence[Contribution]) -> tuple[Entity, ...]:
    """Every entity of the dossier, sorted by kind and id."""
    forms = _forms(contributions)
    notes = dict(registry.notes)
    known = [_known(corpus, entity, forms, notes) for entity in registry.entities]
    entities = [*known, *_drafts(corpus, forms, contributions), *_draft_topics(corpus, registry, contributions)]
    return tuple(sorted(entities, key=lambda e: (e.kind, e.id)))


def _forms(contributions: Iterable[Contribution]) -> Forms:
    counts: defaultdict[EntityId, Counter[str]] = defaultdict(Counter)
    for naming in chain.from_iterable(contribution.findings.forms for contribution in contributions):
        counts[naming.entity][naming.form] += naming.times
    return {e: tuple(sorted(c, key=lambda form: (-c[form], form))) for e, c in counts.items()}


def _known(corpus: Corpus, entity: RegistryEntity, forms: Forms, notes: dict[EntityId, str]) -> Entity:
    return Entity(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        language=entity.language,
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


def _drafts(corpus: Corpus, forms: Forms, contributions: Iterable[Contribution]) -> list[Entity]:
    """New names; one that the text calls an expert gets an expert's page."""
    experts = {name for contribution in contributions for name in contribution.findings.experts}
    return [
        Entity(
            id=entity_id,
            kind=kind,
            name=name,
            status=Status.DRAFT,
            actor=kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION),
            expert=kind is Kind.PERSON and name in experts,
            forms=forms.get(entity_id, ()),
        )
        for (kind, name), entity_id in corpus.names.drafts.items()
    ]


def _draft_topics(corpus: Corpus, registry: Registry, contributions: Iterable[Contribution]) -> list[Entity]:
    """Headings that no topic of the registry claims are topics of their own."""
    known = {entity.id for entity in registry.entities}
    found: dict[EntityId, Entity] = {}
    for topic, sections in Listed(contribution.sections for contribution in contributions).by(HEADED).items():
        if topic and topic not in known:
            (first,) = sections.first(1)
            heading = _heading(corpus, first)
            found[EntityId(topic)] = Entity(EntityId(topic), Kind.TOPIC, heading, status=Status.DRAFT, forms=(heading,))
    return list(found.values())


def _heading(corpus: Corpus, section: Section) -> str:
    return section.heading.of(corpus.by_id[section.source].document.text) if section.heading else ""
