"""The answers that a context gives to questions, as hashes: two runs give equal hashes only for equal answers.

Of the nouns that sources contribute the hashes are kept with the contributions. Everything else is written out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.cache.parts import KeptSource
from generator.cache.sealed import hashed
from generator.cache.watch import answer
from generator.model.annotation import AnnotatedDocument
from generator.model.dossier import Evidence
from generator.model.listed import Found, Listed
from generator.model.postings import Part
from generator.render.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.cache.watch import Question
    from generator.model.ids import SourceId
    from generator.render.context import Context

_ATOMS = (str, int, float, bool, type(None))
_DIGITS = 32
_Way = Callable[[Any], str]


class Answers:
    """What a context answers; `digests` are the hashes of what each source contributes."""

    def __init__(self, context: Context, digests: Mapping[SourceId, str]) -> None:
        self.context = context
        self._digests = digests
        self._known: dict[int, tuple[object, str]] = {}
        self._ways: dict[type, _Way] = {}

    def __call__(self, question: Question) -> str:
        """The hash of the answer to `question`, or the answer itself where that is short."""
        shown = self._shown(answer(self.context, question))
        return shown if len(shown) <= _DIGITS else hashed(shown)[:_DIGITS]

    def _shown(self, value: Any) -> str:  # noqa: ANN401  an answer may be anything
        way = self._ways.get(type(value)) or self._way(type(value))
        return way(value)

    def _way(self, type_: type) -> _Way:
        """How values of a type are written out; TypeError for what is no noun."""
        ways: tuple[tuple[type | tuple[type, ...], _Way], ...] = (
            (_ATOMS, repr),
            ((tuple, list), self._sequence),
            ((Found, Listed, Part), attrgetter("digest")),
            (Mapping, self._mapping),
            (AbstractSet, lambda value: "{" + ",".join(sorted(map(self._shown, value))) + "}"),
            (Evidence, lambda value: f"{value.source} {value.span.start} {value.span.end}"),
            ((AnnotatedDocument, KeptSource), lambda value: self._digests[value.document.id]),
            (Source, self._source),
        )
        found = next((way for types, way in ways if issubclass(type_, types)), None)
        self._ways[type_] = found or partial(self._noun, [attrgetter(field.name) for field in fields(type_)])
        return self._ways[type_]

    def _sequence(self, values: Iterable[object]) -> str:
        return f"({','.join(map(self._shown, values))})"

    def _mapping(self, values: Mapping[object, object]) -> str:
        return "{" + ",".join(f"{key!r}:{self._shown(value)}" for key, value in values.items()) + "}"

    def _source(self, source: Source) -> str:
        excerpts = source.excerpts
        place = (source.number, source.page, source.title, excerpts.cited, sorted(excerpts.disputed))
        return hashed(self._digests[source.annotated.document.id], repr(place))[:_DIGITS]

    def _noun(self, getters: Iterable[Callable[[object], object]], value: object) -> str:
        """A noun, or its hash where that is shorter, worked out once."""
        if id(value) not in self._known:
            told = type(value).__name__ + self._sequence(get(value) for get in getters)
            self._known[id(value)] = value, told if len(told) <= _DIGITS else hashed(told)[:_DIGITS]
        return self._known[id(value)][1]
