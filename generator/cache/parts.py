"""What a source adds to the lists, as lines of JSON: postings, and nouns that are read when somebody asks for one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from generator.cache.nouns import decode, encode
from generator.model.annotation import AnnotatedDocument, Parse
from generator.model.dossier import EntityMention, EntityQuotation, Section, Statement
from generator.model.ledger import Figure, Reading, Silence
from generator.model.lists import INDEXES
from generator.model.postings import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model.annotation import Block, Sentence, TemporalExpression
    from generator.model.document import Document
    from generator.model.ids import Edtf
    from generator.model.page import Bytes
    from generator.model.postings import Index, Key, Posting

T = TypeVar("T")
NOUNS: Mapping[str, type] = {
    "mentions": tuple[EntityMention, ...],
    "quotations": tuple[EntityQuotation, ...],
    "statements": tuple[Statement, ...],
    "sections": tuple[Section, ...],
    "metonyms": tuple[Reading, ...],
    "surnames": tuple[Reading, ...],
    "figures": tuple[Figure, ...],
    "silences": tuple[Silence, ...],
}
"""What each list holds of a source."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is kept of a source that is laid out."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    dates: tuple[TemporalExpression, ...]
    anchors: tuple[str, ...]


class KeptPart(Part[T]):
    """The part of the list `name` that was kept for `document`; `lines` are its nouns, and the postings by index."""

    proven = True

    def __init__(self, document: Document, name: str, size: int, digest: str, lines: Sequence[Bytes]) -> None:
        super().__init__()
        self.source = document.id
        self._digest = digest
        self._name = name
        self._size = size
        self._lines = lines

    def __len__(self) -> int:
        return self._size

    @property
    def nouns(self) -> Sequence[T]:
        """All of it."""
        return self._read

    @property
    def digest(self) -> str:
        """A hash of it."""
        return self._digest

    @cached_property
    def _read(self) -> Sequence[T]:
        nouns: Sequence[T] = decode(NOUNS[self._name], self._lines[0])
        return nouns

    def postings(self, index: Index[T]) -> Mapping[Key, Posting]:
        """As `Part`."""
        return self._postings.get(index.name, {})

    @cached_property
    def _postings(self) -> Mapping[str, Mapping[Key, Posting]]:
        return decode(dict[str, dict[str, str]], self._lines[1])


class KeptSource:
    """A source that was kept laid out: an `AnnotatedDocument` without names, quotations and claims."""

    mentions = quotations = claims = ()

    def __init__(self, document: Document, title: str, wordings: tuple[tuple[Edtf, str], ...], layout: Bytes) -> None:
        self.document = document
        self.title = title
        self.wordings = wordings
        self._layout = layout

    @property
    def parse(self) -> Parse:
        """Its blocks and sentences."""
        return self._whole.parse

    @property
    def dates(self) -> tuple[TemporalExpression, ...]:
        """Its dates."""
        return self._whole.dates

    @property
    def anchors(self) -> tuple[str, ...]:
        """An anchor for each sentence."""
        return self._found.anchors

    @cached_property
    def _whole(self) -> AnnotatedDocument:
        found = self._found
        return AnnotatedDocument(Parse(self.document, found.blocks, found.sentences), dates=found.dates)

    @cached_property
    def _found(self) -> Layout:
        return decode(Layout, self._layout)


def written(name: str, part: Part[Any]) -> Iterator[bytes]:
    """The lines that hold a part of the list `name`."""
    yield encode(part.nouns)
    yield encode({index.name: part.postings(index) for index in INDEXES[name]})


def laid_out(source: AnnotatedDocument) -> bytes:
    """The line that holds what is kept of `source`."""
    return encode(Layout(source.parse.blocks, source.parse.sentences, source.dates, source.anchors))
