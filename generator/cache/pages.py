"""What each task of rendering asked of the dossier, kept in `.cache/pages.json`, so that only what changed is rendered.

A task whose questions get the same answers as last time would make the same pages. If these still stand in docs/ as
they were written, they are left there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.cache.sealed import seal, unseal
from generator.cache.watch import watched
from generator.model.page import Page, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.cache.answers import Answers
    from generator.cache.watch import Asked, Question
    from generator.render.context import Context
    from generator.render.task import Task

_PARTS = frozenset({"dossier"})


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that were made, and for those that stay as they are the hash of what they hold by their paths."""

    made: tuple[Page, ...]
    standing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Trace:
    """What a task asked (numbers of questions), and the hashes of the pages it made by their paths."""

    asked: tuple[int, ...]
    pages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Memory:
    """All questions of the last run with the answers they got then, and every task."""

    questions: tuple[Question, ...]
    answers: tuple[str, ...]
    traces: Mapping[tuple[str, str], _Trace]


def remembered(
    file: Path, key: str, tasks: Iterable[Task], answers: Answers[Context], on_disk: Mapping[str, str]
) -> Pages:
    """The pages of `tasks`; `answers` are those of the context, `on_disk` the hashes of the pages that are whole.

    `key` stands for the code; what is kept in `file` under another key does not count.
    """
    memory = _load(file, key)
    given = [answers(question) for question in memory.questions]
    changed = {n for n, (old, new) in enumerate(zip(memory.answers, given, strict=True)) if old != new}
    numbers = {question: number for number, question in enumerate(memory.questions)}
    traces: dict[tuple[str, str], _Trace] = {}
    made: list[Page] = []
    standing: dict[str, str] = {}
    for task in tasks:
        trace = memory.traces.get((task.kind, task.key))
        if trace and changed.isdisjoint(trace.asked) and trace.pages.items() <= on_disk.items():
            standing.update(trace.pages)
        else:
            asked: Asked = {}
            found = task.pages(watched(answers.noun, asked, _PARTS))
            made += found
            places = (numbers.setdefault(question, len(numbers)) for question in asked)
            trace = _Trace(tuple(places), {page.path: digest(page.content.encode()) for page in found})
        traces[task.kind, task.key] = trace
    questions = tuple(numbers)
    given += [answers(question) for question in questions[len(given) :]]
    if made or traces.keys() != memory.traces.keys():
        _save(file, key, _in_use(_Memory(questions, tuple(given), traces)))
    return Pages(tuple(made), standing)


def _in_use(memory: _Memory) -> _Memory:
    """`memory` without the questions that nobody asks any more."""
    used = sorted({number for trace in memory.traces.values() for number in trace.asked})
    places = {number: place for place, number in enumerate(used)}
    return _Memory(
        tuple(memory.questions[number] for number in used),
        tuple(memory.answers[number] for number in used),
        {key: _Trace(tuple(places[n] for n in t.asked), t.pages) for key, t in memory.traces.items()},
    )


def _load(file: Path, key: str) -> _Memory:
    try:
        questions, answers, traces = json.loads(unseal(file, key) or b"")
        return _Memory(
            tuple(map(_question, questions)),
            tuple(answers),
            {(kind, name): _Trace(tuple(asked), pages) for kind, name, asked, pages in traces},
        )
    except (ValueError, TypeError, RecursionError):
        return _Memory((), (), {})


def _question(steps: Sequence[Any]) -> Question:
    return tuple(tuple(step) if isinstance(step, list) else step for step in steps)


def _save(file: Path, key: str, memory: _Memory) -> None:
    traces = [[*name, trace.asked, trace.pages] for name, trace in memory.traces.items()]
    body = json.dumps([memory.questions, memory.answers, traces], ensure_ascii=False, separators=(",", ":"))
    seal(file, key, body.encode("utf-8", "surrogatepass"))
