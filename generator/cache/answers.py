"""The answers that a context gives to questions, as hashes: two runs give equal hashes only for equal answers.

What was found in one source alone stands for that source: it is told from others by the hash of the source's
contribution, which is known anyway, and by its place in it. So an answer of thousands of statements costs hardly
anything. Everything else is written out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.cache.sealed import hashed
from generator.cache.watch import answer
from generator.export.view import Source as ViewSource
from generator.model.annotation import AnnotatedDocument
from generator.model.dossier import EntityMention, EntityQuotation, Section, Statement
from generator.model.ledger import Figure, Reading, Silence
from generator.render.context import Source

if TYPE_CHECKING:
    from generator.cache.watch import Question
    from generator.model.ids import SourceId

_PLACE: dict[type, Callable[[Any], object]] = {
    Statement: attrgetter("id"),
    EntityQuotation: attrgetter("id"),
    EntityMention: attrgetter("span.start"),
    Section: attrgetter("span.start", "topic"),
    Reading: attrgetter("span.start"),
    Figure: attrgetter("span.start"),
    Silence: attrgetter("span.start"),
}
"""What is found in one source alone, and where in it."""
N = TypeVar("N")
_ATOMS = (str, int, float, bool, type(None))


class Answers(Generic[N]):
    """What a noun answers; `digests` are the hashes of what each source contributes."""

    def __init__(self, noun: N, digests: Mapping[SourceId, str]) -> None:
        self.noun = noun
        self._digests = digests
        self._known: dict[int, tuple[object, str]] = {}
        self._getters: dict[type, tuple[Callable[[object], object], ...]] = {}

    def __call__(self, question: Question) -> str:
        """The hash of the answer to `question`."""
        return hashed(self._shown(answer(self.noun, question)))[:32]

    def _shown(self, value: Any) -> str:  # noqa: ANN401  an answer may be anything
        if isinstance(value, _ATOMS):
            return repr(value)
        if isinstance(value, tuple | list):
            return self._list(value)
        known = self._known.get(id(value))
        if known:
            return known[1]
        if isinstance(value, Mapping):
            return "{" + ",".join(f"{key!r}:{self._shown(part)}" for key, part in value.items()) + "}"
        if isinstance(value, AbstractSet):
            return "{" + ",".join(sorted(map(self._shown, value))) + "}"
        shown = self._noun_shown(value)
        self._known[id(value)] = (value, shown)
        return shown

    def _list(self, values: tuple[Any, ...] | list[Any]) -> str:
        """A list; if everything in it is of one type that sources contribute, in no time."""
        types = {*map(type, values)}
        place = _PLACE.get(types.pop()) if len(types) == 1 else None
        if place is None:
            return "(" + ",".join(map(self._shown, values)) + ")"
        sources = {source: self._digests[source] for source in map(attrgetter("source"), values)}
        return f"{sources} {[*map(place, values)]}"

    def _noun_shown(self, value: Any) -> str:  # noqa: ANN401  as above
        if isinstance(value, AnnotatedDocument):
            return self._digests[value.document.id]
        if isinstance(value, Source | ViewSource):
            place = (value.number, value.page, value.title) if isinstance(value, Source) else ()
            return f"{self._digests[value.annotated.document.id]} {place} {sorted(span.start for span in value.shown)}"
        if type(value) in _PLACE:
            return self._list([value])
        return f"{type(value).__name__}({self._list([get(value) for get in self._fields(type(value))])})"

    def _fields(self, type_: type) -> tuple[Callable[[object], object], ...]:
        """What a noun holds; TypeError for anything else."""
        if type_ not in self._getters:
            self._getters[type_] = tuple(attrgetter(field.name) for field in fields(type_))
        return self._getters[type_]
