"""A reader in front of a long list: what can be chosen, how it is shared, what is left without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_site import reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Address = Callable[..., str]

pytestmark = pytest.mark.browser

ITEMS = "li:has(> .aussage, > p > .aussage)"
ENGINES = ("mkdocs", "zensical")


def shown(page: Page) -> int:
    """How many items a reader sees; the line under the choices must say the same."""
    number = page.locator(ITEMS).filter(visible=True).count()
    total = page.locator(ITEMS).count()
    assert page.locator(".auswahl output").inner_text() == f"{number} von {total}"
    return number


def choose(page: Page, facet: str, value: str) -> int:
    """Choose a value; gives the number that stood beside it."""
    said = page.locator(f"select[name={facet}] option[value={value}]").inner_text()
    page.select_option(f"select[name={facet}]", value)
    return int(said.rpartition("(")[2].strip(")"))


@pytest.mark.parametrize("engine", ENGINES)
def test_choices_narrow_the_list_and_stand_in_the_address(
    browser: Browser, address: Address, corpus_pages: Path, engine: str
) -> None:
    with reader(browser) as page:
        page.goto(address(engine, docs=corpus_pages) + "aussagen/index.html")
        page.locator(".auswahl").wait_for()
        everything = shown(page)
        promised = choose(page, "certainty", "denied")
        assert 0 < promised < everything
        assert shown(page) == promised
        promised = choose(page, "source", "haubitzen")
        assert shown(page) == promised
        assert page.url.endswith("?source=haubitzen&certainty=denied") or page.url.endswith(
            "?certainty=denied&source=haubitzen"
        )
        shared = page.url
    with reader(browser) as page:
        page.goto(shared)
        page.locator(".auswahl").wait_for()
        assert shown(page) == promised
        assert page.locator("select[name=certainty]").input_value() == "denied"
        page.get_by_role("button", name="Auswahl aufheben").click()
        assert shown(page) == everything
        assert "?" not in page.url
        assert page.get_by_role("button", name="Auswahl aufheben").is_hidden()


@pytest.mark.parametrize("engine", ENGINES)
def test_back_undoes_a_choice_also_from_another_page(
    browser: Browser, address: Address, corpus_pages: Path, engine: str
) -> None:
    with reader(browser) as page:
        page.goto(address(engine, docs=corpus_pages) + "aussagen/index.html")
        page.locator(".auswahl").wait_for()
        denied = choose(page, "certainty", "denied")
        choose(page, "source", "haubitzen")
        page.go_back()
        expect(page.locator("select[name=source]")).to_have_value("")
        assert shown(page) == denied
        page.locator(".md-tabs__link", has_text="Akteure").click()
        page.wait_for_url("**/akteure/index.html")
        page.locator("select[name=kind]").wait_for()
        page.go_back()
        expect(page.locator("select[name=certainty]")).to_have_value("denied")
        assert shown(page) == denied
        assert page.locator(".auswahl").count() == 1


def test_words_find_items_and_what_is_empty_disappears(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "register/index.html")
        box = page.get_by_label("In dieser Liste suchen")
        box.fill("m109")
        rows = page.locator("li:has(> .eintrag)").filter(visible=True)
        assert {"M-109" in row for row in rows.all_inner_texts()} == {True}
        assert page.locator("article h2").filter(visible=True).all_inner_texts() == ["M¶"]
        page.wait_for_url("**/register/index.html?text=m109")
        box.fill("gibtesnicht")
        assert page.locator(".auswahl output").inner_text() == "Dazu steht nichts in dieser Liste."
        assert page.locator(".auswahl output").get_attribute("aria-live") == "polite"
        assert page.locator("article h2").filter(visible=True).count() == 0


def test_the_keyboard_reaches_every_choice(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "aussagen/index.html")
        page.get_by_label("In dieser Liste suchen").focus()
        names = [page.evaluate("document.activeElement.name")]
        for _ in page.locator(".auswahl select").all():
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.name"))
        assert names == ["text", *(select.get_attribute("name") for select in page.locator(".auswahl select").all())]
        page.keyboard.press("ArrowDown")
        assert page.locator(ITEMS).filter(visible=True).count() < page.locator(ITEMS).count()


@pytest.mark.parametrize("path", ["aussagen/index.html", "akteure/index.html", "register/index.html"])
def test_without_scripts_lists_are_complete_and_nothing_is_dead(
    browser: Browser, address: Address, corpus_pages: Path, path: str
) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + path)
        items = page.locator(":is(li, tr):has(.eintrag, .aussage)")
        assert items.count() == items.filter(visible=True).count() > 5
        assert page.locator(".auswahl, .filterworte").filter(visible=True).count() == 0
