"""Annotations as JSON and back: column by column, as the types of the nouns' fields tell.

A list of nouns becomes one list for each field, a field of nouns lists of their fields in turn. That is short, is read
ten times as fast as objects with keys, and a field that a noun gets one day needs nothing here.
"""

from __future__ import annotations

import sys
import types
from collections import deque
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import chain, islice, repeat
from operator import attrgetter, lt
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from generator.model import annotation, document, ids, span
from generator.model.document import Document
from generator.model.span import Span

_NAMES = {name: value for module in (annotation, document, ids, span) for name, value in vars(module).items()}
_ATOMS = (str, int, bool)


class DamagedError(Exception):
    """These columns cannot have been written by `encode`."""


def encode(type_: Any, values: list[Any]) -> Any:  # noqa: ANN401  types and JSON have no narrower type
    """The column of `values`, which are all of the type `type_`; documents are left out."""
    if type_ is Document:
        return None
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return [value.value for value in values]
    if isinstance(type_, type) and is_dataclass(type_):
        return [encode(field, list(map(attrgetter(name), values))) for name, field in _fields(type_)]
    if type_ in _ATOMS:
        return values
    inner, is_list = _inner(type_)
    if is_list:
        return [list(map(len, values)), encode(inner, list(chain.from_iterable(values)))]
    return [
        [value is not None for value in values],
        encode(inner, [value for value in values if value is not None]),
    ]


def decode(type_: Any, column: Any, count: int, source: Document) -> list[Any]:  # noqa: ANN401  as above
    """The `count` values of `column`, whose document is `source`; raises DamagedError, or ValueError or TypeError."""
    if type_ is Document:
        return [source] * count
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _checked([*map(_members(type_).get, _checked(column, count, str))], count, type_)
    if isinstance(type_, type) and is_dataclass(type_):
        return _records(type_, column, count, source)
    if type_ in _ATOMS:
        values = _checked(column, count, type_)
        return list(map(sys.intern, values)) if type_ is str else values
    inner, is_list = _inner(type_)
    sizes, flat = column
    _checked(sizes, count, int if is_list else bool)
    found = iter(decode(inner, flat, sum(sizes), source))
    if is_list:
        return [tuple(islice(found, size)) for size in sizes]
    return [next(found) if size else None for size in sizes]


def _records(type_: Any, column: Any, count: int, source: Document) -> list[Any]:  # noqa: ANN401  as above
    columns = [decode(field, part, count, source) for (_, field), part in zip(_fields(type_), column, strict=True)]
    if type_ is Span and count:
        starts, ends = columns
        if min(starts) < 0 or max(ends) > len(source.text) or not all(map(lt, starts, ends)):
            raise DamagedError
    return _filled(type_, columns, count)


def _filled(type_: Any, columns: list[list[Any]], count: int) -> list[Any]:  # noqa: ANN401  as above
    """The nouns with these fields, filled slot by slot and not by their constructors: a third of the time."""
    made = [*map(object.__new__, repeat(type_, count))]
    for (name, _), column in zip(_fields(type_), columns, strict=True):
        deque(map(getattr(type_, name).__set__, made, column), maxlen=0)
    return made


def _checked(column: Any, count: int, type_: type) -> list[Any]:  # noqa: ANN401  as above
    if not isinstance(column, list) or len(column) != count or not set(map(type, column)) <= {type_}:
        raise DamagedError
    return column


@cache
def _fields(type_: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401  as above
    hints = get_type_hints(type_, localns=_NAMES)
    return tuple((field.name, _plain(hints[field.name])) for field in fields(type_))


def _plain(type_: Any) -> Any:  # noqa: ANN401  as above
    return type_.__supertype__ if isinstance(type_, NewType) else type_


@cache
def _inner(type_: Any) -> tuple[Any, bool]:  # noqa: ANN401  as above
    """What `X | None` or `tuple[X, ...]` holds, and whether it is the tuple."""
    inner, other = get_args(type_)
    if get_origin(type_) is tuple and other is ...:
        return _plain(inner), True
    if get_origin(type_) in (Union, types.UnionType) and other is types.NoneType:
        return _plain(inner), False
    raise TypeError(type_)


@cache
def _members(type_: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in type_}
