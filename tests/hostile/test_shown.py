"""What stands in articles, names, titles and notes is read as it was written, and changes nothing around it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from tests.hostile.payloads import Placed, write_project
from tests.hostile.seen import seen
from tests.hostile.table import payloads
from tests.render.seen import squeezed, words

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import dossier as model
    from tests.render.seen import Seen

_DANGEROUS = re.compile(r"[\s\x00-\x20]*(?:\w*script\s*:|data\s*:|file\s*:|[/\\]{2})", re.IGNORECASE)
IN_NOTES = frozenset({"abbr", "h3", "blockquote"})


class Dossier:
    """A generated project, its pages converted once."""

    def __init__(self, project: Path, harmless: str = "") -> None:
        self.placed: list[Placed] = write_project(project, harmless)
        self.docs = project / "docs"
        pipeline.generate(project)
        self.page = cache(self._page)

    def _page(self, path: str) -> Seen:
        return seen((self.docs / path).read_text(encoding="utf-8"))

    def paths(self) -> list[str]:
        return sorted(path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*.md"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return Dossier(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return Dossier(tmp_path_factory.mktemp("harmless"), "Wort")


def _named(row: Placed) -> str:
    return f"{row.payload.place} {row.payload.words}".encode("ascii", "backslashreplace").decode()


@pytest.mark.parametrize("number", range(len(payloads())))
def test_the_reader_sees_the_words(hostile: Dossier, number: int) -> None:
    row = hostile.placed[number]
    shown = words(hostile.page(row.page))
    if squeezed(row.payload.seen) not in shown:
        pytest.fail(f"{_named(row)} on {row.page}:\n{shown}", pytrace=False)


def test_every_payload_stands_somewhere(hostile: Dossier) -> None:
    assert sorted(row.payload.words for row in hostile.placed) == sorted(row.words for row in payloads())


def test_no_payload_adds_a_page_an_element_or_an_attribute(
    hostile: Dossier, harmless: Dossier, corpus: model.Dossier
) -> None:
    assert set(hostile.paths()) >= {row.page for row in hostile.placed}
    other = [seen(page.content) for page in pipeline.pages(corpus) if page.path.endswith(".md")]
    usual_pages = [*map(harmless.page, harmless.paths()), *other]
    usual = {tag for page in usual_pages for tag in page.tags}
    usual_attributes = {key for page in usual_pages for key, _ in page.attributes}
    for path in hostile.paths():
        page = hostile.page(path)
        assert set(page.tags) <= usual | IN_NOTES, path
        assert {key for key, _ in page.attributes} <= usual_attributes, path
        targets = [value or "" for key, value in page.attributes if key in {"href", "src", "action", "data", "style"}]
        assert not [target for target in targets if _DANGEROUS.match(target)], path
