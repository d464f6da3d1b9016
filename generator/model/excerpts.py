"""Which sentences may be published: all of a source with full rights, else those that serve as evidence.

Evidence is what a fact, a relation, an event or a dispute rests on, and every statement that is somebody's: the
words of the article itself are not repeated for their own sake.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import chain
from operator import attrgetter, or_
from typing import TYPE_CHECKING

from generator.model.listed import Found
from generator.model.lists import ID, SENTENCE, VOICED, lists_of, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, Evidence, Statement
    from generator.model.ids import SourceId
    from generator.model.listed import Listed
    from generator.model.postings import Key, Part
    from generator.model.span import Span


@dataclass(frozen=True)
class Excerpts:
    """What of a source may be published; `cited` is the evidence in it, `disputed` are ids of its statements `said`.

    Both are empty where the rights allow to publish all of it.
    """

    source: AnnotatedDocument
    said: Part[Statement] | None = None
    cited: tuple[Span, ...] = ()
    disputed: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether all of it may be published."""
        return self.source.document.meta.rights == "full"

    @cached_property
    def shown(self) -> frozenset[Span]:
        """The spans of the sentences that may be published."""
        sentences = [sentence.span for sentence in self.source.parse.sentences]
        if self.whole:
            return frozenset(sentences)
        spoken = (span_of(key) for key, bits in self.sentences.items() if bits & self.told)
        return frozenset(_touched(sentences, sorted((*self.cited, *spoken), key=attrgetter("start"))))

    @property
    def sentences(self) -> Mapping[Key, int]:
        """The keys of the sentences that claim something, each with the bits of its statements."""
        return self.said.bits(SENTENCE) if self.said else {}

    @cached_property
    def told(self) -> int:
        """The bits of the statements that somebody makes or disputes."""
        if not self.said:
            return 0
        disputed = (self.said.bits(ID)[key] for key in self.disputed)
        return reduce(or_, (*self.said.bits(VOICED).values(), *disputed), 0)


def excerpts(dossier: Dossier) -> dict[SourceId, Excerpts]:
    """What of each source may be published."""
    found = {source.document.id: Excerpts(source) for source in dossier.sources}
    partly = {key for key, excerpt in found.items() if not excerpt.whole}
    if partly:
        found |= _limited(dossier, {key: found[key].source for key in found if key in partly})
    return found


def _limited(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[tuple[SourceId, Excerpts]]:
    statements = lists_of(dossier).statements
    cited: defaultdict[SourceId, list[Span]] = defaultdict(list)
    for evidence in _evidence(dossier):
        cited[evidence.source].append(evidence.span)
    disputed: defaultdict[SourceId, set[str]] = defaultdict(set)
    for key in {key for dispute in dossier.disputes for side in dispute.sides for key in side.statements}:
        for source in statements.by(ID)[key].counts:
            disputed[source].add(key)
    for source, annotated in sources.items():
        said = statements.of.get(source)
        yield source, Excerpts(annotated, said, tuple(sorted(cited[source])), frozenset(disputed[source]))


def _evidence(dossier: Dossier) -> Iterator[Evidence]:
    facts = (fact for entity in dossier.entities for fact in (*entity.facts, entity.summary) if fact)
    yield from chain.from_iterable(fact.evidence for fact in facts)
    yield from chain.from_iterable(relation.evidence for relation in dossier.relations)
    yield from chain.from_iterable(event.evidence for event in dossier.events)


def _touched(sentences: Iterable[Span], cited: list[Span]) -> Iterator[Span]:
    waiting = 0
    reach = 0
    for sentence in sentences:
        while waiting < len(cited) and cited[waiting].start < sentence.end:
            reach = max(reach, cited[waiting].end)
            waiting += 1
        if reach > sentence.start:
            yield sentence


def hidden_statements(statements: Listed[Statement], found: Mapping[SourceId, Excerpts]) -> Found[Statement]:
    """Those whose sentence may not be published."""
    parts = enumerate(found[part.source] for part in statements.parts)
    return Found.of(statements.parts, {number: _hidden(excerpts) for number, excerpts in parts if not excerpts.whole})


def _hidden(excerpts: Excerpts) -> int:
    """The bits of the statements in whose sentence nobody speaks, nothing is disputed, and no evidence is."""
    told = excerpts.told
    silent = {span_of(key): bits for key, bits in excerpts.sentences.items() if not bits & told}
    shown = set(_touched(silent, sorted(excerpts.cited, key=attrgetter("start"))))
    return reduce(or_, (bits for span, bits in silent.items() if span not in shown), 0)
