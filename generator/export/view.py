"""A dossier with everything looked up that the formats ask for again and again; built once, in linear time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.export.text import plain
from generator.model.address import absolute, entity_place, source_page
from generator.model.anchors import sentence_anchors
from generator.model.dossier import Dossier
from generator.model.excerpts import shown_sentences
from generator.model.ledger import Ledgers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Entity, Evidence, Statement
    from generator.model.ids import EntityId, SourceId
    from generator.model.span import Span


class _Sourced(Protocol):
    @property
    def source(self) -> SourceId: ...


S = TypeVar("S", bound=_Sourced)


@dataclass(frozen=True)
class Source:
    """A source with those of its sentences that its rights allow to publish."""

    annotated: AnnotatedDocument
    shown: frozenset[Span]

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of its sentences."""
        return sentence_anchors(self.annotated.parse)

    def words(self, span: Span) -> str | None:
        """The words of `span` on one line; None where the rights do not allow to publish them."""
        document, sentences = self.annotated.document, self.annotated.parse.sentences
        touched = self.annotated.parse.touched(span)
        allowed = bool(touched) and all(sentences[number].span in self.shown for number in touched)
        return plain(span.of(document.text)) if allowed or document.meta.rights == "full" else None

    def place(self, span: Span) -> str:
        """Where the page of the source shows `span`: its first sentence, or the page where it is in none."""
        page, touched = source_page(self.annotated.document.id), self.annotated.parse.touched(span)
        return f"{page}#{self.anchors[touched[0]]}" if touched else page


@dataclass(frozen=True)
class View:
    """What a format may ask for."""

    dossier: Dossier
    entities: Mapping[EntityId, Entity]
    sources: Mapping[SourceId, Source]
    statements: Mapping[str, Statement]

    @cached_property
    def relation_places(self) -> Mapping[str, list[str]]:
        """The public addresses of the sentences that each relation rests on, each once."""
        return {relation.id: self._places(relation.evidence) for relation in self.dossier.relations}

    @cached_property
    def each(self) -> Mapping[SourceId, Dossier]:
        """Dossiers that hold the lists of one source and nothing else."""
        return dict(_each(self.dossier))

    def url(self, place: str) -> str:
        """The public address of a place relative to `docs/`."""
        return absolute(self.dossier.settings.site_url, place)

    def entity_url(self, entity: EntityId) -> str:
        """The public address of an entity."""
        return self.url(entity_place(self.entities[entity]))

    def name(self, entity: EntityId | None) -> str | None:
        """The name of an entity."""
        return plain(self.entities[entity].name) if entity else None

    def words(self, source: SourceId, span: Span) -> str | None:
        """The words of `span`; None where the rights of the source do not allow to publish them."""
        return self.sources[source].words(span)

    def _places(self, evidence: Iterable[Evidence]) -> list[str]:
        return list(dict.fromkeys(self.url(self.sources[piece.source].place(piece.span)) for piece in evidence))


def view(dossier: Dossier) -> View:
    """Look everything up once."""
    shown = shown_sentences(dossier)
    return View(
        dossier=dossier,
        entities={entity.id: entity for entity in dossier.entities},
        sources={source.document.id: Source(source, shown[source.document.id]) for source in dossier.sources},
        statements={statement.id: statement for statement in dossier.statements},
    )


def narrowed(view: View, source: SourceId) -> View:
    """`view` with one source and its lists."""
    return replace(view, dossier=view.each[source], sources={source: view.sources[source]})


def _each(dossier: Dossier) -> Iterator[tuple[SourceId, Dossier]]:
    mentions, quotations = _by_source(dossier.mentions), _by_source(dossier.quotations)
    statements, ledgers = _by_source(dossier.statements), dossier.ledgers
    metonyms, surnames = _by_source(ledgers.metonyms), _by_source(ledgers.surnames)
    figures, silences = _by_source(ledgers.figures), _by_source(ledgers.silences)
    for source in dossier.sources:
        key = source.document.id
        found = Ledgers(metonyms[key], surnames[key], figures[key], silences[key])
        yield (
            key,
            Dossier(
                settings=dossier.settings,
                sources=(source,),
                mentions=mentions[key],
                quotations=quotations[key],
                statements=statements[key],
                ledgers=found,
            ),
        )


def _by_source(items: Iterable[S]) -> Mapping[SourceId, tuple[S, ...]]:
    found: defaultdict[SourceId, list[S]] = defaultdict(list)
    for source, group in groupby(items, attrgetter("source")):
        found[source] += group
    return defaultdict(tuple, {source: tuple(group) for source, group in found.items()})
