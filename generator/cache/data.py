"""What each source adds to the data files, kept in `.cache/data/` while its questions get the same answers.

What a source adds is made from what it contributes, for which its digest stands, from the sentences of it that are
shown and the settings; beyond these only what is asked of the view.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from generator.cache.sealed import hashed, seal, unseal
from generator.cache.watch import answer, read_question, watched
from generator.export.parts import make_parts
from generator.export.view import narrowed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.cache.watch import Asked, Question
    from generator.export.parts import Parts, PartsOf
    from generator.export.view import View
    from generator.model.ids import SourceId


@dataclass(frozen=True, slots=True)
class _Memory:
    """Where parts are kept, the key of what all depend on, and the answers of the view, each looked for once."""

    folder: Path
    key: str
    reply: Callable[[Question], str]


def remembering_parts(folder: Path, key: str, digests: Mapping[SourceId, str]) -> PartsOf:
    """`parts_of` with a memory in `folder`; `key` stands for the code, `digests` for what the sources contribute."""
    return partial(_remembered, folder, key, digests)


def _remembered(folder: Path, key: str, digests: Mapping[SourceId, str], view: View) -> list[Parts]:
    memory = _Memory(folder, hashed(key, repr(view.dossier.settings)), cache(partial(_shown, view)))
    found = []
    for source, seen in view.sources.items():
        own = hashed(memory.key, digests[source], repr(sorted(span.start for span in seen.shown)))
        found.append(_recalled(memory, source, own) or _made(memory, narrowed(view, source), source, own))
    return found


def _recalled(memory: _Memory, source: SourceId, key: str) -> Parts | None:
    kept = unseal(memory.folder / f"{source}.txt", key) or b""
    end = kept.find(b"\n")
    try:
        asked, given, lengths = json.loads(kept[:end])
        if given == _given(memory, map(read_question, asked)):
            return _cut(memoryview(kept)[end + 1 :], lengths)
    except (ValueError, TypeError, RecursionError):
        pass
    return None


def _made(memory: _Memory, one: View, source: SourceId, key: str) -> Parts:
    asked: Asked = {}
    parts = make_parts(watched(one, asked, dossier=one.dossier, sources=one.sources))
    lengths = [[name, len(part)] for name, part in parts.items()]
    head = json.dumps([list(asked), _given(memory, asked), lengths]).encode()
    seal(memory.folder / f"{source}.txt", key, head + b"\n" + b"".join(parts.values()))
    return parts


def _given(memory: _Memory, asked: Iterable[Question]) -> str:
    """A hash of all answers."""
    return hashed(*map(memory.reply, asked))


def _shown(view: View, question: Question) -> str:
    return repr(answer(view, question))


def _cut(body: memoryview, lengths: Iterable[tuple[str, int]]) -> Parts:
    parts: Parts = {}
    start = 0
    for name, length in lengths:
        parts[name] = body[start : start + length]
        start += length
    return parts
