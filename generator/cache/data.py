"""What each part of a dossier adds to the data files, kept in `.cache/data/` while its questions get the same answers.

A part is a source with its lists, or a few neighbours in a list that belongs to no single source. What it adds is made
from its nouns, for which its key stands, and the settings; beyond these only from what is asked of the view.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from zlib import crc32

from generator.cache.nouns import DamagedError, decode, encode
from generator.cache.sealed import cut, hashed, seal, unseal
from generator.cache.watch import Steps, answer, watched
from generator.export.parts import ANCHORS, make_parts
from generator.export.pieces import collected
from generator.export.view import SHARED, of_nouns, of_source, with_anchors
from generator.model.listed import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.cache.watch import Asked, Question
    from generator.export.parts import PiecesOf
    from generator.export.pieces import Parts, Pieces
    from generator.export.view import View
    from generator.model.ids import SourceId
    from generator.model.page import Bytes

_NEIGHBOURS = 8
"""How many nouns of a list are one part on average: fewer are looked for longer, more are written again more often."""
_SHORT = 64
"""Characters of an answer that are not worth a hash."""
_NOUNS = frozenset({"entities"})
_Own = dict[str, Any]
_Told = tuple[str, list[Steps], str, dict[str, int]]
"""What the head of a file tells of a part: its key, its questions, their answers, the lengths of what it adds."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the dossier; `key` stands for its nouns, `view` gives it, and what of it leaves no question."""

    key: str
    view: Callable[[], tuple[View, _Own]]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a part added, with the questions it asked, and a hash of the answers."""

    key: str
    asked: Sequence[Question]
    answers: str
    parts: Parts


@dataclass(frozen=True, slots=True)
class _Memory:
    """Where parts are kept, the key of what all depend on, and the answers of the view, each looked for once."""

    folder: Path
    key: str
    reply: Callable[[Question], str]

    def answers(self, asked: Iterable[Question]) -> str:
        """A hash of all answers."""
        return hashed(*map(self.reply, asked))


def remembering_parts(folder: Path, key: str, digests: Mapping[SourceId, str]) -> PiecesOf:
    """`pieces_of` with a memory in `folder`; `key` stands for the code, `digests` for what the sources contribute."""
    return partial(_remembered, folder, key, digests)


def _remembered(folder: Path, key: str, digests: Mapping[SourceId, str], view: View) -> Pieces:
    keys = {source: _source_key(view, source, digests[source]) for source in view.sources}
    memory = _Memory(folder, hashed(key, repr(view.dossier.settings)), cache(partial(_reply, view, keys)))
    found: dict[SourceId, _Kept] = {}
    for source in view.sources:
        (found[source],) = _recalled(memory, source, [_Part(keys[source], partial(_source, view, source))])
    known = with_anchors(view, {source: kept.parts.get(ANCHORS, b"") for source, kept in found.items()})
    shared = [kept for name in SHARED for kept in _recalled(memory, f"lists/{name}", [*_neighbours(known, name)])]
    return collected(kept.parts for kept in (*found.values(), *shared))


def _source_key(view: View, source: SourceId, digest: str) -> str:
    excerpts = view.sources[source].excerpts
    return hashed(digest, repr(excerpts.cited), repr(sorted(excerpts.disputed)), repr(view.unresolved[source]))


def _source(view: View, source: SourceId) -> tuple[View, _Own]:
    one = of_source(view, source)
    return one, {"dossier": one.dossier, "sources": one.sources, "composed": one.composed}


def _neighbours(view: View, name: str) -> Iterator[_Part]:
    """The nouns of a list in parts whose ends depend on the nouns there alone: a new one does not move the others."""
    part: list[Any] = []
    nouns: Sequence[Any] = getattr(view.dossier, name)
    for noun in nouns:
        part.append(noun)
        if noun is nouns[-1] or _is_last(noun):
            yield _Part(hashed(repr(part)), partial(_nouns, view, name, tuple(part)))
            part = []


def _is_last(noun: Any) -> bool:  # noqa: ANN401  a noun of any list
    """Whether a part ends with `noun`: by chance, or because it takes as long to write as several others."""
    return not crc32(noun.id.encode()) % _NEIGHBOURS or len(getattr(noun, "evidence", ())) > _NEIGHBOURS


def _nouns(view: View, name: str, nouns: tuple[Any, ...]) -> tuple[View, _Own]:
    one = of_nouns(view, **{name: nouns})
    return one, {"dossier": one.dossier}


def _reply(view: View, keys: Mapping[SourceId, str], path: Question) -> str:
    """An answer, or its hash where it is long; what a source answers follows from what its key stands for."""
    if path[0] == "sources" and path[1] in keys:
        return keys[path[1]]
    found = answer(view, path)
    shown = found.digest if isinstance(found, Found) else repr(found)
    return shown if len(shown) <= _SHORT else hashed(shown)


def _recalled(memory: _Memory, name: str, parts: Sequence[_Part]) -> list[_Kept]:
    """What `parts` add: as it is kept in the file of this `name`, or made now."""
    file = memory.folder / f"{name}.txt"
    last = _load(file, memory.key)
    found = []
    for part in parts:
        kept = last.get(part.key)
        same = kept and kept.answers == memory.answers(kept.asked)
        found.append(kept if kept and same else _made(memory, part))
    if len(found) != len(last) or any(last.get(kept.key) is not kept for kept in found):
        _save(file, memory.key, found)
    return found


def _made(memory: _Memory, part: _Part) -> _Kept:
    asked: Asked = {}
    one, own = part.view()
    parts = make_parts(watched(one, asked, _NOUNS, **own))
    questions = [*asked]
    return _Kept(part.key, questions, memory.answers(questions), parts)


def _save(file: Path, key: str, found: Iterable[_Kept]) -> None:
    """Keep `found`: in the head all but the parts themselves, which are the rest."""
    told: list[_Told] = []
    parts: list[Bytes] = []
    for kept in found:
        lengths = {name: len(part) for name, part in kept.parts.items()}
        told.append((kept.key, [*kept.asked], kept.answers, lengths))
        parts += kept.parts.values()
    seal(file, key, encode(told), parts)


def _load(file: Path, key: str) -> dict[str, _Kept]:
    """What `file` holds by the keys of parts; nothing where it is missing, damaged or sealed with another key."""
    head, rest = unseal(file, key) or (b"", b"")
    try:
        told = decode(list[_Told], head)
        pieces = cut(rest, (length for *_, lengths in told for length in lengths.values()))
        return {
            key: _Kept(key, asked, answers, {name: next(pieces) for name in lengths})
            for key, asked, answers, lengths in told
        }
    except DamagedError:
        return {}
