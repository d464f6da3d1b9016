"""Offsets in the file, for a source whose letters were composed (NFC) when it was read.

Inside, offsets count in the text that was read; the two JSON files of the contract count in the decoded file, so that
any program can check a span with the file alone.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.model.ids import SourceId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.document import Document


def composed(documents: Iterable[Document]) -> dict[SourceId, Document]:
    """Those of `documents` whose letters were composed, so that offsets in them are not those in the file."""
    return {document.id: document for document in documents if document.decoded is not None}


def in_file(value: Any, moved: Mapping[SourceId, Document], source: SourceId | None = None) -> Any:  # noqa: ANN401  JSON
    """`value` with the `start` and `end` of each span as they are in the file; `moved` are those that `composed` finds.

    A span belongs to the `source` that its object, or the nearest one around it, names, else to `source`.
    """
    return _moved(value, moved, source) if moved else value


def _moved(value: Any, composed: Mapping[SourceId, Document], source: SourceId | None) -> Any:  # noqa: ANN401  JSON
    if isinstance(value, list):
        return [_moved(item, composed, source) for item in value]
    if not isinstance(value, dict):
        return value
    named = value.get("source", value.get("id") if "sha256" in value else None)
    here = SourceId(named) if isinstance(named, str) else source
    moved = {key: _moved(item, composed, here) for key, item in value.items()}
    if here is not None and here in composed and isinstance(value.get("start"), int):
        places = _places(composed[here].decoded or "")
        moved |= {"start": places[value["start"]], "end": places[value["end"]]}
    return moved


@lru_cache(maxsize=8)
def _places(decoded: str) -> list[int]:
    """For each position in the composed text the one in `decoded`; linear in its length."""
    places, start = [0], 0
    for piece in _pieces(decoded):
        whole = len(unicodedata.normalize("NFC", piece))
        places += [start + min(inside, len(piece)) for inside in range(1, whole)]
        start += len(piece)
        places.append(start)
    return places


def _pieces(text: str) -> Iterator[str]:
    """The text in stretches that are composed independently of each other."""
    begin = 0
    for end in range(1, len(text)):
        if not unicodedata.combining(text[end]) and not _joins(text[max(begin, end - 2) : end], text[end]):
            yield text[begin:end]
            begin = end
    if text:
        yield text[begin:]


def _joins(before: str, after: str) -> bool:
    """Whether letters become one with the next: the parts of a Korean syllable, vowel signs of Indian scripts."""
    if after < "\u0300":
        return False
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)
    return unicodedata.normalize("NFC", before + after) != apart
