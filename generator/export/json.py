"""How every JSON file of the program is written: UTF-8, one value a line, the same bytes for the same data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.span import Span

SCHEMA_VERSION = 1


def dump(value: object) -> str:
    """`value` as JSON with a line feed at its end; keys in the order they were given."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def dump_records(head: Mapping[str, object], lists: Mapping[str, Iterable[str]]) -> str:
    """JSON with a line for each record: a change in one is a change in one line. `lists` hold pieces of `lines`."""
    written = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    written += (f"{json.dumps(key)}: [\n{joined(pieces)}\n]" for key, pieces in lists.items())
    return "{\n" + ",\n".join(written) + "\n}\n"


def joined(pieces: Iterable[str]) -> str:
    """Pieces of `lines` as one."""
    return ",\n".join(filter(None, pieces))


def lines(records: Iterable[object]) -> str:
    """Each record as JSON on a line of its own, a comma behind all but the last."""
    return ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def span(value: Span) -> dict[str, Any]:
    """A span as the two keys that every spanned thing of the contract has."""
    return {"start": value.start, "end": value.end}
