"""All targets by name. A target takes bytes and raises if a promise is broken; each property has its home in one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tests.fuzz import annotating, escaping, keeping, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = MappingProxyType(
    {
        "source": reading.source,
        "page": reading.page,
        "yaml": reading.yaml,
        "value": reading.value,
        "annotators": annotating.annotators,
        "dossier": annotating.dossier,
        "escape": escaping.escape,
        "note": escaping.note,
        "manifest": keeping.manifest,
        "journal": keeping.journal,
        "entry": keeping.entry,
        "run": keeping.run,
    }
)
