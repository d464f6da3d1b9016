"""Which questions a piece of work asks of what it is given: all that its result depends on, with nothing to declare.

A noun is watched field by field and a mapping key by key. Who holds only a watched noun can read nothing unnoticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from inspect import getattr_static
from types import FunctionType, MethodType
from typing import Any, TypeVar, cast

N = TypeVar("N")
Key = Any
"""A text, or a tuple of texts."""
Question = tuple[Key, ...]
"""The path to a field, and the key where it is a mapping: `("held", "kim-jong-un")`, `("dossier", "settings")`."""
KEYS = ("keys",)
"""Behind the path to a mapping or a set: which keys it has."""
Asked = dict[Question, None]
Steps = tuple[str | tuple[str | int, ...], ...]
"""A question as it can be kept as JSON and read again."""


def watched(noun: N, asked: Asked, parts: frozenset[str] = frozenset(), **own: object) -> N:
    """`noun`, whose every field leaves a note in `asked`; the fields in `parts` are nouns to be watched themselves.

    Mappings in `parts` hold nouns that are watched. What is in `own` stands in for a field or a method and leaves none.
    """
    noted = _Noun(noun, asked, (), parts)
    vars(noted).update(own)
    return cast("N", noted)


@cache
def _defined(kind: type, name: str) -> object:
    """What a type of nouns defines under `name`."""
    return getattr_static(kind, name, None)


class _Noun:
    """Fields are handed out watched; methods and properties of the noun see the watched fields, too."""

    def __init__(self, noun: object, asked: Asked, path: Question, parts: frozenset[str]) -> None:
        self._noun = noun
        self._asked = asked
        self._path = path
        self._parts = parts

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  a noun of anything
        kind: type = type(self._noun)
        defined = _defined(kind, name)
        if isinstance(defined, property) and defined.fget:
            return defined.fget(self)
        found = MethodType(defined, self) if isinstance(defined, FunctionType) else self._field(name)
        setattr(self, name, found)
        return found

    def _field(self, name: str) -> object:
        value, path = getattr(self._noun, name), (*self._path, name)
        if isinstance(value, Mapping):
            return (_Nouns if name in self._parts else _Mapping)(value, self._asked, path)
        if name in self._parts:
            return _Noun(value, self._asked, path, frozenset())
        if isinstance(value, AbstractSet):
            return _Set(value, self._asked, path)
        self._asked[path] = None
        return value


class _Mapping(Mapping[Key, Any]):
    def __init__(self, mapping: Mapping[Key, Any], asked: Asked, path: Question) -> None:
        self._mapping = mapping
        self._asked = asked
        self._path = path

    def __getitem__(self, key: Key) -> Any:  # noqa: ANN401  a mapping of anything
        self._asked[*self._path, key] = None
        return self._mapping[key]

    def get(self, key: Key, default: Any = None) -> Any:  # noqa: ANN401  as above
        self._asked[*self._path, key] = None
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked[*self._path, key] = None
        return key in self._mapping

    def __iter__(self) -> Iterator[Key]:
        self._asked[*self._path, KEYS] = None
        return iter(self._mapping)

    def __len__(self) -> int:
        self._asked[*self._path, KEYS] = None
        return len(self._mapping)


class _Nouns(_Mapping):
    """A mapping to nouns that are watched themselves; of one that is there, that it is there leaves no note."""

    def __init__(self, mapping: Mapping[Key, Any], asked: Asked, path: Question) -> None:
        super().__init__(mapping, asked, path)
        self._watched: dict[Key, _Noun] = {}

    def __getitem__(self, key: Key) -> Any:  # noqa: ANN401  as above
        if key not in self._watched:
            if key not in self._mapping:
                return super().__getitem__(key)
            self._watched[key] = _Noun(self._mapping[key], self._asked, (*self._path, key), frozenset())
        return self._watched[key]

    def get(self, key: Key, default: Any = None) -> Any:  # noqa: ANN401  as above
        try:
            return self[key]
        except KeyError:
            return default


class _Set(AbstractSet[Key]):
    def __init__(self, members: AbstractSet[Key], asked: Asked, path: Question) -> None:
        self._members = members
        self._asked = asked
        self._path = path

    def __contains__(self, key: object) -> bool:
        self._asked[*self._path, key] = None
        return key in self._members

    def __iter__(self) -> Iterator[Key]:
        self._asked[*self._path, KEYS] = None
        return iter(self._members)

    def __len__(self) -> int:
        self._asked[*self._path, KEYS] = None
        return len(self._members)


def answer(noun: object, question: Question) -> Any:  # noqa: ANN401  as above
    """What `noun` answers to `question` now; None for a key that is not there or a field that is none."""
    value: Any = noun
    for step in question:
        if value is None:
            return None
        kind: type = type(value)
        value = _way(kind)(value, step)
    return value


@cache
def _way(kind: type) -> Callable[[Any, Key], Any]:
    """How values of a type answer one step of a question."""
    if issubclass(kind, Mapping):
        return _of_mapping
    return _of_set if issubclass(kind, AbstractSet) else _of_noun


def _of_mapping(value: Mapping[Key, Any], step: Key) -> Any:  # noqa: ANN401  as above
    return tuple(value) if step == KEYS else value.get(step)


def _of_set(value: AbstractSet[Key], step: Key) -> Any:  # noqa: ANN401  as above
    return tuple(sorted(value)) if step == KEYS else step in value


def _of_noun(value: object, step: Key) -> Any:  # noqa: ANN401  as above
    return getattr(value, str(step), None)
