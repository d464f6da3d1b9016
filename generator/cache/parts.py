"""What a source adds to the lists, as lines of JSON: postings, and nouns that are read when somebody asks for one."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from generator.cache.columns import DamagedError, decode, encode
from generator.errors import InputError, Problem
from generator.model.annotation import AnnotatedDocument
from generator.model.dossier import EntityMention, EntityQuotation, Section, Statement
from generator.model.ledger import Figure, Reading, Silence
from generator.model.lists import INDEXES
from generator.model.postings import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.annotation import Parse, TemporalExpression
    from generator.model.document import Document
    from generator.model.ids import Edtf
    from generator.model.postings import Index, Key, Posting

T = TypeVar("T")
NOUNS: Mapping[str, type] = {
    "mentions": EntityMention,
    "quotations": EntityQuotation,
    "statements": Statement,
    "sections": Section,
    "metonyms": Reading,
    "surnames": Reading,
    "figures": Figure,
    "silences": Silence,
}
"""What each list holds."""


class KeptPart(Part[T]):
    """The part of the list `name` that was kept for `document`; `lines` are the columns of its nouns, and postings."""

    proven = True

    def __init__(self, document: Document, name: str, size: int, digest: str, lines: Sequence[bytes]) -> None:
        super().__init__()
        self.source = document.id
        self._digest = digest
        self._document = document
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
        return decoded(NOUNS[self._name], self._lines[0], self._size, self._document)

    def postings(self, index: Index[T]) -> Mapping[Key, Posting]:
        """As `Part`."""
        try:
            found = json.loads(self._lines[1 + INDEXES[self._name].index(index)])
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or not set(map(type, found.values())) <= {str}:
            raise _foreign(self._document)
        return found


class KeptSource:
    """A source that was kept laid out: an `AnnotatedDocument` without names, quotations and claims."""

    mentions = quotations = claims = ()

    def __init__(self, document: Document, title: str, wordings: tuple[tuple[Edtf, str], ...], layout: bytes) -> None:
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

    @cached_property
    def _whole(self) -> AnnotatedDocument:
        (whole,) = decoded(AnnotatedDocument, self._layout, 1, self.document)
        return whole


def written(name: str, part: Part[Any]) -> list[str]:
    """The lines that hold a part of the list `name`."""
    return [columns(NOUNS[name], part.nouns), *(dumped(part.postings(index)) for index in INDEXES[name])]


def columns(type_: type, nouns: Sequence[Any]) -> str:
    """The line that holds `nouns`, all of one type."""
    return dumped(encode(type_, list(nouns)))


def dumped(value: object) -> str:
    """A line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decoded(type_: type[T], line: bytes, size: int, document: Document) -> list[T]:
    """The nouns in `line`; InputError for one that the program cannot have written, for its checksum was right."""
    try:
        return decode(type_, json.loads(line), size, document)
    except (ValueError, TypeError, RecursionError, DamagedError):
        raise _foreign(document) from None


def _foreign(document: Document) -> InputError:
    """What is raised for a line that this program cannot have written."""
    message = f"what is kept of {document.id} was not written by this program"
    return InputError([Problem(".cache/contributions/", 0, "CAC001", message, "delete .cache/")])
