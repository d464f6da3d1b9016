"""A dossier with everything looked up that the formats ask for again and again; built once, in linear time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.export.offsets import composed
from generator.export.text import plain, utf8
from generator.model.address import absolute, entity_place, source_page
from generator.model.dossier import Dossier
from generator.model.excerpts import excerpts
from generator.model.ids import Certainty, EntityId, Kind, Origin
from generator.model.ledger import Ledgers
from generator.model.lists import ENTITY, ID, INDEXES, by_source, lists_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document
    from generator.model.dossier import Entity, Evidence, Fact, Relation, Statement, Unresolved
    from generator.model.excerpts import Excerpts
    from generator.model.ids import SourceId
    from generator.model.listed import Inverted
    from generator.model.page import Bytes
    from generator.model.settings import Settings
    from generator.model.span import Span


SHARED = ("entities", "disputes", "events", "relations")
"""The lists of a dossier whose nouns belong to no single source."""


@dataclass(frozen=True)
class Source:
    """A source with what of it its rights allow to publish; `known` are its anchors, if at hand."""

    annotated: AnnotatedDocument
    excerpts: Excerpts
    known: Bytes = b""

    @cached_property
    def anchors(self) -> Sequence[str]:
        """The anchors of its sentences."""
        return bytes(self.known).decode().split() or self.annotated.anchors

    def words(self, span: Span) -> str | None:
        """The words of `span` on one line; None where the rights do not allow to publish them."""
        document, sentences = self.annotated.document, self.annotated.parse.sentences
        touched = self.annotated.parse.touched(span)
        allowed = bool(touched) and all(sentences[number].span in self.excerpts.shown for number in touched)
        return plain(span.of(document.text)) if allowed or document.meta.rights == "full" else None

    def place(self, span: Span) -> str:
        """Where the page of the source shows `span`: its first sentence, or the page where it is in none."""
        page, touched = source_page(self.annotated.document.id), self.annotated.parse.touched(span)
        return f"{page}#{self.anchors[touched[0]]}" if touched else page


@dataclass(frozen=True, slots=True)
class Named:
    """What those who refer to an entity say of it: its name, what it is, its public address."""

    name: str
    kind: Kind
    url: str


@dataclass(frozen=True)
class View:
    """What a format may ask for.

    `mentioned` counts the mentions of each entity, `asserted` are type and object of the relations that the sources
    themselves assert, by their subjects, `composed` the documents in which offsets are not those of the file.
    """

    dossier: Dossier
    entities: Mapping[EntityId, Entity]
    named: Mapping[EntityId, Named]
    mentioned: Mapping[EntityId, int]
    asserted: Mapping[EntityId, Sequence[tuple[str, EntityId]]]
    statements: Inverted[Statement]
    sources: Mapping[SourceId, Source]
    composed: Mapping[SourceId, Document]

    def statement(self, key: str) -> Statement | None:
        """The statement with the id `key`."""
        return next(iter(self.statements[key]), None)

    @cached_property
    def unresolved(self) -> Mapping[SourceId, Sequence[Unresolved]]:
        """What is unresolved in each source."""
        return by_source(self.dossier.unresolved)

    def url(self, place: str) -> str:
        """The public address of a place relative to `docs/`."""
        return absolute(self.dossier.settings.site_url, place)

    def entity_url(self, entity: EntityId) -> str:
        """The public address of an entity."""
        return self.named[entity].url

    def name(self, entity: EntityId | None) -> str | None:
        """The name of an entity."""
        return self.named[entity].name if entity else None

    def kind(self, entity: EntityId) -> Kind:
        """What an entity is."""
        return self.named[entity].kind

    def words(self, source: SourceId, span: Span) -> str | None:
        """The words of `span`; None where the rights of the source do not allow to publish them."""
        return self.sources[source].words(span)

    def places(self, evidence: Iterable[Evidence]) -> list[str]:
        """The public addresses of the sentences that something rests on, each once."""
        return list(dict.fromkeys(self.url(self.sources[piece.source].place(piece.span)) for piece in evidence))


def view(dossier: Dossier, known: Mapping[SourceId, Excerpts] | None = None) -> View:
    """Look everything up once; `known` is what of each source may be published, if that has been found out."""
    shown, lists = known or excerpts(dossier), lists_of(dossier)
    return View(
        dossier=dossier,
        entities={entity.id: entity for entity in dossier.entities},
        named={entity.id: _named(entity, dossier.settings) for entity in dossier.entities},
        mentioned={EntityId(key): len(found) for key, found in lists.mentions.by(ENTITY).items()},
        asserted=_asserted(dossier.relations),
        statements=lists.statements.by(ID),
        sources={source.document.id: Source(source, shown[source.document.id]) for source in dossier.sources},
        composed=composed(source.document for source in dossier.sources),
    )


def units(view: View) -> Iterator[View]:
    """What belongs to no single source, and each source with its lists."""
    shared = {name: getattr(view.dossier, name) for name in SHARED}
    yield of_nouns(view, **shared)
    yield from (of_source(view, source) for source in view.sources)


def anchors(view: View) -> bytes:
    """The anchors of the one source that `view` is narrowed to, as `with_anchors` takes them."""
    return utf8(" ".join(chain.from_iterable(view.sources[s.document.id].anchors for s in view.dossier.sources)))


def with_anchors(view: View, known: Mapping[SourceId, Bytes]) -> View:
    """`view`, which need not find the anchors of its sources any more."""
    sources = {key: Source(source.annotated, source.excerpts, known[key]) for key, source in view.sources.items()}
    return replace(view, sources=sources)


def of_nouns(view: View, **lists: Any) -> View:  # noqa: ANN401  of each list the nouns that are wanted
    """`view` with nothing but these nouns, which belong to no single source."""
    return replace(view, dossier=Dossier(settings=view.dossier.settings, sources=(), **lists))


def of_source(view: View, source: SourceId) -> View:
    """`view` with one source and its lists."""
    seen = view.sources[source]
    lists = lists_of(view.dossier)
    own: dict[str, Sequence[Any]] = {name: getattr(lists, name).of.get(source, ()) for name in INDEXES}
    dossier = Dossier(
        settings=view.dossier.settings,
        sources=(seen.annotated,),
        mentions=own["mentions"],
        quotations=own["quotations"],
        statements=own["statements"],
        unresolved=tuple(view.unresolved[source]),
        ledgers=Ledgers(own["metonyms"], own["surnames"], own["figures"], own["silences"]),
    )
    return replace(view, dossier=dossier, sources={source: seen}, composed=composed([seen.annotated.document]))


def _named(entity: Entity, settings: Settings) -> Named:
    return Named(plain(entity.name), entity.kind, absolute(settings.site_url, entity_place(entity)))


def _asserted(relations: Iterable[Relation]) -> Mapping[EntityId, list[tuple[str, EntityId]]]:
    found: defaultdict[EntityId, list[tuple[str, EntityId]]] = defaultdict(list)
    for relation in relations:
        if asserts(relation) and not relation.holders:
            found[relation.subject].append((relation.type, relation.object))
    return dict(found)


def asserts(item: Fact | Relation) -> bool:
    """Whether the sources themselves say so, in the indicative."""
    return item.certainty is Certainty.ASSERTED and item.origin is not Origin.EXTERNAL
