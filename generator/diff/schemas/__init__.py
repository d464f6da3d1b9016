"""The JSON Schema of what `dossier diff --format json` prints."""

from __future__ import annotations

from importlib.resources import files


def schema() -> str:
    """The text of the schema."""
    return files(__name__).joinpath("diff.schema.json").read_text(encoding="utf-8")
