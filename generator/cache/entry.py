"""An entry on the disk: `<source id>.json`, a line with its key and its checksum, then JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cache.nouns import DamagedError, decode, encode
from generator.cache.sealed import hashed, seal, unseal
from generator.model.annotation import AnnotatedDocument, Parse

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.annotation import Block, Claim, Mention, Quotation, Sentence, TemporalExpression
    from generator.model.document import Document

_SPAN = re.compile(rb'"start":(-?\d+),"end":(-?\d+)}')


@dataclass(frozen=True, slots=True)
class Entry:
    """Annotations, the words that the registry was asked about and the digest of what it can answer."""

    annotated: AnnotatedDocument
    words: frozenset[str]
    registry: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry without its document."""

    registry: str
    words: tuple[str, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[TemporalExpression, ...]
    claims: tuple[Claim, ...]


def load(folder: Path, code: str, document: Document) -> Entry | None:
    """The entry of `document`; None if there is none, if it is of another text or code, or damaged."""
    body, _ = unseal(_file(folder, document), _key(code, document)) or (b"", b"")
    spans = ((int(start), int(end)) for start, end in _SPAN.findall(body))
    if not all(0 <= start < end <= len(document.text) for start, end in spans):
        return None
    try:
        kept = decode(_Kept, body)
    except DamagedError:
        return None
    parse = Parse(document, kept.blocks, kept.sentences)
    annotated = AnnotatedDocument(parse, kept.mentions, kept.quotations, kept.dates, kept.claims)
    return Entry(annotated, frozenset(kept.words), kept.registry)


def save(entry: Entry, folder: Path, code: str) -> None:
    """Keep `entry`, in one move; where nothing can be written nothing is kept."""
    found, words = entry.annotated, tuple(sorted(entry.words))
    parts = (found.mentions, found.quotations, found.dates, found.claims)
    kept = _Kept(entry.registry, words, found.parse.blocks, found.parse.sentences, *parts)
    seal(_file(folder, found.document), _key(code, found.document), encode(kept))


def _file(folder: Path, document: Document) -> Path:
    return folder / f"{document.id}.json"


def _key(code: str, document: Document) -> str:
    return hashed(f"{code}{document!r}")
