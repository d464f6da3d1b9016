"""`.cache/pages.json`: what each task of rendering asked of the dossier, and what was made of the answers.

Every line is JSON. The first one of the head holds the questions, each of the next tells when a task has to be looked
at. The rest is the work of each task: what it and each of its pieces asked, and the Markdown of the pieces. It is read
where it is needed, and otherwise kept as the bytes that it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.cache.nouns import DamagedError, decode, encode
from generator.cache.sealed import cut, seal, unseal
from generator.cache.watch import Steps
from generator.render.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.cache.watch import Question
    from generator.model.page import Bytes

_Question = tuple[Steps, int, str]
"""Of the first line: a question, its number, its answer."""
_Head = tuple[str, str, list[int], list[int], dict[str, str], int]
"""The line of a task: its kind, its key, what a trace tells of it, and how long its work is."""
_OWN = ""
"""The name of what a task asked beside its pieces."""
_Piece = tuple[str, list[int], list[int]]
"""Of the first line of a work: the name of a piece, its numbers, and the sources that were asked in part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Questions about a source, without the steps to the source, and a hash of all answers."""

    questions: tuple[Steps, ...]
    answers: str


@dataclass(frozen=True, slots=True)
class Needs:
    """What was asked: numbers of questions; and of sources of which only parts were asked for, written down as JSON."""

    numbers: Sequence[int]
    sources: Sequence[int]
    written: bytes

    @property
    def parts(self) -> dict[int, Part]:
        """The parts by their source, which is the number of the question for all of it."""
        return dict(_together(self.sources, decode(list[Part], self.written)))


def needs(numbers: Sequence[int], parts: Mapping[int, Part]) -> Needs:
    """What was asked, as it can be kept."""
    return Needs(numbers, tuple(parts), encode([*parts.values()]))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page: what it asked, and itself, written down as JSON until it is needed."""

    needs: Needs
    written: bytes

    @property
    def markdown(self) -> Markdown:
        """The part itself."""
        return decode(Markdown, self.written)


def piece(needs: Needs, markdown: Markdown) -> Piece:
    """A part of a page that can be kept."""
    return Piece(needs, encode(markdown))


@dataclass(frozen=True, slots=True)
class Work:
    """What a task asked about parts of sources beside its pieces (its trace tells the rest), and these by name."""

    needs: Needs
    pieces: Mapping[str, Piece]

    def all_needs(self) -> Iterator[Needs]:
        """Of the task, and of each piece."""
        yield self.needs
        yield from (piece.needs for piece in self.pieces.values())


@dataclass(frozen=True, slots=True)
class Trace:
    """What a task and its pieces `asked` (numbers of questions), and hashes of the pages it made by their paths.

    `partly` are the sources of which parts were asked for. `head` is all this as it stands in the file, `written` the
    work.
    """

    asked: Collection[int]
    partly: Collection[int]
    pages: Mapping[str, str]
    head: bytes
    written: Bytes

    def work(self) -> Work:
        """The work itself."""
        first, *lines = bytes(self.written).split(b"\n")
        told = _together(decode(list[_Piece], first), lines[::2], lines[1::2])
        found = {name: Piece(Needs(numbers, parts, asked), text) for (name, numbers, parts), asked, text in told}
        own = found.pop(_OWN, None)
        if own is None:
            raise DamagedError
        return Work(own.needs, found)


Name = tuple[str, str]
"""The kind and the key of a task."""


def trace(name: Name, needs: Needs, pieces: Mapping[str, Piece], pages: Mapping[str, str]) -> Trace:
    """What can be kept of a task; `needs` is what it asked beside its pieces."""
    asked = sorted({*needs.numbers}.union(*(piece.needs.numbers for piece in pieces.values())))
    partly = sorted({*needs.sources}.union(*(piece.needs.sources for piece in pieces.values())))
    found = {_OWN: Piece(Needs((), needs.sources, needs.written), b""), **pieces}
    first = [(part, piece.needs.numbers, piece.needs.sources) for part, piece in found.items()]
    lines = chain.from_iterable((piece.needs.written, piece.written) for piece in found.values())
    written = b"\n".join((encode(first), *lines))
    return Trace(asked, partly, pages, encode((*name, asked, partly, pages, len(written))), written)


@dataclass(frozen=True, slots=True)
class Memory:
    """The numbers of the questions of a run, the answers by these numbers, and what is kept of every task."""

    numbers: Mapping[Question, int]
    answers: Mapping[int, str]
    traces: Mapping[Name, Trace]


def load(file: Path, key: str) -> Memory:
    """What `file` holds; an empty memory where it is missing, damaged or sealed with another key."""
    try:
        return _read(*(unseal(file, key) or (b"", b"")))
    except DamagedError:
        return Memory({}, {}, {})


def save(file: Path, key: str, memory: Memory) -> None:
    """Keep `memory`, except for questions that nobody asks any more."""
    traces = memory.traces.values()
    used = set().union(*(t.asked for t in traces), *(t.partly for t in traces))
    first = encode([(q, n, memory.answers[n]) for q, n in memory.numbers.items() if n in used])
    seal(file, key, b"\n".join((first, *(t.head for t in traces))), [t.written for t in traces])


def _read(head: Bytes, rest: Bytes) -> Memory:
    first, *heads = bytes(head).split(b"\n")
    questions = decode(list[_Question], first)
    return Memory(
        {question: number for question, number, _ in questions},
        {number: answer for _, number, answer in questions},
        dict(_traces(heads, rest)),
    )


def _traces(heads: Sequence[bytes], rest: Bytes) -> Iterator[tuple[Name, Trace]]:
    told = decode(list[_Head], b"[%b]" % b",".join(heads))
    works = cut(rest, (length for *_, length in told))
    for head, work, (kind, key, asked, partly, pages, _) in _together(heads, [*works], told):
        yield (kind, key), Trace(asked, partly, pages, head, work)


def _together(*columns: Sequence[Any]) -> Iterator[Any]:
    """Take columns row by row; DamagedError unless they are of one length."""
    if len(set(map(len, columns))) > 1:
        raise DamagedError
    return zip(*columns, strict=True)
