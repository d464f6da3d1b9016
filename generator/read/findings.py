"""What reading brings to light: problems, names that were declared or used, and nouns that were understood.

One `Findings` is handed through the reading of a whole project, so that everything that is wrong can be said at
once. What was understood inside of something broken is kept, so that it is checked in the same run.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.registry import Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Name:
    """An id and where it stands; `of` says what it is an id of: `entity`, `outlet`, `topic`, `source`, `event`, …."""

    of: str
    id: str
    place: Place


@dataclass(slots=True)
class Findings:
    """The notebook of one reading.

    `declared` are ids that something was given, `used` ids that refer to something, `built` the nouns in the order
    in which they were understood (a part before its whole). `unread` is set when a file of the registry is missing
    from all of these because it could not be parsed.
    """

    problems: list[Problem] = field(default_factory=list)
    declared: list[Name] = field(default_factory=list)
    used: list[Name] = field(default_factory=list)
    built: list[object] = field(default_factory=list)
    unread: bool = False

    def problem(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note that something is wrong at `place`."""
        self.problems.append(Problem(place.path, place.line, code, message, hint))

    def of_type(self, noun: type[T]) -> tuple[T, ...]:
        """The nouns of one type, in the order in which they were understood."""
        return tuple(each for each in self.built if isinstance(each, noun))

    def names(self, of: str) -> dict[str, Place]:
        """The declared ids of one sort, each with its first place."""
        places: dict[str, Place] = {}
        for name in self.declared:
            if name.of == of:
                places.setdefault(name.id, name.place)
        return places

    def sound(self, value: T | None) -> T:
        """`value` itself; `InputError` with everything that is wrong if anything is."""
        if self.problems or value is None:
            raise InputError(dict.fromkeys(self.problems))
        return value


def nearest(word: str, allowed: Iterable[str]) -> str:
    """A hint that names the closest allowed word: 'did you mean "role"?'; empty if nothing is close."""
    close = difflib.get_close_matches(word[:80], allowed, n=1)
    return f'did you mean "{close[0]}"?' if close else ""


def shown(text: str, limit: int = 80) -> str:
    """`text` in one line for a message, cut after `limit` characters, nothing in it that moves a cursor."""
    line = " ".join(text.split())
    visible = line[: limit + 1]
    if not visible.isprintable():
        visible = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in visible)
    return visible if len(line) <= limit else visible[:limit] + "…"
