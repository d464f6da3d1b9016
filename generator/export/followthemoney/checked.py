"""The same entities through the `followthemoney` package itself, an extra: what it refuses is an error, not a gap.

The package cleans values (names, countries, addresses), so the bytes depend on its version.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.errors import InputError, Problem
from generator.export.followthemoney import ftm_entities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.followthemoney.values import Json
    from generator.model.dossier import Dossier

_FILE = "daten/ftm.jsonl"


def accepted(dossier: Dossier) -> str:
    """The entities as the installed package writes them, a JSON object a line.

    InputError if the package is not installed, or with everything that it refuses.
    """
    model = _model()
    lines: list[str] = []
    problems: list[Problem] = []
    for number, entity in enumerate(ftm_entities(dossier), 1):
        proxy = model.make_entity(entity["schema"])
        proxy.id = entity["id"]
        problems += (Problem(_FILE, number, "DATA002", refused) for refused in _fill(proxy, entity))
        lines.append(json.dumps(proxy.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")
    if problems:
        raise InputError(problems)
    return "".join(lines)


def _model() -> Any:  # noqa: ANN401  the package is an extra, its types may not be there
    try:
        from followthemoney import model  # noqa: PLC0415  an extra: only this function needs it
    except ImportError as missing:
        hint = "pip install dossier[ftm]"
        raise InputError(
            [Problem(_FILE, 0, "DATA001", "the package followthemoney is not installed", hint)]
        ) from missing
    return model


def _fill(proxy: Any, entity: Json) -> Iterator[str]:  # noqa: ANN401  as above
    """Put the values into an entity of the package; yields what it refuses."""
    known = proxy.schema.properties
    for name, values in entity["properties"].items():
        for value in values:
            if name not in known:
                yield f"{entity['schema']} has no property {name}"
            elif proxy.unsafe_add(known[name], value) is None:
                yield f"{entity['schema']}.{name} cannot be “{value}”"
    yield from (f"{entity['schema']} lacks {name}" for name in proxy.schema.required if not proxy.get(name))
