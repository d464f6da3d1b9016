"""Only the tasks of rendering whose questions get other answers than last time are done again.

A task whose questions get the same answers would make the same pages. If these still stand in docs/ as they were
written, they are left there. Of a task that is done again, pieces whose answers are the same are put in as they were.

What a source shows follows from nothing but the source: while it is the same, nothing is looked for in it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from typing import TYPE_CHECKING

from generator.cache.sealed import hashed
from generator.cache.traces import Memory, Part, Piece, Work, load, needs, piece, save, trace
from generator.cache.watch import KEYS, watched
from generator.model.page import File, Page, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.cache.answers import Answers
    from generator.cache.traces import Name, Needs, Trace
    from generator.cache.watch import Asked, Question
    from generator.render.context import Context, Make
    from generator.render.markdown import Markdown
    from generator.render.task import Task

_SOURCES = "sources"
_WHOLE = frozenset({(), ("annotated",)})
"""Questions about a source whose answers hold all of it."""
_PARTS = frozenset({"dossier", "lists", _SOURCES})
_NOTHING = needs((), {})
_NEVER = Work(_NOTHING, {})


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that were made, and for those that stay as they are the hash of what they hold by their paths."""

    made: tuple[File, ...]
    standing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Run:
    """The context, what it answers, the questions whose answers `changed` since the last run, and numbers for all."""

    context: Context
    answers: Callable[[Question], str]
    changed: Mapping[int, Question]
    numbers: defaultdict[Question, int]

    def stand(self, numbers: Collection[int]) -> bool:
        """Whether none of these answers changed."""
        return self.changed.keys().isdisjoint(numbers)


def remembered(file: Path, key: str, tasks: Iterable[Task], answers: Answers, on_disk: Mapping[str, str]) -> Pages:
    """The pages of `tasks`; `answers` are those of the context, `on_disk` the hashes of the pages that are whole.

    `key` stands for the code; what is kept in `file` under another key does not count.
    """
    memory = load(file, key)
    given = {number: answers(question) for question, number in memory.numbers.items()}
    run = _run(answers, memory, given)
    traces: dict[Name, Trace] = {}
    made: list[Page] = []
    standing: dict[str, str] = {}
    for task in tasks:
        name = (task.kind, task.key)
        last = memory.traces.get(name)
        work = _again(run, last, on_disk)
        if last and not work:
            traces[name] = last
            standing.update(last.pages)
        else:
            found, traces[name] = _done(run, task, work or _NEVER)
            made += found
    if made or traces.keys() != memory.traces.keys():
        given |= {number: answers(question) for question, number in run.numbers.items() if number not in given}
        save(file, key, Memory(run.numbers, given, traces))
    return Pages(tuple(made), standing)


def _run(answers: Answers, memory: Memory, given: Mapping[int, str]) -> _Run:
    changed = {n: question for question, n in memory.numbers.items() if given[n] != memory.answers[n]}
    unused = count(max(given, default=0) + 1)
    return _Run(answers.context, cache(answers), changed, defaultdict(unused.__next__, memory.numbers))


def _again(run: _Run, last: Trace | None, on_disk: Mapping[str, str]) -> Work | None:
    """What a task did the `last` time, if it did and has to be done again."""
    if last is None:
        return None
    stands = last.pages.items() <= on_disk.items() and run.stand(last.asked)
    if stands and run.stand(last.partly):
        return None
    work = last.work()
    return None if stands and all(_same(run, needs) for needs in work.all_needs()) else work


def _same(run: _Run, asked: Needs) -> bool:
    """Whether all questions get the same answers as last time; of sources that changed, those that were asked."""
    if not run.stand(asked.numbers):
        return False
    changed = run.changed.keys() & asked.sources
    parts = asked.parts if changed else {}
    return all(parts[n].answers == _answers(run, run.changed[n], parts[n].questions) for n in changed)


def _answers(run: _Run, source: Question, questions: Iterable[Question]) -> str:
    return hashed(*(run.answers((*source, *question)) for question in questions))[:32]


def _done(run: _Run, task: Task, last: Work) -> tuple[tuple[Page, ...], Trace]:
    """Do `task`, whose work the `last` time is at hand."""
    asked: Asked = {}
    pieces: dict[str, Piece] = {}
    context = watched(run.context, asked, _PARTS, piece=partial(_piece, run, last.pieces, pieces))
    found = task.pages(context)
    hashes = {page.path: digest(page.pieces) for page in found}
    return found, trace((task.kind, task.key), _needs(run, asked, last.needs), pieces, hashes)


def _piece(run: _Run, last: Mapping[str, Piece], pieces: dict[str, Piece], make: Make, key: str) -> Markdown:
    """What `make` makes of `key`, as the `last` time if its questions get the same answers; noted in `pieces`."""
    name = f"{make.__module__}.{make.__qualname__} {key}"
    kept = last.get(name)
    if kept is None or not _same(run, kept.needs):
        asked: Asked = {}
        markdown = make(watched(run.context, asked, _PARTS), key)
        kept = piece(_needs(run, asked, kept.needs if kept else _NOTHING), markdown)
    pieces[name] = kept
    return kept.markdown


def _needs(run: _Run, asked: Asked, last: Needs) -> Needs:
    """What was `asked`; who has read all of a source depends on all of it, and needs no other question."""
    numbers: list[int] = []
    parts: dict[int, Part] = {}
    before = last.parts
    sources: defaultdict[Question, list[Question]] = defaultdict(list)
    for question in asked:
        if question[0] == _SOURCES and question[1] != KEYS:
            sources[question[:2]].append(question[2:])
        else:
            numbers.append(run.numbers[question])
    for source, questions in sources.items():
        number = run.numbers[source]
        if _WHOLE.isdisjoint(questions):
            parts[number] = _part(run, source, questions, None if number in run.changed else before.get(number))
        else:
            numbers.append(number)
    return needs(numbers, parts)


def _part(run: _Run, source: Question, questions: Sequence[Question], last: Part | None) -> Part:
    """What was asked about `source`; if that is the same as the `last` time, so are the answers."""
    asked = tuple(questions)
    return last if last and last.questions == asked else Part(asked, _answers(run, source, asked))
