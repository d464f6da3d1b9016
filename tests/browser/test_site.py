"""A reader in front of the built site: what loads, what is found, where links lead, what fits on the screen."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.site_support import REPOSITORY, TESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    Address = Callable[..., str]

pytestmark = pytest.mark.browser

ENGINES = ("mkdocs", "zensical")
DOCS = REPOSITORY / "docs"
SMALL = TESTS / "site" / "small"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@contextmanager
def reader(browser: Browser, **wishes: object) -> Iterator[Page]:
    """A page of a fresh reader; at the end it must have made no error and asked no other server."""
    wishes.setdefault("viewport", DESKTOP)
    context = browser.new_context(**wishes)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(f"dialog {dialog.message}"))
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    yield page
    assert errors == []
    assert len(hosts - {""}) <= 1
    context.close()


def paths(docs: Path) -> list[str]:
    """The addresses of all pages of `docs`."""
    return sorted(page.relative_to(docs).with_suffix(".html").as_posix() for page in docs.rglob("*.md"))


def longest_of_each_kind(docs: Path) -> list[str]:
    """The start page, the indexes, and the longest page of each folder."""
    folders = [folder for folder in docs.iterdir() if folder.is_dir() and (folder / "index.md").is_file()]
    longest = {max(folder.glob("*.md"), key=lambda page: page.stat().st_size) for folder in folders}
    chosen = {docs / "index.md", *(folder / "index.md" for folder in folders), *longest}
    return sorted(page.relative_to(docs).with_suffix(".html").as_posix() for page in chosen)


def too_wide(page: Page) -> bool:
    """Whether a reader has to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def mark(page: Page, number: str) -> Locator:
    """The first evidence mark with `number`."""
    return page.get_by_role("link", name=f"Beleg {number}", exact=True).first


def look_up(page: Page, words: str) -> list[str]:
    """The titles that the search finds for `words`, after a full search on a wide screen."""
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words)
    results = page.locator(".md-search-result__item")
    results.first.wait_for()
    return [title.split("\n")[0] for title in results.all_inner_texts()]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_cleanly_and_fits_on_a_phone(
    browser: Browser, address: Address, engine: str, scheme: str
) -> None:
    with reader(browser, viewport=PHONE, color_scheme=scheme) as page:
        for path in paths(SMALL):
            page.goto(address(engine) + path)
            assert page.locator("h1").first.inner_text()
            assert not too_wide(page), path


def test_every_kind_of_page_of_this_dossier_opens_cleanly_and_fits_on_a_phone(
    browser: Browser, address: Address
) -> None:
    with reader(browser, viewport=PHONE) as page:
        for path in longest_of_each_kind(DOCS):
            page.goto(address("mkdocs", docs=DOCS) + path)
            assert page.locator("h1").first.inner_text()
            assert not too_wide(page), path


@pytest.mark.parametrize(("words", "first"), [("Pjongjang", "Nordkorea"), ("KN23", "KN-23"), ("Großbritannien", "Gro")])
def test_the_search_finds_what_this_dossier_is_about(
    browser: Browser, address: Address, words: str, first: str
) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=DOCS))
        assert look_up(page, words)[0].startswith(first)


@pytest.mark.parametrize(("path", "facet"), [("aussagen/index.html", "speaker"), ("netz/index.html", "relation")])
def test_long_lists_can_be_filtered(browser: Browser, address: Address, path: str, facet: str) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=DOCS) + path)
        choice = page.locator(f"select[name={facet}]")
        choice.select_option(index=1)
        chosen = int(choice.locator("option").nth(1).inner_text().rpartition("(")[2].strip(")"))
        shown = page.locator(".auswahl output").inner_text()
        assert shown.startswith(f"{chosen} von ")
        items = "tbody tr" if "netz" in path else "li:has(> .aussage, > p > .aussage)"
        assert page.locator(items).filter(visible=True).count() == chosen


@pytest.mark.parametrize("words", ["Meerwestler", "Sohae", "SZ7", "Seezielraketen", "Pjongjang", "Uboot", "Munition"])
def test_the_search_finds_a_page_by_words_that_it_does_not_show(browser: Browser, address: Address, words: str) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs"))
        assert any("Seezielrakete SZ-7" in title for title in look_up(page, words))


def test_the_page_that_bears_the_name_comes_first(browser: Browser, address: Address) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs"))
        assert look_up(page, "Seezielrakete")[0].startswith("Seezielrakete SZ-7")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_evidence_mark_leads_to_its_sentence(browser: Browser, address: Address, engine: str) -> None:
    with reader(browser) as page:
        page.goto(address(engine))
        ground = page.evaluate("getComputedStyle(document.body).getPropertyValue('--marked')")
        mark(page, "2").click()
        page.wait_for_url("**/quellen/bericht.html#s-00000000b2")
        sentence = page.locator("#s-00000000b2")
        sentence.wait_for()
        assert page.evaluate("document.querySelector(':target')?.id") == "s-00000000b2"
        assert sentence.inner_text() == "Das bestreitet die Reederei."
        marked = sentence.evaluate("e => getComputedStyle(e).backgroundColor")
        probe = "c => { document.body.style.color = c; return getComputedStyle(document.body).color }"
        assert marked == page.evaluate(probe, ground.strip())


@pytest.mark.parametrize("engine", ENGINES)
def test_hovering_a_mark_shows_the_sentence_with_the_one_before(
    browser: Browser, address: Address, engine: str
) -> None:
    with reader(browser) as page:
        page.goto(address(engine))
        mark(page, "2").hover()
        shown = page.get_by_text("Der Minister sprach im Hafen. Das bestreitet die Reederei.")
        shown.wait_for()


def test_dark_follows_the_device_and_the_choice_of_the_reader_stays(browser: Browser, address: Address) -> None:
    with reader(browser, color_scheme="dark") as page:
        page.goto(address("mkdocs"))
        scheme = "document.body.getAttribute('data-md-color-scheme')"
        assert page.evaluate(scheme) == "slate"
        page.get_by_title("Helle Darstellung wählen").click()
        assert page.evaluate(scheme) == "default"
        page.goto(address("mkdocs") + "waffensysteme/sz-7.html")
        assert page.evaluate(scheme) == "default"


def test_everything_can_be_read_without_javascript(browser: Browser, address: Address) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(address("mkdocs") + "waffensysteme/sz-7.html")
        assert page.get_by_text("Küstenwache von Hulm").is_visible()
        mark(page, "1").click()
        assert page.locator("#s-00000000a1").is_visible()


def test_the_site_can_be_read_from_a_folder(browser: Browser, built: Callable[..., Path]) -> None:
    with reader(browser) as page:
        page.goto((built("mkdocs") / "index.html").as_uri())
        page.get_by_role("link", name="Seezielrakete SZ-7").click()
        page.wait_for_url("**/sz-7.html")
        assert "Dossier Serif" in page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")


def test_the_fonts_are_ours(browser: Browser, address: Address) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs") + "waffensysteme/sz-7.html")
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Dossier Sans\"'))")
        loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
        assert {name.strip('"') for name in loaded} == {"Dossier Sans", "Dossier Serif"}
