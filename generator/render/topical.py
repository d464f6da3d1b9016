"""What belongs to each topic: the statements and the names that stand in its sections, found in one pass."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.dossier import Dossier, Section, Statement
    from generator.model.ids import EntityId, SourceId
    from generator.model.span import Span


class _Placed(Protocol):
    @property
    def source(self) -> SourceId: ...
    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Topical:
    """By topic the statements that may be shown and how often each entity is named; the latter also by entity."""

    said_on: Mapping[EntityId, tuple[Statement, ...]]
    named_on: Mapping[EntityId, Mapping[EntityId, int]]
    topics_of: Mapping[EntityId, Mapping[EntityId, int]]


def topical(
    dossier: Dossier, sections: Mapping[SourceId, tuple[Section, ...]], shown: Mapping[SourceId, frozenset[Span]]
) -> Topical:
    """Find the topic of everything; `sections` by their source, `shown` are the sentences that may be published."""
    said: defaultdict[EntityId, list[Statement]] = defaultdict(list)
    named: defaultdict[EntityId, Counter[EntityId]] = defaultdict(Counter)
    topics: defaultdict[EntityId, Counter[EntityId]] = defaultdict(Counter)
    for topic, statement in _placed(dossier.statements, sections):
        if statement.sentence in shown[statement.source]:
            said[topic].append(statement)
    for topic, mention in _placed(dossier.mentions, sections):
        named[topic][mention.entity] += 1
        topics[mention.entity][topic] += 1
    return Topical({topic: tuple(found) for topic, found in said.items()}, dict(named), dict(topics))


def _placed(items: Iterable[P], sections: Mapping[SourceId, tuple[Section, ...]]) -> Iterator[tuple[EntityId, P]]:
    """Each of `items` that stands in the section of a topic, under that; `sections` stand in the order of the text."""
    starts = {source: [section.span.start for section in found] for source, found in sections.items()}
    for item in items:
        number = bisect_right(starts.get(item.source, ()), item.span.start) - 1
        topic = sections[item.source][number].topic if number >= 0 else None
        if topic:
            yield topic, item
