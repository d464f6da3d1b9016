"""Annotated documents and the registry put together: one dossier, each value with its evidence.

First what each source contributes by itself, then what all of them say together.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.assemble.contribution import contribute
from generator.assemble.corpus import Corpus, publication_order
from generator.assemble.disputes import find_disputes
from generator.assemble.entities import find_entities
from generator.assemble.events import find_events
from generator.assemble.names import gather_names, new_names
from generator.assemble.relations import join as join_relations
from generator.assemble.relations.reported import denies
from generator.assemble.relations.written import implied, written
from generator.assemble.unresolved import still_open
from generator.model.dossier import Dossier
from generator.model.ledger import Ledgers
from generator.model.listed import Listed
from generator.model.lists import ID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.assemble.contribution import Contribution
    from generator.assemble.names import Names
    from generator.model.annotation import AnnotatedDocument
    from generator.model.registry import Registry
    from generator.model.settings import Settings


def assemble(settings: Settings, registry: Registry, documents: Iterable[AnnotatedDocument]) -> Dossier:
    """The dossier of `documents`, whose evidence the registry's facts were checked against when they were read."""
    sources = tuple(documents)
    names = gather_names(registry, chain.from_iterable(map(new_names, sources)))
    return join(settings, registry, names, (contribute(source, names) for source in sources))


def join(settings: Settings, registry: Registry, names: Names, contributions: Iterable[Contribution]) -> Dossier:
    """The dossier of what the sources contribute, each read with `names`."""
    ordered = sorted(contributions, key=lambda contribution: publication_order(contribution.source))
    corpus = Corpus(names, tuple(contribution.source for contribution in ordered))
    found = [contribution.findings for contribution in ordered]
    statements = Listed(contribution.statements for contribution in ordered)
    entities = find_entities(corpus, registry, ordered)
    extracted = chain.from_iterable(each.disputes for each in found)
    disputes = find_disputes(corpus, registry, statements.of, extracted, settings.language)
    disputed = {key for dispute in disputes for side in dispute.sides for key in side.statements}
    known = {statement.id: statement for each in found for statement in each.disputed}
    return Dossier(
        settings=settings,
        sources=corpus.sources,
        entities=entities,
        mentions=Listed(c.mentions for c in ordered),
        quotations=Listed(c.quotations for c in ordered),
        statements=statements,
        events=find_events(corpus, registry, chain.from_iterable(each.events for each in found)),
        relations=join_relations(
            written(corpus, registry),
            implied(entities),
            *(each.quoted for each in found),
            *(each.reported for each in found),
            denies(disputes, lambda key: known.get(key) or statements.by(ID)[key][0]),
            *(each.stated for each in found),
        ),
        disputes=disputes,
        sections=Listed(c.sections for c in ordered),
        unresolved=tuple(item for each in found for item in still_open(each.doubts, disputed)),
        ledgers=Ledgers(
            metonyms=Listed(c.metonyms for c in ordered),
            surnames=Listed(c.surnames for c in ordered),
            figures=Listed(c.figures for c in ordered),
            silences=Listed(c.silences for c in ordered),
        ),
        nouns=frozenset(chain.from_iterable(each.nouns for each in found)),
        changes=registry.changes,
    )
