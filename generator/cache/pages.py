"""Only the tasks of rendering whose questions get other answers than last time are done again.

A task whose questions get the same answers would make the same pages. If these still stand in docs/ as they were
written, they are left there. Of a task that is done again, pieces whose answers are the same are put in as they were.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from generator.cache.traces import Memory, Piece, Trace, load, piece, save
from generator.cache.watch import watched
from generator.model.page import File, Page, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from generator.cache.answers import Answers
    from generator.cache.watch import Asked, Question
    from generator.render.context import Context, Make
    from generator.render.markdown import Markdown
    from generator.render.task import Task

_SOURCES = "sources"
"""What each source shows follows from nothing but the source: while it is the same, nothing is looked for in it."""
_ALL = ("annotated",)
_PARTS = frozenset({"dossier", _SOURCES})
_UNKNOWN = Trace((), {}, {})


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that were made, and for those that stay as they are the hash of what they hold by their paths."""

    made: tuple[File, ...]
    standing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Run:
    """The context, the questions whose answers `changed` since the last run, and the numbers of all that are asked."""

    context: Context
    changed: AbstractSet[int]
    numbers: dict[Question, int] = field(default_factory=dict)


def remembered(file: Path, key: str, tasks: Iterable[Task], answers: Answers, on_disk: Mapping[str, str]) -> Pages:
    """The pages of `tasks`; `answers` are those of the context, `on_disk` the hashes of the pages that are whole.

    `key` stands for the code; what is kept in `file` under another key does not count.
    """
    memory = load(file, key)
    sources: dict[str, str] = {key: answers((_SOURCES, key)) for key in answers.context.sources}
    same = {key for key, value in sources.items() if memory.sources.get(key) == value}
    given = tuple(
        before if question[0] == _SOURCES and question[1] in same else answers(question)
        for question, before in zip(memory.questions, memory.answers, strict=True)
    )
    changed = {n for n, (old, new) in enumerate(zip(memory.answers, given, strict=True)) if old != new}
    run = _Run(answers.context, changed, {question: number for number, question in enumerate(memory.questions)})
    traces: dict[tuple[str, str], Trace] = {}
    made: list[Page] = []
    standing: dict[str, str] = {}
    for task in tasks:
        name = (task.kind, task.key)
        trace = memory.traces.get(name, _UNKNOWN)
        if trace.pages.items() <= on_disk.items() and trace is not _UNKNOWN and not trace.depends_on(changed):
            standing.update(trace.pages)
        else:
            found, trace = _done(run, task, trace.pieces)
            made += found
        traces[name] = trace
    questions = tuple(run.numbers)
    if made or traces.keys() != memory.traces.keys():
        given += tuple(answers(question) for question in questions[len(given) :])
        save(file, key, Memory(questions, given, traces, sources))
    return Pages(tuple(made), standing)


def _done(run: _Run, task: Task, last: Mapping[str, Piece]) -> tuple[tuple[Page, ...], Trace]:
    """Do `task`, whose pieces of the `last` time are at hand."""
    asked: Asked = {}
    pieces: dict[str, Piece] = {}
    context = watched(run.context, asked, _PARTS, piece=partial(_piece, run, last, pieces))
    found = task.pages(context)
    hashes = {page.path: digest(page.content.encode()) for page in found}
    return found, Trace(_numbered(run, asked), hashes, pieces)


def _piece(run: _Run, last: Mapping[str, Piece], pieces: dict[str, Piece], make: Make, key: str) -> Markdown:
    """What `make` makes of `key`, as the `last` time if its questions get the same answers; noted in `pieces`."""
    name = f"{make.__module__}.{make.__qualname__} {key}"
    kept = last.get(name)
    if kept is None or not run.changed.isdisjoint(kept.asked):
        asked: Asked = {}
        markdown = make(watched(run.context, asked, _PARTS), key)
        kept = piece(_numbered(run, asked), markdown)
    pieces[name] = kept
    return kept.markdown


def _numbered(run: _Run, asked: Asked) -> tuple[int, ...]:
    """The numbers of questions; who has read all of a source depends on all of it, and needs no other question."""
    read = {question[1] for question in asked if question[0] == _SOURCES and question[2:] == _ALL}
    kept = dict.fromkeys(q[:2] if q[0] == _SOURCES and q[1] in read else q for q in asked)
    return tuple(run.numbers.setdefault(question, len(run.numbers)) for question in kept)
