"""The first page of a dossier of many sources lists the latest of them."""

from __future__ import annotations

import pytest

from generator.model.annotation import AnnotatedDocument, Parse
from generator.model.document import Document, Metadata
from generator.model.dossier import Dossier
from generator.model.ids import Edtf, SourceId
from generator.model.settings import Settings
from generator.render.context import build_context
from generator.render.pages.start import LATEST_SOURCES, render_start


def source(number: int, published: str | None) -> AnnotatedDocument:
    meta = Metadata(title=f"Bericht {number}", published=Edtf(published) if published else None)
    identity = SourceId(f"bericht-{number}")
    return AnnotatedDocument(Parse(Document(identity, f"seeds/articles/{identity}.txt", "", "0" * 64, meta), (), ()))


def listed(*dates: str | None) -> tuple[list[str], str]:
    """The titles of the sources on the page, and the page."""
    sources = tuple(source(number, date) for number, date in enumerate(dates))
    settings = Settings(title="Probe", site_url="https://example.org/")
    page = render_start(build_context(Dossier(settings, sources))).content
    return [line.partition("[")[2].partition("]")[0] for line in page.splitlines() if "[Bericht" in line], page


def test_the_newest_come_first_and_those_without_a_date_last() -> None:
    titles, page = listed("2023-09-01", None, "2023-09-03", "2023-09-02")
    assert titles == ["Bericht 2", "Bericht 3", "Bericht 0", "Bericht 1"]
    assert "3.\u202fSeptember\u202f2023" in page.replace("\u00a0", "\u202f").replace(" ", "\u202f")
    assert "Alle Quellen" not in page


@pytest.mark.parametrize("more", [0, 1, 500])
def test_of_many_the_latest_are_listed_with_the_way_to_all(more: int) -> None:
    titles, page = listed(*(f"2023-{1 + number % 12:02}" for number in range(LATEST_SOURCES + more)))
    assert len(titles) == LATEST_SOURCES
    assert ("[Alle Quellen](quellen/index.md)" in page) == bool(more)
