"""Annotations and contributions as JSON and back: column by column, as the types of the nouns' fields tell.

A list of nouns becomes one list for each field, a field of nouns lists of their fields in turn. That is short, is read
ten times as fast as objects with keys, and a field that a noun gets one day needs nothing here.
"""

from __future__ import annotations

import sys
import types
from collections import deque
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from itertools import accumulate, chain, repeat
from operator import attrgetter, lt
from typing import TYPE_CHECKING, Any, NewType, Union, get_args, get_origin, get_type_hints

from generator.assemble import contribution, unresolved
from generator.model import annotation, document, dossier, ids, ledger, postings, span
from generator.model.document import Document
from generator.model.span import Span

_MODULES = (annotation, contribution, document, dossier, ids, ledger, postings, span, unresolved)
_NAMES = {name: value for module in _MODULES for name, value in vars(module).items()}
_ATOMS = (str, int, bool)


if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Any, int, Document], list[Any]]
    """Makes values of a column, of which it is told how many there are, and the document that they are about."""


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
    return _reader(type_)(column, count, source)


@cache
def _reader(type_: Any) -> Callable[[Any, int, Document], list[Any]]:  # noqa: ANN401  as above
    """What decodes a column of `type_`."""
    if type_ is Document:
        return _documents
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return partial(_enumerated, type_)
    if isinstance(type_, type) and is_dataclass(type_):
        return partial(_records, type_, [_reader(field) for _, field in _fields(type_)])
    if type_ in _ATOMS:
        return partial(_atoms, type_)
    inner, is_list = _inner(type_)
    return partial(_lists if is_list else _options, _reader(inner))


def _documents(_column: Any, count: int, source: Document) -> list[Any]:  # noqa: ANN401  as above
    return [source] * count


def _enumerated(type_: type[StrEnum], column: Any, count: int, _source: Document) -> list[Any]:  # noqa: ANN401  as above
    return _checked([*map(_members(type_).get, _checked(column, count, str))], count, type_)


def _atoms(type_: type, column: Any, count: int, _source: Document) -> list[Any]:  # noqa: ANN401  as above
    values = _checked(column, count, type_)
    return list(map(sys.intern, values)) if type_ is str else values


def _lists(inner: Reader, column: Any, count: int, source: Document) -> list[Any]:  # noqa: ANN401  as above
    sizes, flat = column
    total = sum(_checked(sizes, count, int))
    if min(sizes, default=0) < 0:
        raise DamagedError
    if not total:
        return [()] * count
    found = inner(flat, total, source)
    ends = [*accumulate(sizes)]
    return [tuple(found[end - size : end]) if size else () for size, end in zip(sizes, ends, strict=True)]


def _options(inner: Reader, column: Any, count: int, source: Document) -> list[Any]:  # noqa: ANN401  as above
    given, flat = column
    total = sum(_checked(given, count, bool))
    if not total:
        return [None] * count
    found = iter(inner(flat, total, source))
    return [next(found) if is_given else None for is_given in given]


def _records(type_: Any, readers: list[Reader], column: Any, count: int, source: Document) -> list[Any]:  # noqa: ANN401  as above
    columns = [read(part, count, source) for read, part in zip(readers, column, strict=True)]
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
