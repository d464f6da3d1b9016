"""The figures that are kept: `recorded.json`, for each set a map from the figure's name to its value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.evaluation.score import Figures

FILE = Path(__file__).parent / "recorded.json"


def read_record() -> dict[str, Figures]:
    """What was recorded; nothing before the first time."""
    recorded: dict[str, Figures] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return recorded


def write_record(figures: dict[str, Figures]) -> None:
    """Keep `figures` for each set, in the order of the sets."""
    FILE.write_text(json.dumps(dict(sorted(figures.items())), indent=2) + "\n", encoding="utf-8", newline="\n")
