"""What each source adds to the data files, kept in `.cache/data/` while its questions get the same answers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.cache.answers import Answers
from generator.cache.sealed import hashed, seal, unseal
from generator.cache.watch import watched
from generator.export.parts import make_parts
from generator.export.view import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.cache.watch import Asked, Question
    from generator.export.parts import Parts, PartsOf
    from generator.export.view import View
    from generator.model.ids import SourceId

_OF_ONE = ("dossier", "sources")
"""The fields of a narrowed view that are others for every source."""


@dataclass(frozen=True, slots=True)
class _Memory:
    """Where parts are kept, under which key, and the answers that have been looked for in this run."""

    folder: Path
    key: str
    digests: Mapping[SourceId, str]
    shared: dict[str, str] = field(default_factory=dict)


def remembering_parts(folder: Path, key: str, digests: Mapping[SourceId, str]) -> PartsOf:
    """`parts_of` with a memory in `folder`; `key` stands for the code, `digests` for what the sources contribute."""
    return partial(_recall, _Memory(folder, key, digests))


def _recall(memory: _Memory, view: View, source: SourceId) -> Parts:
    file, key = memory.folder / f"{source}.txt", hashed(memory.key, source)
    answers = Answers(narrowed(view, source), memory.digests)
    kept = unseal(file, key)
    head, _, body = (kept or b"").partition(b"\n")
    try:
        asked, given, lengths = json.loads(head)
        if given == _given(answers, asked, memory.shared):
            return _cut(body, lengths)
    except (ValueError, TypeError, RecursionError):
        pass
    noted: Asked = {}
    parts = make_parts(watched(answers.noun, noted, frozenset({"dossier"})))
    contents = {name: part.encode("utf-8", "surrogatepass") for name, part in parts.items()}
    written = [[name, len(content)] for name, content in contents.items()]
    asked = json.loads(json.dumps(list(noted)))
    head = json.dumps([asked, _given(answers, asked, memory.shared), written]).encode()
    seal(file, key, b"\n".join((head, b"".join(contents.values()))))
    return parts


def _given(answers: Answers[View], asked: Iterable[Sequence[Any]], shared: dict[str, str]) -> str:
    """The hash of all answers; those that are the same for every source are looked for once."""
    found = []
    for steps in asked:
        question: Question = tuple(tuple(step) if isinstance(step, list) else step for step in steps)
        if question[0] in _OF_ONE:
            found.append(answers(question))
            continue
        name = repr(question)
        if name not in shared:
            shared[name] = answers(question)
        found.append(shared[name])
    return hashed(*found)


def _cut(body: bytes, lengths: Iterable[tuple[str, int]]) -> Parts:
    parts: Parts = {}
    start = 0
    for name, length in lengths:
        parts[str(name)] = body[start : start + length].decode("utf-8", "surrogatepass")
        start += length
    return parts
