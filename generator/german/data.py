"""Reads the word lists beside this file: one entry a line, `# ` starts a comment line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Give the entries of the data file `name` ("verbs.tsv") in order, without comments and empty lines."""
    text = files("generator.german").joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("# "))
