"""The shapes that YAML may have here: one small language, from which both the validation and the JSON Schemas follow.

A shape describes; `decode` reads a node by it and `schemas` writes it down for editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.registry import Place

Format: TypeAlias = Literal["line", "text", "edtf", "url"]


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar.

    `what` names it in messages ("an entity's id"). A `line` holds no line break and no bidirectional control, a `text`
    may. `choices` (if any) are all allowed values, `pattern` (if any) must match as a whole and means the same in
    Python and in ECMAScript. `declares` and `refers` say of what this is an id.
    """

    what: str
    format: Format = "line"
    pattern: str = ""
    choices: tuple[str, ...] = ()
    declares: str = ""
    refers: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one shape, of at least `least` items; with `or_one` a single item may stand without a list."""

    item: Shape
    least: int = 0
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    shape: Shape
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """For the given values of the deciding key, other shapes for some keys; None: the key is not allowed."""

    values: tuple[str, ...]
    shapes: Mapping[str, Shape | None]


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of a record that was understood, by key, and where they stand."""

    place: Place
    values: Mapping[str, Any]
    places: Mapping[str, Place]

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401  what a value is, its shape says
        return self.values[key]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401  as above
        """The value of an optional key."""
        return self.values.get(key, default)


Build: TypeAlias = Callable[[Fields], object]


@dataclass(frozen=True, slots=True)
class Record:
    """A map with known keys.

    `name` names it in messages and in the JSON Schema ("fact"). `build` makes a noun of its values. A scalar in its
    place is taken as the value of the key `shorthand`. Exactly one of the keys `one_of` is given. The value of the
    key `decided_by` selects one of `cases`. `advice` are hints for keys that people try but that belong elsewhere.
    """

    name: str
    fields: Mapping[str, Field]
    build: Build
    description: str = ""
    shorthand: str = ""
    one_of: tuple[str, ...] = ()
    decided_by: str = ""
    cases: tuple[Case, ...] = ()
    advice: Mapping[str, str] | None = None


Shape: TypeAlias = Text | ListOf | Record

ENTITY_ID = "[a-z0-9]+(-[a-z0-9]+)*"
SOURCE_ID = "[a-z0-9][a-z0-9_-]*"
MAX_ID = 80
"""An id is a file name and a part of an address: longer ones break on some systems."""

NOBODY = "nobody"
"""Stands in a decision for an entity that the registry does not have."""

RESERVED_ID = f"index|404|tags|search|sitemap|assets|readme|con|prn|aux|nul|(com|lpt)[0-9]|{NOBODY}"
"""Ids whose file the site or Windows has for itself."""


def is_reserved(an_id: str) -> bool:
    """Whether an id cannot be used ("index", "assets", "con")."""
    return re.fullmatch(RESERVED_ID, an_id) is not None


def choice(what: str, *values: str) -> Text:
    """One of a closed list of words."""
    return Text(what, choices=values)


def new_id(of: str) -> Text:
    """The id that something gets here."""
    return Text(f"the id of {a(of)}", pattern=ENTITY_ID, declares=of)


def reference(to: str) -> Text:
    """The id of something that is declared elsewhere."""
    pattern = SOURCE_ID if to == "source" else ENTITY_ID
    return Text(f"the id of {a(to)}", pattern=pattern, refers=to)


def described(shape: Text, *examples: str) -> Text:
    """The same shape with examples, for editors and the reference."""
    return replace(shape, examples=examples)


def a(noun: str) -> str:
    """`noun` with its indefinite article: "an entity"."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


LINE = Text("a line of text")
WORDS = Text("words of the source", format="text")
DATE = Text("a date (EDTF)", format="edtf", examples=("2023-09-13", "2023-09", "2019~", "198X"))
LANGUAGE = Text("a language (BCP 47)", pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", examples=("en", "ko-Latn"))
URL = Text("a web address", format="url", examples=("https://example.org/article",))
COUNT = Text("a whole number", pattern="0|[1-9][0-9]{0,8}")
ORDINAL = Text("a whole number from 1", pattern="[1-9][0-9]{0,4}")
YES_NO = choice("yes or no", "yes", "no")
