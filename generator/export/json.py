"""How every JSON file of the program is written: UTF-8, one value a line, the same bytes for the same data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.export.pieces import between
from generator.export.text import utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.page import Bytes
    from generator.model.span import Span

SCHEMA_VERSION = 1


def dump(value: object) -> str:
    """`value` as JSON with a line feed at its end; keys in the order they were given."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def dump_records(head: Mapping[str, object], lists: Mapping[str, Iterable[Bytes]]) -> Sequence[Bytes]:
    """JSON with a line for each record: a change in one is a change in one line. `lists` hold pieces of `lines`."""
    written: list[Bytes] = [utf8("{\n" + ",\n".join(map(_pair, head, map(dumped, head.values()))))]
    for key, pieces in lists.items():
        written += (utf8(f",\n{_pair(key, '[')}\n"), *between(b",\n", pieces), b"\n]")
    return (*written, b"\n}\n")


def lines(records: Iterable[object]) -> bytes:
    """Each record as JSON on a line of its own, a comma behind all but the last."""
    return utf8(",\n".join(map(dumped, records)))


dumped = json.JSONEncoder(ensure_ascii=False).encode
"""A value as JSON on one line."""


def _pair(key: str, value: str) -> str:
    return f"{dumped(key)}: {value}"


def span(value: Span) -> dict[str, Any]:
    """A span as the two keys that every spanned thing of the contract has."""
    return {"start": value.start, "end": value.end}
