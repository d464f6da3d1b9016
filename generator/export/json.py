"""How every JSON file of the program is written: UTF-8, one value a line, the same bytes for the same data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model.span import Span

SCHEMA_VERSION = 1


def dump(value: object) -> str:
    """`value` as JSON with a line feed at its end; keys in the order they were given."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def span(value: Span) -> dict[str, Any]:
    """A span as the two keys that every spanned thing of the contract has."""
    return {"start": value.start, "end": value.end}
