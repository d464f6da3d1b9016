"""The sources that are put together, with where things stand in them and what the names in them mean."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from generator.german.names.gazetteer import state_of_adjective
from generator.model.dossier import Evidence, Speaker
from generator.model.edtf import sort_key
from generator.model.placed import Sourced, Spanned
from generator.model.wording import locate_wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.assemble.names import Names
    from generator.model.annotation import AnnotatedDocument, Mention, Party, Sentence
    from generator.model.ids import EntityId, SourceId
    from generator.model.registry import Wording
    from generator.model.span import Span


T = TypeVar("T", bound=Spanned)
S = TypeVar("S", bound=Sourced)


@dataclass(frozen=True)
class Corpus:
    """One source while it is read by itself, or all of them, in the order of (published, id)."""

    names: Names
    sources: tuple[AnnotatedDocument, ...]

    @cached_property
    def by_id(self) -> dict[SourceId, AnnotatedDocument]:
        """The annotated documents by source id."""
        return {source.document.id: source for source in self.sources}

    @cached_property
    def _mentions_at(self) -> dict[SourceId, dict[Span, Mention]]:
        return {s.document.id: {m.span: m for m in s.mentions} for s in self.sources}

    @cached_property
    def _called(self) -> dict[SourceId, dict[str, list[Mention]]]:
        found: dict[SourceId, dict[str, list[Mention]]] = {s.document.id: {} for s in self.sources}
        for source in self.sources:
            for mention in source.mentions:
                found[source.document.id].setdefault(mention.name, []).append(mention)
        return found

    def entity_of(self, mention: Mention) -> EntityId | None:
        """The entity that a mention certainly means, a draft's id for a name that is new."""
        return self.names.entity_of(mention)

    def state_named(self, name: str) -> EntityId | None:
        """The state of the dossier with this name or spelling; None if no source names it."""
        return self.names.state_named(name)

    def is_named_system(self, weapon: Mention) -> bool:
        """Whether a weapon is a named system (KN-23) and no category (Artilleriemunition)."""
        category = self.names.categories.get(weapon.entity) if weapon.entity else None
        return any(char.isdigit() for char in weapon.name) if category is None else not category

    def speaker(self, source: SourceId, party: Party) -> Speaker:
        """A party as the dossier shows it: linked if the name inside its words is."""
        if party.entity:
            return Speaker(party.name, party.entity)
        inside = [m for span, m in self._mentions_at[source].items() if party.span.contains(span)]
        entities = {self.entity_of(m) for m in inside if m.name == party.name}
        if not inside:  # a pronoun: "sie" has the name of whom it stands for
            entities = {self.entity_of(m) for m in self._called[source].get(party.name, ())}
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
        return max(0, bisect_right(self.by_id[source].parse.sentences, offset, key=attrgetter("span.start")) - 1)

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


def publication_order(source: AnnotatedDocument) -> tuple[object, ...]:
    """What sources are sorted by."""
    published = source.document.meta.published
    return (published is None, sort_key(published) if published else (), source.document.id)
