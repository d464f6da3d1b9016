"""The JSON Schemas of the two public interfaces, as they are published under /daten/."""

from __future__ import annotations

from importlib.resources import files

SCHEMAS = ("annotation.schema.json", "dossier.schema.json")


def schema(name: str) -> str:
    """The text of one of `SCHEMAS`."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
