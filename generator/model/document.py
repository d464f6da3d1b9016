"""A source as it was read: its text, which never changes, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.model.ids import Edtf, EntityId, SourceId

Rights = Literal["full", "excerpts"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What people wrote about a source, as front matter or in the file beside it.

    `outlet` and `agencies` are entity ids of kind `outlet`; `topics` are entity ids of kind `topic`.
    `published` and `accessed` are EDTF of any precision. `formerly` are earlier ids of the source and those of sources
    that were joined with it, the oldest first.
    """

    title: str | None = None
    url: str | None = None
    outlet: EntityId | None = None
    agencies: tuple[EntityId, ...] = ()
    authors: tuple[str, ...] = ()
    published: Edtf | None = None
    accessed: Edtf | None = None
    language: str = "de"
    rights: Rights = "excerpts"
    topics: tuple[EntityId, ...] = ()
    formerly: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One source.

    `text` is the decoded file (UTF-8, a byte order mark dropped, letters composed (NFC), nothing else changed); for
    `.html` it is what the extractor made of the file. `body` is where the article starts in `text`, behind any front
    matter.
    `path` is relative to the project, with forward slashes. `sha256` is the hash of the file's bytes, in hex.
    """

    id: SourceId
    path: str
    text: str
    sha256: str
    meta: Metadata
    body: int = 0
    decoded: str | None = None  # the file as it is, where composing its letters has changed it

    @property
    def ids(self) -> tuple[SourceId, ...]:
        """Every id that the source has had, the first one first: what is made of it is named after that."""
        return tuple(dict.fromkeys((*self.meta.formerly, self.id)))
