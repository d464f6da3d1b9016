"""Annotated documents and the registry put together: one dossier, each value with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble.corpus import Corpus
from generator.assemble.disputes import find_disputes
from generator.assemble.entities import find_entities
from generator.assemble.events import find_events
from generator.assemble.ledgers import find_ledgers
from generator.assemble.mentions import find_mentions
from generator.assemble.quotations import find_quotations
from generator.assemble.relations import join, stated
from generator.assemble.relations.reported import denies, quoted_in, reports_on
from generator.assemble.relations.written import implied, written
from generator.assemble.scene import find_scenes
from generator.assemble.sections import find_sections
from generator.assemble.statements import find_statements
from generator.assemble.unresolved import find_unresolved
from generator.model.dossier import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.annotation import AnnotatedDocument
    from generator.model.registry import Registry
    from generator.model.settings import Settings


def assemble(settings: Settings, registry: Registry, documents: Iterable[AnnotatedDocument]) -> Dossier:
    """The dossier of `documents`, whose evidence the registry's facts were checked against when they were read."""
    corpus = Corpus.of(registry, documents)
    mentions = find_mentions(corpus)
    quotations = find_quotations(corpus)
    statements = find_statements(corpus, mentions, quotations)
    sections = find_sections(corpus)
    entities = find_entities(corpus, mentions, sections)
    scenes = tuple(find_scenes(corpus, statements, quotations))
    disputes, unclear = find_disputes(corpus, statements, settings.language)
    return Dossier(
        settings=settings,
        sources=corpus.sources,
        entities=entities,
        mentions=mentions,
        quotations=quotations,
        statements=statements,
        events=find_events(corpus, scenes),
        relations=join(
            written(corpus),
            implied(entities),
            quoted_in(quotations),
            reports_on(statements, entities),
            denies(disputes, statements),
            stated(scenes),
        ),
        disputes=disputes,
        sections=sections,
        unresolved=find_unresolved(corpus, unclear),
        ledgers=find_ledgers(corpus, entities, scenes),
    )
