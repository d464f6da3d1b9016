"""Annotated documents and the registry put together: one dossier, each value with its evidence.

First what each source contributes by itself, then what all of them say together.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeVar

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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.assemble.contribution import Contribution
    from generator.assemble.names import Names
    from generator.model.annotation import AnnotatedDocument
    from generator.model.registry import Registry
    from generator.model.settings import Settings

T = TypeVar("T")


def assemble(settings: Settings, registry: Registry, documents: Iterable[AnnotatedDocument]) -> Dossier:
    """The dossier of `documents`, whose evidence the registry's facts were checked against when they were read."""
    sources = tuple(documents)
    names = gather_names(registry, chain.from_iterable(map(new_names, sources)))
    return join(settings, registry, names, (contribute(source, names) for source in sources))


def join(settings: Settings, registry: Registry, names: Names, contributions: Iterable[Contribution]) -> Dossier:
    """The dossier of what the sources contribute, each read with `names`."""
    ordered = sorted(contributions, key=lambda contribution: publication_order(contribution.source))
    corpus = Corpus(names, tuple(contribution.source for contribution in ordered))
    statements = {statement.id: statement for c in ordered for statement in c.statements}
    said_in = {c.source.document.id: c.statements for c in ordered}
    entities = find_entities(corpus, registry, ordered)
    extracted = chain.from_iterable(c.disputes for c in ordered)
    disputes = find_disputes(corpus, registry, said_in, extracted, settings.language)
    disputed = {key for dispute in disputes for side in dispute.sides for key in side.statements}
    return Dossier(
        settings=settings,
        sources=corpus.sources,
        entities=entities,
        mentions=_all(ordered, lambda c: c.mentions),
        quotations=_all(ordered, lambda c: c.quotations),
        statements=_all(ordered, lambda c: c.statements),
        events=find_events(corpus, registry, chain.from_iterable(c.events for c in ordered)),
        relations=join_relations(
            written(corpus, registry),
            implied(entities),
            *(c.quoted for c in ordered),
            *(c.reported for c in ordered),
            denies(disputes, statements),
            *(c.stated for c in ordered),
        ),
        disputes=disputes,
        sections=_all(ordered, lambda c: c.sections),
        unresolved=_all(ordered, lambda c: still_open(c.doubts, disputed)),
        ledgers=Ledgers(
            metonyms=_all(ordered, lambda c: c.ledgers.metonyms),
            surnames=_all(ordered, lambda c: c.ledgers.surnames),
            figures=_all(ordered, lambda c: c.ledgers.figures),
            silences=_all(ordered, lambda c: c.ledgers.silences),
        ),
        nouns=frozenset(chain.from_iterable(c.nouns for c in ordered)),
        changes=registry.changes,
    )


def _all(contributions: Iterable[Contribution], part: Callable[[Contribution], Iterable[T]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(map(part, contributions)))
