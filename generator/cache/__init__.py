"""What the annotators found, kept in `.cache/annotations/`, so that only what changed is read again.

An entry holds the annotations of one source, what they depend on, and a checksum. It counts only for the same source,
the same annotators and the same answers of the registry; otherwise, and if it is damaged, the source is read again.
The folder may be deleted at any time. Its files are data, never code, and may come from another machine; but whoever
may write them may also decide what is found.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.cache.entry import Entry, load, save
from generator.cache.known import digest, narrowed, watched
from generator.cache.version import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.german.names.known import KnownNames
    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document

__all__ = ["remembering"]


def remembering(folder: Path) -> Callable[[Document, KnownNames], AnnotatedDocument]:
    """`annotate` with a memory in `folder`: the same result, sooner.

    A source that changed is annotated anew. If only the registry changed, and something in it that the source's words
    can mean, names and what follows from them are found anew in the parse that is kept.
    """
    return partial(_recall, folder, fingerprint())


def _recall(folder: Path, code: str, document: Document, known: KnownNames) -> AnnotatedDocument:
    own = narrowed(known, document.id)
    entry = load(folder, code, document)
    if entry and entry.registry == digest(own, entry.words):
        return entry.annotated
    from generator.annotate import annotate, link_again  # noqa: PLC0415  0.1 s that only a source to be read has to pay

    observed, words = watched(own)
    annotated = link_again(entry.annotated, observed) if entry else annotate(document, observed)
    save(Entry(annotated, frozenset(words()), digest(own, words())), folder, code)
    return annotated
