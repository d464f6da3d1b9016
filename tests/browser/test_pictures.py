"""A reader in front of the drawn pictures: the network, the timeline, the neighbours of an entity, the header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_site import ENGINES, PHONE, reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Address = Callable[..., str]

pytestmark = pytest.mark.browser


def visible(page: Page, selector: str) -> int:
    return page.locator(selector).filter(visible=True).count()


def box(page: Page) -> list[float]:
    """Left, top, width and height of what is seen of the network."""
    return [float(number) for number in str(page.locator(".netz-ganz svg").get_attribute("viewBox")).split()]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_picture_of_the_network_follows_the_choices_of_the_table(
    browser: Browser, address: Address, corpus_pages: Path, engine: str
) -> None:
    with reader(browser) as page:
        page.goto(address(engine, docs=corpus_pages) + "netz/index.html")
        page.locator(".lebt").wait_for()
        everything = visible(page, ".netz .edge")
        page.select_option("select[name=certainty]", "alleged")
        assert 0 < visible(page, ".netz .edge") < everything
        assert visible(page, ".netz .edge:not([data-status=alleged])") == 0
        ends = {
            line.get_attribute(f"data-{end}")
            for line in page.locator(".netz .edge").filter(visible=True).all()
            for end in ("from", "to")
        }
        shown = {node.get_attribute("data-id") for node in page.locator(".netz .node").filter(visible=True).all()}
        assert shown == ends
        page.get_by_role("button", name="Auswahl aufheben").click()
        assert visible(page, ".netz .edge") == everything


def test_a_name_brings_out_its_relations_and_can_be_shared(
    browser: Browser, address: Address, corpus_pages: Path
) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "netz/index.html")
        page.locator(".lebt").wait_for()
        name = str(page.locator(".netz .node text").first.text_content())
        page.get_by_label("Name im Netz suchen").fill(name)
        page.keyboard.press("Enter")
        expect(page.locator(".gefunden text")).to_have_text(name)
        expect(page.locator(".netz-auskunft strong")).to_have_text(re.compile(rf"{re.escape(name)}: \d+ Beziehung"))
        assert page.locator(".netz-auskunft li").count() > 0
        assert page.locator(".netz.gewaehlt").count() == 1
        shared = page.url
        assert "?name=" in shared
    with reader(browser) as page:
        page.goto(shared)
        expect(page.locator(".gefunden text")).to_have_text(name)
        page.get_by_role("link", name="Seite öffnen").click()
        expect(page.locator("h1")).to_contain_text(name)


def test_a_name_that_is_not_there_is_told(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "netz/index.html")
        page.get_by_label("Name im Netz suchen").fill("Xylophon")
        page.keyboard.press("Enter")
        expect(page.locator(".netz-auskunft")).to_have_text("Diesen Namen gibt es im Netz nicht.")


def test_the_network_is_moved_with_keys_buttons_and_mouse(
    browser: Browser, address: Address, corpus_pages: Path
) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "netz/index.html")
        page.locator(".lebt").wait_for()
        left, top, width, height = box(page)
        page.get_by_role("button", name="Näher heran").click()
        assert box(page)[2] < width
        page.get_by_role("button", name="Ganzes Netz").click()
        assert box(page) == [left, top, width, height]
        page.locator(".netz-ganz").focus()
        page.keyboard.press("+")
        page.keyboard.press("ArrowRight")
        assert box(page)[0] > left
        page.keyboard.press("0")
        assert box(page) == [left, top, width, height]
        edge = page.locator(".netz-ganz").bounding_box()
        assert edge
        page.mouse.move(edge["x"] + edge["width"] - 8, edge["y"] + edge["height"] - 8)
        page.mouse.down()
        page.mouse.move(edge["x"] + edge["width"] - 108, edge["y"] + edge["height"] - 8)
        page.mouse.up()
        assert box(page)[0] > left, "what was on the right came nearer"


def test_the_keyboard_chooses_a_name_and_lets_it_go(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "netz/index.html")
        node = page.locator(".netz a.node").first
        node.focus()
        page.keyboard.press("Enter")
        expect(node).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("Escape")  # closes the card of the preview
        page.keyboard.press("Escape")
        expect(node).to_have_attribute("aria-pressed", "false")
        assert "name=" not in page.url


def test_without_scripts_the_network_is_a_picture_of_links_and_a_table(
    browser: Browser, address: Address, corpus_pages: Path
) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "netz/index.html")
        assert page.locator(".netz a.node").count() > 2
        assert page.locator("article table tbody tr").count() >= page.locator(".netz .edge").count()
        page.locator(".netz a.node").first.click()
        assert page.locator("h1").count() == 1
        assert "/netz/" not in page.url


@pytest.mark.parametrize("engine", ENGINES)
def test_the_network_lives_after_a_change_of_pages_too(
    browser: Browser, address: Address, corpus_pages: Path, engine: str
) -> None:
    with reader(browser) as page:
        page.goto(address(engine, docs=corpus_pages) + "index.html")
        page.locator("article").get_by_role("link", name="Das ganze Netz").click()
        page.locator(".netz-ganz.lebt").wait_for()
        assert page.locator(".netz-werkzeug").count() == 1


def test_the_timeline_follows_the_choices_of_its_list(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "chronik/index.html")
        page.locator(".auswahl").wait_for()
        everything = visible(page, ".zeile a")
        value = str(page.locator("select[name=certainty] option:not([value=''])").last.get_attribute("value"))
        page.select_option("select[name=certainty]", value)
        rows = page.locator(".zeitachse .zeile").filter(visible=True)
        assert 0 < rows.count() < everything
        assert [row.get_attribute("transform") for row in rows.all()] == [
            f"translate(0 {26 + 40 * place})" for place in range(rows.count())
        ]
        shared = page.url
    with reader(browser) as page:
        page.goto(shared)
        page.locator(".auswahl").wait_for()
        entries = page.locator(f".eintrag[data-kind=event][data-certainty={value}]").count()
        expect(page.locator(".zeitachse .zeile").filter(visible=True)).to_have_count(entries)


def test_a_row_of_the_timeline_leads_to_its_entry(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "chronik/index.html")
        link = page.locator(".zeitachse .zeile a").last
        target = link.evaluate("link => link.href.baseVal.slice(1)")
        link.click()
        expect(page).to_have_url(re.compile(f"#{re.escape(target)}$"))


def test_no_picture_is_wider_than_a_phone(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser, viewport=PHONE) as page:
        for path in ("index.html", "netz/index.html", "chronik/index.html"):
            page.goto(address("mkdocs", docs=corpus_pages) + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path


def test_nobody_reads_the_header_picture_aloud(browser: Browser, address: Address, corpus_pages: Path) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs", docs=corpus_pages) + "index.html")
        picture = page.locator(".kopfbild svg")
        expect(picture).to_have_attribute("aria-hidden", "true")
        assert picture.locator("a, text, title").count() == 0
