"""The pages on paper, and the whole dossier as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest

from generator.errors import InputError
from generator.site.pdf import write_pdf
from tests.browser.test_site import PHONE, reader, too_wide
from tests.site_support import EDITION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    Address = Callable[..., str]

pytestmark = pytest.mark.browser

A4 = (595, 842)
WHITE = "rgb(255, 255, 255)"


@pytest.fixture(scope="session")
def pdf(browser: Browser, built: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a PDF; `browser` says whether there is a Chromium."""
    assert browser.is_connected()
    output = tmp_path_factory.mktemp("pdf") / "dossier.pdf"
    write_pdf(built("mkdocs"), EDITION, output)
    return output


def test_paper_shows_the_text_in_light_colours_and_no_controls(browser: Browser, address: Address) -> None:
    with reader(browser, color_scheme="dark") as page:
        page.goto(address("mkdocs") + "waffensysteme/sz-7.html")
        assert page.get_by_text("Diese Seite im Netz").is_hidden()
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == WHITE
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == WHITE
        for control in (".md-header", ".md-tabs", ".md-sidebar", ".headerlink", ".md-footer"):
            assert page.locator(control).first.is_hidden(), control
        notes = page.locator(".belege li").all_inner_texts()
        assert notes[0].startswith("[1] Der Minister sprach im Hafen. ")
        assert notes[0].endswith("/quellen/bericht.html#s-00000000a1")
        assert page.get_by_text("Diese Seite im Netz").is_visible()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_dossier_on_one_page_opens_cleanly_and_leads_through_itself(
    browser: Browser, address: Address, engine: str
) -> None:
    with reader(browser, viewport=PHONE) as page:
        page.goto(address(engine) + "index.html")
        page.get_by_role("link", name="Alles auf einer Seite").click()
        page.wait_for_url("**/druck/index.html")
        assert not too_wide(page)
        page.locator("main > nav").get_by_role("link", name="Seezielrakete SZ-7").click()
        page.wait_for_url("**/druck/index.html#waffensysteme.sz-7")


def test_the_pdf_has_pages_of_paper_size_title_language_and_tags(pdf: Path) -> None:
    document = pypdf.PdfReader(pdf)
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in document.pages} == {A4}
    assert document.metadata is not None
    assert document.metadata.title == "Die Fähre"
    assert str(document.metadata.get("/CreationDate")).startswith("D:20231101")
    root = document.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]


def test_the_pdf_counts_its_pages(pdf: Path) -> None:
    pages = [page.extract_text().split() for page in pypdf.PdfReader(pdf).pages]
    assert [words[0] for words in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_the_outline_of_the_pdf_names_sections_and_pages(pdf: Path) -> None:
    def titles(entries: list[object]) -> list[str]:
        return [title for e in entries for title in (titles(e) if isinstance(e, list) else [str(e.title)])]  # type: ignore[attr-defined]

    found = titles(pypdf.PdfReader(pdf).outline)
    assert {"Die Fähre", "Inhalt", "Waffensysteme", "Seezielrakete SZ-7", "Belege"} <= set(found)
    assert found.index("Waffensysteme") < found.index("Seezielrakete SZ-7") < found.index("Belege")


def test_every_link_within_the_pdf_leads_somewhere(pdf: Path) -> None:
    document = pypdf.PdfReader(pdf)
    known = document.named_destinations
    notes = [note.get_object() for page in document.pages for note in page.get("/Annots") or ()]
    inner = [str(note["/Dest"]) for note in notes if "/Dest" in note]
    assert len(inner) > 10
    assert [target for target in inner if target not in known] == []


def test_the_same_site_gives_the_same_pdf(built: Callable[..., Path], pdf: Path, tmp_path: Path) -> None:
    write_pdf(built("mkdocs"), EDITION, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == pdf.read_bytes()


def test_without_a_browser_the_reader_is_told_what_to_do(
    built: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="PDF001 none of chromium"):
        write_pdf(built("mkdocs"), EDITION, tmp_path / "dossier.pdf")
    assert not (tmp_path / "dossier.pdf").exists()


def test_a_browser_that_fails_is_quoted(
    built: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho no display\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(InputError, match="no display"):
        write_pdf(built("mkdocs"), EDITION, tmp_path / "dossier.pdf")
