"""`.cache/pages.json`: what each task of rendering asked of the dossier, and what was made of the answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.cache.sealed import seal, unseal
from generator.render.markdown import Markdown, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from generator.cache.watch import Question


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page: what it asked (numbers of questions), and itself."""

    asked: tuple[int, ...]
    markdown: Markdown


@dataclass(frozen=True, slots=True)
class Trace:
    """What a task asked beside its pieces, and the hashes of the pages it made by their paths."""

    asked: tuple[int, ...]
    pages: Mapping[str, str]
    pieces: Mapping[str, Piece]

    def depends_on(self, questions: AbstractSet[int]) -> bool:
        """Whether the task or a piece of it asked one of `questions`."""
        return not all(map(questions.isdisjoint, self.all_asked()))

    def all_asked(self) -> Iterator[tuple[int, ...]]:
        """What the task asked, and what each piece did."""
        yield self.asked
        yield from (piece.asked for piece in self.pieces.values())


@dataclass(frozen=True, slots=True)
class Memory:
    """All questions of a run with the answers they got, and every task by its kind and key."""

    questions: tuple[Question, ...]
    answers: tuple[str, ...]
    traces: Mapping[tuple[str, str], Trace]


def load(file: Path, key: str) -> Memory:
    """What `file` holds; an empty memory where it is missing, damaged or sealed with another key."""
    try:
        questions, answers, traces = json.loads(unseal(file, key) or b"")
        return Memory(
            tuple(map(_question, questions)),
            tuple(answers),
            {(kind, name): _trace(*parts) for kind, name, *parts in traces},
        )
    except (ValueError, TypeError, RecursionError):
        return Memory((), (), {})


def save(file: Path, key: str, memory: Memory) -> None:
    """Keep `memory`, without the questions that nobody asks any more."""
    kept = _in_use(memory)
    traces = [[*name, trace.asked, trace.pages, [*_written(trace.pieces)]] for name, trace in kept.traces.items()]
    body = json.dumps([kept.questions, kept.answers, traces], ensure_ascii=False, separators=(",", ":"))
    seal(file, key, body.encode("utf-8", "surrogatepass"))


def _in_use(memory: Memory) -> Memory:
    used = sorted({n for trace in memory.traces.values() for asked in trace.all_asked() for n in asked})
    if len(used) == len(memory.questions):
        return memory
    places = {number: place for place, number in enumerate(used)}
    return Memory(
        tuple(memory.questions[number] for number in used),
        tuple(memory.answers[number] for number in used),
        {name: _renumbered(trace, places) for name, trace in memory.traces.items()},
    )


def _renumbered(trace: Trace, places: Mapping[int, int]) -> Trace:
    pieces = {name: Piece(tuple(places[n] for n in p.asked), p.markdown) for name, p in trace.pieces.items()}
    return Trace(tuple(places[n] for n in trace.asked), trace.pages, pieces)


def _written(pieces: Mapping[str, Piece]) -> Iterator[list[Any]]:
    for name, piece in pieces.items():
        references = [(r.label, r.target, r.title) for r in piece.markdown.references]
        yield [name, piece.asked, piece.markdown.source, references]


def _trace(asked: list[int], pages: dict[str, str], pieces: list[Any]) -> Trace:
    found = {
        name: Piece(tuple(numbers), Markdown(source, tuple(Reference(*parts) for parts in references)))
        for name, numbers, source, references in pieces
    }
    return Trace(tuple(asked), pages, found)


def _question(steps: Sequence[Any]) -> Question:
    return tuple(tuple(step) if isinstance(step, list) else step for step in steps)
