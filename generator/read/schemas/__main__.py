"""`python -m generator.read.schemas`: write the JSON Schemas anew after a change to a shape."""

from __future__ import annotations

from generator.read.schemas import schema_files

for path, content in schema_files().items():
    path.write_text(content, encoding="utf-8")
