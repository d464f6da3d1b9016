"""The pages of the sample dossier as files that people read: `python -m tests.render.golden` writes them anew.

Whoever does that reads the difference line by line: these files are what a reader gets.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from generator.render.context import build_context
from generator.render.entity import render_entities
from generator.render.pages import render_pages
from tests.render import sample
from tests.render.pages_sample import DOSSIER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.page import Page

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"
GOLDEN_ENTITIES = GOLDEN.with_name("entities")


def write(folder: Path, pages: Iterable[Page]) -> None:
    """Replace the files by what the program writes now."""
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.content, "utf-8")


if __name__ == "__main__":
    write(GOLDEN, render_pages(build_context(DOSSIER)))
    write(GOLDEN_ENTITIES, render_entities(build_context(sample.DOSSIER)))
