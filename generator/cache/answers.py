"""The answers that a context gives to questions, as hashes: two runs give equal hashes only for equal answers.

Of the nouns that sources contribute the hashes are known: they are kept with the contributions. Everything else is
written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.cache.sealed import hashed
from generator.cache.watch import answer
from generator.model.annotation import AnnotatedDocument
from generator.model.dossier import Evidence
from generator.render.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.cache.watch import Question
    from generator.model.ids import SourceId
    from generator.render.context import Context

Hashes = dict[int, str]
"""Hashes of nouns by their identity."""
_ATOMS = (str, int, float, bool, type(None))


class Answers:
    """What a context answers; `digests` are the hashes of what each source contributes, `known` those of its nouns."""

    def __init__(self, context: Context, digests: Mapping[SourceId, str], known: Hashes) -> None:
        self.context = context
        self._digests = digests
        self._known = dict(known)
        self._written: list[object] = []
        self._getters: dict[type, tuple[Callable[[object], object], ...]] = {}

    def __call__(self, question: Question) -> str:
        """The hash of the answer to `question`."""
        return hashed(self._shown(answer(self.context, question)))[:32]

    def _shown(self, value: Any) -> str:  # noqa: ANN401  an answer may be anything
        if isinstance(value, _ATOMS):
            return repr(value)
        if isinstance(value, tuple | list):
            return self._list(value)
        known = self._known.get(id(value))
        if known:
            return known
        if isinstance(value, Mapping):
            return "{" + ",".join(f"{key!r}:{self._shown(part)}" for key, part in value.items()) + "}"
        if isinstance(value, AbstractSet):
            return "{" + ",".join(sorted(map(self._shown, value))) + "}"
        self._known[id(value)] = shown = self._noun_shown(value)
        self._written.append(value)
        return shown

    def _list(self, values: tuple[Any, ...] | list[Any]) -> str:
        """A list; where all hashes in it are known, in no time."""
        try:
            return f"({','.join(map(self._known.__getitem__, map(id, values)))})"
        except KeyError:
            return f"({','.join(map(self._shown, values))})"

    def _noun_shown(self, value: Any) -> str:  # noqa: ANN401  as above
        if isinstance(value, Evidence):
            return f"{value.source} {value.span.start} {value.span.end}"
        if isinstance(value, AnnotatedDocument):
            return self._digests[value.document.id]
        if isinstance(value, Source):
            place = (value.number, value.page, value.title, sorted(value.shown))
            return hashed(self._digests[value.annotated.document.id], repr(place))[:32]
        return hashed(type(value).__name__, self._list([get(value) for get in self._fields(type(value))]))[:32]

    def _fields(self, type_: type) -> tuple[Callable[[object], object], ...]:
        """What a noun holds; TypeError for anything else."""
        if type_ not in self._getters:
            self._getters[type_] = tuple(attrgetter(field.name) for field in fields(type_))
        return self._getters[type_]
