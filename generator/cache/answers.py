"""The answers that a context gives to questions, as hashes: two runs give equal hashes only for equal answers.

Of the nouns that sources contribute the hashes are kept with the contributions. Everything else is written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec.json import Encoder

from generator.cache.parts import KeptSource
from generator.cache.sealed import hashed
from generator.cache.watch import answer
from generator.model.annotation import AnnotatedDocument
from generator.model.listed import Found, Listed
from generator.model.page import digest
from generator.model.postings import Part
from generator.render.source import Source

if TYPE_CHECKING:
    from generator.cache.watch import Question
    from generator.model.ids import SourceId
    from generator.render.context import Context

_DIGITS = 32


class Answers:
    """What a context answers; `digests` are the hashes of what each source contributes."""

    def __init__(self, context: Context, digests: Mapping[SourceId, str]) -> None:
        self.context = context
        self._digests = digests
        self._write = Encoder(enc_hook=self._told, order="deterministic").encode

    def __call__(self, question: Question) -> str:
        """The hash of the answer to `question`, or the answer itself where that is short; TypeError for no noun."""
        value = answer(self.context, question)
        if type(value) is Found:
            return value.digest[:_DIGITS]
        # A source keeps beside its fields what it has worked out; the order of a mapping is part of an answer.
        kind: type = type(value)
        shown = self._write(self._told(value) if _has_own_way(kind) else value)
        return shown.decode() if len(shown) <= _DIGITS else digest([shown])[:_DIGITS]

    def _told(self, value: Any) -> object:  # noqa: ANN401  an answer may be anything
        """What stands for a value that cannot be written out as it is."""
        if isinstance(value, (Found, Listed, Part)):
            return value.digest
        if isinstance(value, Mapping):
            return list(value.items())
        if isinstance(value, (AnnotatedDocument, KeptSource)):
            return self._digests[value.document.id]
        if isinstance(value, Source):
            return self._source(value)
        raise TypeError(type(value))

    def _source(self, source: Source) -> str:
        excerpts = source.excerpts
        place = (source.number, source.page, source.title, excerpts.cited, sorted(excerpts.disputed))
        return hashed(self._digests[source.annotated.document.id], repr(place))[:_DIGITS]


@cache
def _has_own_way(kind: type) -> bool:
    return issubclass(kind, (Source, AnnotatedDocument, Mapping))
