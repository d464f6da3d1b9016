"""Finds names of many words in a sentence in one walk, across inflection, spelling and hyphens.

The units of the walk are parts: words, and the pieces of hyphenated words, so that "Kim Jong-un" and "Kim Jong Un"
are the same three parts and "Iskander-Raketen" contains the name "Iskander".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.german.names.forms import adjective_stem, fold, keys
from generator.model.annotation import Token
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

T = TypeVar("T")
_PIECE = re.compile(r"[^\W_][\w'’.]*|[^\w\s]")
_WORD = re.compile(r"\w")
_SHORT_ACRONYM = 3
_MAX_PARTS = 12
_LONGEST_COMPOUND = 120  # characters; what is longer is no word


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a token: the whole token, or what stands between its hyphens. `token` is its index."""

    span: Span
    text: str
    token: int
    opens: bool  # first piece of its token
    closes: bool  # last piece of its token


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A name of the table, from part `start` up to, not including, part `end`."""

    start: int
    end: int
    value: T


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[tuple[str, T]] = field(default_factory=list)  # the name as the table spells it, and its value


class NameTable(Generic[T]):
    """Names and what they stand for, as a tree of parts; a name may stand for several values."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, name: str, value: T, *, inflects: bool = True) -> None:
        """Add `name`; `inflects` says that adjectives in it inflect ("Weißes Haus"), which those of a person do not."""
        pieces = [fold(piece) for piece in _pieces(name)]
        node = self._root
        for piece in pieces[:-1]:
            key = adjective_stem(piece) if inflects and _adjectival(piece) else piece
            node = node.children.setdefault(key, _Node())
        if pieces:
            node.children.setdefault(pieces[-1], _Node()).values.append((name, value))

    def matches(self, parts: Sequence[Part], start: int) -> list[Match[T]]:
        """All names that begin at part `start`, longest first, in the order they were added."""
        found: list[Match[T]] = []
        nodes = [self._root]
        for end in range(start, min(len(parts), start + _MAX_PARTS)):
            nodes = [child for node in nodes for key in keys(parts[end].text) if (child := node.children.get(key))]
            if not nodes:
                break
            text = parts[start].text
            found += [
                Match(start, end + 1, value)
                for node in nodes
                for name, value in node.values
                if _same_case(name, text, single=end == start)
            ]
        return sorted(found, key=lambda match: -match.end)

    def within(self, words: AbstractSet[str]) -> Iterator[tuple[str, T]]:
        """The names, as they are spelled, that a text can match whose words have the keys `words`, with their values.

        Tables that agree on these answer every question about such a text alike.
        """
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from node.values
            if node.children:
                nodes += [node.children[key] for key in sorted(words & node.children.keys())]

    def exact(self, text: str) -> list[T]:
        """The values of the name that `text` is a form of, as a whole."""
        parts = tuple(_parts(0, Token(Span(0, len(text)), text, "", "")))
        return [match.value for match in self.matches(parts, 0) if match.end == len(parts)] if parts else []


def _adjectival(piece: str) -> bool:
    return piece.endswith(("e", "en", "er", "es", "em")) and len(piece) > _SHORT_ACRONYM + 1


def _same_case(name: str, text: str, *, single: bool) -> bool:
    """A capital stays a capital; a short acronym keeps all of them ("UN" is not "Un")."""
    if single and name.isupper() and len(name) <= _SHORT_ACRONYM:
        return text.startswith(name)
    return name[:1].islower() or text[:1].isupper()


def _pieces(text: str) -> list[str]:
    return [m.group().rstrip(".") for m in _PIECE.finditer(text) if _WORD.match(m.group())]


def parts_of(tokens: Iterable[Token]) -> tuple[Part, ...]:
    """The parts of a sentence; a full stop behind an abbreviation is none."""
    return tuple(part for index, token in enumerate(tokens) for part in _parts(index, token))


def _parts(index: int, token: Token) -> Iterator[Part]:
    if token.text.isalnum() or len(token.text) > _LONGEST_COMPOUND:
        yield Part(token.span, token.text, index, opens=True, closes=True)
        return
    pieces = [m for m in _PIECE.finditer(token.text) if _WORD.match(m.group())]
    if not pieces:
        if token.text != ".":
            yield Part(token.span, token.text, index, opens=True, closes=True)
        return
    for number, piece in enumerate(pieces):
        text = piece.group().rstrip(".")
        start = token.span.start + piece.start()
        yield Part(Span(start, start + len(text)), text, index, number == 0, number == len(pieces) - 1)
