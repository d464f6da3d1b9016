"""Pages of the invented two-article corpus, whole, as somebody read them against its two articles.

`python -m tests.test_golden_corpus` writes them anew: read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

GOLDEN = Path(__file__).parent / "golden" / "corpus"
PAGES = (
    "akteure/anna-keller.md",
    "akteure/hans-keller.md",
    "chronik/index.md",
    "quellen/haubitzen.md",
    "streitpunkte/verkauf.md",
    "waffensysteme/m-109.md",
)


def rendered(dossier: Dossier) -> dict[str, str]:
    return {page.path: page.content for page in pipeline.pages(dossier)}


@pytest.mark.parametrize("path", PAGES)
def test_golden(corpus: Dossier, path: str) -> None:
    assert rendered(corpus)[path] == (GOLDEN / path).read_text(encoding="utf-8")


def test_every_golden_page_is_tested() -> None:
    assert {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.md")} == set(PAGES)


def _write() -> None:
    pages = rendered(pipeline.build_dossier(CORPUS))
    for path in PAGES:
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(pages[path], encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
