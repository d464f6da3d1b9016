"""Everything the assemblers look things up in: the sources, the registry, and an id for every name that is new."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.german.names.forms import fold
from generator.german.names.gazetteer import state_of_adjective
from generator.model.address import slug
from generator.model.dossier import Evidence, Speaker
from generator.model.edtf import sort_key
from generator.model.ids import AliasKind, EntityId, Kind
from generator.model.wording import locate_wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.annotation import AnnotatedDocument, Mention, Party, Sentence
    from generator.model.ids import SourceId
    from generator.model.registry import Registry, RegistryEntity, Wording
    from generator.model.span import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


class _Sourced(Protocol):
    @property
    def source(self) -> SourceId: ...


T = TypeVar("T", bound=_Spanned)
S = TypeVar("S", bound=_Sourced)
DRAFT_KINDS = frozenset(
    {Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE, Kind.WEAPON},
)
_SPELLINGS = frozenset({AliasKind.SPELLING, AliasKind.ABBREVIATION})
DraftKey = tuple[Kind, str]


@dataclass(frozen=True)
class Corpus:
    """Sources in the order of (published, id); `drafts` gives names that the registry does not know their ids."""

    registry: Registry
    sources: tuple[AnnotatedDocument, ...]
    drafts: Mapping[DraftKey, EntityId]

    @classmethod
    def of(cls, registry: Registry, documents: Iterable[AnnotatedDocument]) -> Corpus:
        """Sort the documents and name the drafts."""
        sources = tuple(sorted(documents, key=_publication_order))
        return cls(registry, sources, _name_drafts(registry, sources))

    @cached_property
    def by_id(self) -> dict[SourceId, AnnotatedDocument]:
        """The annotated documents by source id."""
        return {source.document.id: source for source in self.sources}

    @cached_property
    def _sentence_starts(self) -> dict[SourceId, list[int]]:
        return {s.document.id: [sentence.span.start for sentence in s.parse.sentences] for s in self.sources}

    @cached_property
    def _mentions_at(self) -> dict[SourceId, dict[Span, Mention]]:
        return {s.document.id: {m.span: m for m in s.mentions} for s in self.sources}

    def entity_of(self, mention: Mention) -> EntityId | None:
        """The entity that a mention certainly means, a draft's id for a name that is new."""
        if mention.entity or mention.candidates:
            return mention.entity
        return self.drafts.get((mention.kind, mention.name))

    @cached_property
    def _states(self) -> dict[str, EntityId]:
        """The states of the dossier by their folded names and spellings."""
        known = {fold(n): e.id for e in self.registry.entities if e.kind is Kind.STATE for n in _names(e)}
        return {fold(name): identity for (kind, name), identity in self.drafts.items() if kind is Kind.STATE} | known

    @cached_property
    def _categories(self) -> dict[EntityId, bool]:
        """Whether a weapon of the registry is a category; those that do not say are missing."""
        facts = ((e.id, f) for e in self.registry.entities for f in e.facts if f.property == "category")
        return {identity: fact.value == "true" for identity, fact in facts}

    @cached_property
    def metonyms(self) -> dict[str, tuple[EntityId, ...]]:
        """The metonyms of the registry with the entities that they stand for: "Moskau" → Russland."""
        found: dict[str, tuple[EntityId, ...]] = {}
        for entity in self.registry.entities:
            for alias in entity.aliases:
                if alias.kind is AliasKind.METONYM:
                    found[alias.text] = (*found.get(alias.text, ()), entity.id)
        return found

    @cached_property
    def places(self) -> dict[str, EntityId]:
        """The places of the dossier by their names."""
        known = {e.name: e.id for e in self.registry.entities if e.kind is Kind.PLACE}
        return {name: identity for (kind, name), identity in self.drafts.items() if kind is Kind.PLACE} | known

    def state_named(self, name: str) -> EntityId | None:
        """The state of the dossier with this name or spelling; None if no source names it."""
        return self._states.get(fold(name))

    def is_named_system(self, weapon: Mention) -> bool:
        """Whether a weapon is a named system (KN-23) and no category (Artilleriemunition)."""
        category = self._categories.get(weapon.entity) if weapon.entity else None
        return any(char.isdigit() for char in weapon.name) if category is None else not category

    def speaker(self, source: SourceId, party: Party) -> Speaker:
        """A party as the dossier shows it: linked if the name inside its words is."""
        if party.entity:
            return Speaker(party.name, party.entity)
        inside = [m for span, m in self._mentions_at[source].items() if party.span.contains(span)]
        entities = {self.entity_of(m) for m in inside if m.name == party.name}
        return Speaker(party.name, entities.pop() if len(entities) == 1 else self._government(source, party, inside))

    def _government(self, source: SourceId, party: Party, inside: list[Mention]) -> EntityId | None:
        """The state whose government the words name: "die österreichische Regierung", "die US-Regierung"."""
        words = party.span.of(self.by_id[source].document.text).split()
        if words[-1:] == ["Regierung"]:
            states = [state for word in words[:-1] if (state := state_of_adjective(word))]
            return self.state_named(states[0]) if len(states) == 1 else None
        named = [m for m in inside if m.span.end == party.span.end - len("-Regierung")]
        return self.entity_of(named[0]) if named and words[-1].endswith("-Regierung") else None

    def evidence(self, wordings: Iterable[Wording]) -> tuple[Evidence, ...]:
        """Where the words of the registry stand; `read` has made sure that they do."""
        found = ((w.source, locate_wording(self.by_id[w.source].document, w)) for w in wordings)
        return tuple(Evidence(source, span) for source, span in found if span)

    def sentence_number(self, source: SourceId, offset: int) -> int:
        """The index of the sentence that `offset` stands in, or of the last one before it."""
        return max(0, bisect_right(self._sentence_starts[source], offset) - 1)

    def by_sentence(self, source: SourceId, items: Iterable[T]) -> dict[int, list[T]]:
        """Items of one source under the index of every sentence that they reach into."""
        found: dict[int, list[T]] = {}
        for item in items:
            first = self.sentence_number(source, item.span.start)
            for number in range(first, self.sentence_number(source, item.span.end - 1) + 1):
                found.setdefault(number, []).append(item)
        return found

    def by_source(self, items: Iterable[S]) -> dict[SourceId, list[S]]:
        """Items under the source that they are from; every source has its list."""
        found: dict[SourceId, list[S]] = {source.document.id: [] for source in self.sources}
        for item in items:
            found[item.source].append(item)
        return found

    def sentence_at(self, source: SourceId, offset: int) -> Sentence:
        """The sentence that `offset` stands in, or the last one before it."""
        return self.by_id[source].parse.sentences[self.sentence_number(source, offset)]


def _publication_order(source: AnnotatedDocument) -> tuple[object, ...]:
    published = source.document.meta.published
    return (published is None, sort_key(published) if published else (), source.document.id)


def _name_drafts(registry: Registry, sources: tuple[AnnotatedDocument, ...]) -> dict[DraftKey, EntityId]:
    """Ids for new names: the name's slug, with its kind behind it where two would share one."""
    new = sorted({(m.kind, m.name) for s in sources for m in s.mentions if _makes_a_draft(m)})
    wanted = Counter(slug(name) for _, name in new)
    taken = {e.id for e in registry.entities} | {old for e in registry.entities for old in e.formerly}
    drafts: dict[DraftKey, EntityId] = {}
    for kind, name in new:
        plain = slug(name)
        free = wanted[plain] == 1 and plain not in taken
        drafts[kind, name] = EntityId(plain if free else f"{plain}-{kind}")
    return drafts


def _makes_a_draft(mention: Mention) -> bool:
    """A new name is worth a page of its own; a surname alone is not, it may be anybody's."""
    known = bool(mention.entity or mention.candidates)
    full = mention.kind is not Kind.PERSON or " " in mention.name
    return not known and full and mention.kind in DRAFT_KINDS


def _names(entity: RegistryEntity) -> tuple[str, ...]:
    return (entity.name, *(alias.text for alias in entity.aliases if alias.kind in _SPELLINGS))
