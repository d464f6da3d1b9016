"""An entry on the disk: `<source id>.json`, a line with its key and its checksum, then JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cache.columns import DamagedError, decode, encode
from generator.cache.sealed import hashed, seal, unseal
from generator.model.annotation import AnnotatedDocument

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """Annotations, the words that the registry was asked about and the digest of what it can answer."""

    annotated: AnnotatedDocument
    words: frozenset[str]
    registry: str


def load(folder: Path, code: str, document: Document) -> Entry | None:
    """The entry of `document`; None if there is none, if it is of another text or code, or damaged."""
    body = unseal(_file(folder, document), _key(code, document))
    try:
        registry, words, columns = json.loads(body or b"")
        (annotated,) = decode(AnnotatedDocument, columns, 1, document)
        return Entry(annotated, frozenset(map(str, words)), str(registry))
    except (ValueError, TypeError, RecursionError, DamagedError):
        return None


def save(entry: Entry, folder: Path, code: str) -> None:
    """Keep `entry`, in one move; where nothing can be written nothing is kept."""
    document = entry.annotated.document
    columns = encode(AnnotatedDocument, [entry.annotated])
    body = json.dumps([entry.registry, sorted(entry.words), columns], ensure_ascii=False, separators=(",", ":"))
    seal(_file(folder, document), _key(code, document), body.encode("utf-8", "surrogatepass"))


def _file(folder: Path, document: Document) -> Path:
    return folder / f"{document.id}.json"


def _key(code: str, document: Document) -> str:
    return hashed(f"{code}{document!r}")
