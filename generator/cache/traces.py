"""`.cache/pages.json`: what each task of rendering asked of the dossier, and what was made of the answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.cache.sealed import seal, unseal
from generator.cache.watch import read_question
from generator.render.markdown import Markdown, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from generator.cache.watch import Question


_IN_USE = 0.9
"""The share of questions that have to be asked by somebody."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page: what it asked (numbers of questions), and itself, written down as JSON until it is needed."""

    asked: tuple[int, ...]
    written: str

    @property
    def markdown(self) -> Markdown:
        """The part itself."""
        source, references = json.loads(self.written)
        return Markdown(source, tuple(Reference(*parts) for parts in references))


def piece(asked: tuple[int, ...], markdown: Markdown) -> Piece:
    """A part of a page that can be kept."""
    references = [(r.label, r.target, r.title) for r in markdown.references]
    return Piece(asked, json.dumps([markdown.source, references], ensure_ascii=False))


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
    """All questions of a run with the answers they got, every task by its kind and key, and a hash of each source."""

    questions: tuple[Question, ...]
    answers: tuple[str, ...]
    traces: Mapping[tuple[str, str], Trace]
    sources: Mapping[str, str]


def load(file: Path, key: str) -> Memory:
    """What `file` holds; an empty memory where it is missing, damaged or sealed with another key."""
    try:
        questions, answers, traces, sources = json.loads(unseal(file, key) or b"")
        return Memory(
            tuple(map(read_question, questions)),
            tuple(answers),
            {(kind, name): _trace(*parts) for kind, name, *parts in traces},
            dict(sources),
        )
    except (ValueError, TypeError, RecursionError):
        return Memory((), (), {}, {})


def save(file: Path, key: str, memory: Memory) -> None:
    """Keep `memory`; questions that nobody asks any more are left out when there are many."""
    kept = _in_use(memory)
    traces = [[*name, trace.asked, trace.pages, _pieces(trace)] for name, trace in kept.traces.items()]
    told = [kept.questions, kept.answers, traces, kept.sources]
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    seal(file, key, body.encode("utf-8", "surrogatepass"))


def _in_use(memory: Memory) -> Memory:
    asked = chain.from_iterable(trace.all_asked() for trace in memory.traces.values())
    used = sorted({*chain.from_iterable(asked)})
    if len(used) > _IN_USE * len(memory.questions):
        return memory
    places = {number: place for place, number in enumerate(used)}
    return Memory(
        tuple(memory.questions[number] for number in used),
        tuple(memory.answers[number] for number in used),
        {name: _renumbered(trace, places) for name, trace in memory.traces.items()},
        memory.sources,
    )


def _renumbered(trace: Trace, places: Mapping[int, int]) -> Trace:
    pieces = {name: Piece(tuple(places[n] for n in p.asked), p.written) for name, p in trace.pieces.items()}
    return Trace(tuple(places[n] for n in trace.asked), trace.pages, pieces)


def _pieces(trace: Trace) -> list[Any]:
    return [(name, piece.asked, piece.written) for name, piece in trace.pieces.items()]


def _trace(asked: list[int], pages: dict[str, str], pieces: list[Any]) -> Trace:
    return Trace(tuple(asked), pages, {name: Piece(tuple(numbers), written) for name, numbers, written in pieces})
