"""A reader with a source and with the previews: what shows, when it goes away, how one gets back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_site import DOCS, ENGINES, PHONE, longest_of_each_kind, mark, reader, too_wide

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Address = Callable[..., str]

pytestmark = pytest.mark.browser

BEFORE, SENTENCE = "Der Minister sprach im Hafen. ", "Das bestreitet die Reederei."
SOURCE = "quellen/bericht.html"
STYLE = "(element, name) => getComputedStyle(element).getPropertyValue(name)"


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement?.textContent ?? ''")).strip()


# ---------- Previews ----------


@pytest.mark.parametrize("engine", ENGINES)
def test_a_link_says_where_it_leads_before_one_follows_it(browser: Browser, address: Address, engine: str) -> None:
    with reader(browser) as page:
        page.goto(address(engine))
        link = page.get_by_role("link", name="Seezielrakete SZ-7").first
        link.hover()
        card = page.get_by_role("tooltip")
        card.wait_for()
        assert card.inner_text().split("\n\n") == [
            "Waffensystem",
            "Seezielrakete SZ-7",
            "Rakete der Küstenwache <Hulm>",
            "Entwurf",
        ]
        assert link.get_attribute("aria-describedby") == card.get_attribute("id")
        card.hover()
        page.wait_for_timeout(400)
        assert card.is_visible()
        page.keyboard.press("Escape")
        assert card.count() == 0
        assert link.get_attribute("aria-describedby") is None


@pytest.mark.parametrize("engine", ENGINES)
def test_a_mark_shows_its_sentence_the_one_before_it_and_who_speaks(
    browser: Browser, address: Address, engine: str
) -> None:
    with reader(browser) as page:
        page.goto(address(engine))
        mark(page, "2").hover()
        card = page.get_by_role("tooltip")
        card.wait_for()
        assert card.locator(".wortlaut").inner_text() == BEFORE + SENTENCE
        assert card.locator("mark").inner_text() == SENTENCE
        assert card.locator(".wer").inner_text() == "Reederei: berichtet, bestritten"
        assert card.locator(".ort").inner_text() == "Der Bericht, Satz 2"
        assert page.locator(".md-tooltip2, .md-tooltip").filter(visible=True).count() == 0
        assert mark(page, "2").get_attribute("title") is None


def test_the_keyboard_gets_the_same_card_as_the_pointer(browser: Browser, address: Address) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs"))
        page.locator("h1").click()
        page.keyboard.press("Tab")
        while focused(page) != "2":
            page.keyboard.press("Tab")
        assert page.get_by_role("tooltip").locator("mark").inner_text() == SENTENCE
        page.keyboard.press("Escape")
        assert page.get_by_role("tooltip").count() == 0
        assert focused(page) == "2"


@pytest.mark.parametrize("engine", ENGINES)
def test_previews_are_there_on_the_next_page_too(browser: Browser, address: Address, engine: str) -> None:
    with reader(browser) as page:
        page.goto(address(engine))
        page.get_by_role("link", name="Seezielrakete SZ-7").first.click()
        page.wait_for_url("**/sz-7.html")
        mark(page, "2").hover()
        page.get_by_role("tooltip").locator("mark", has_text=SENTENCE).wait_for()


def test_previews_need_no_server(browser: Browser, built: Callable[..., Path]) -> None:
    with reader(browser) as page:
        page.goto((built("mkdocs") / "index.html").as_uri())
        page.get_by_role("link", name="Seezielrakete SZ-7").first.hover()
        page.get_by_role("tooltip").wait_for()


def test_a_finger_first_gets_the_card_then_the_page(browser: Browser, address: Address) -> None:
    with reader(browser, viewport=PHONE, has_touch=True) as page:
        page.goto(address("mkdocs"))
        link = page.locator("article").get_by_role("link", name="Seezielrakete SZ-7")
        link.tap()
        card = page.locator(".vorschau")
        card.wait_for()
        box = card.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        page.locator("h1").tap()
        assert card.count() == 0
        link.tap()
        card.get_by_role("link", name="Öffnen").tap()
        page.wait_for_url("**/sz-7.html")
        page.go_back()
        page.get_by_role("heading", name="Die Fähre von Hulm").wait_for()
        page.wait_for_timeout(300)
        link.tap()
        card.wait_for()
        link.tap()
        page.wait_for_url("**/sz-7.html")


# ---------- Reading a source ----------


def test_marks_are_quiet_until_asked_for_each_by_itself(browser: Browser, address: Address) -> None:
    plain = "rgba(0, 0, 0, 0)"
    with reader(browser) as page:
        page.goto(address("mkdocs") + SOURCE)
        quotation, status = page.locator(".quelle .zitat"), page.locator(".quelle .status")
        assert quotation.evaluate(STYLE, "background-color") == plain
        assert status.evaluate(STYLE, "text-decoration-line") == "none"
        page.get_by_label("Zitate").check()
        assert quotation.evaluate(STYLE, "background-color") != plain
        assert status.evaluate(STYLE, "text-decoration-line") == "none"
        page.get_by_label("Status").check()
        assert status.evaluate(STYLE, "text-decoration-style") == "double"
        said = "e => getComputedStyle(e, '::after').content"
        assert "bestritten" in page.locator(".quelle .status").evaluate("e => e.dataset.wort")
        assert "attr" in status.evaluate(said) or "bestritten" in status.evaluate(said)
        assert page.locator(".quelle a[data-kind=weapon]").evaluate("e => e.className") == ""
        page.get_by_label("Waffen").check()
        assert page.locator(".quelle a[data-kind=weapon]").evaluate("e => e.className") == "zeigt"


def test_what_is_shown_stands_in_the_address_and_stays_while_browsing(browser: Browser, address: Address) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs") + SOURCE)
        page.get_by_label("Status").check()
        assert page.url.endswith("?zeigen=status,stimmen")
        page.goto(address("mkdocs"))
        page.get_by_role("link", name="Der Bericht").first.click()
        page.wait_for_url(f"**/{SOURCE}*")
        page.locator(".schalter").wait_for()
        assert page.get_by_label("Status").is_checked()
    with reader(browser) as page:
        page.goto(address("mkdocs") + SOURCE + "?zeigen=zitate#s-00000000b2")
        assert page.get_by_label("Zitate").is_checked()
        assert not page.get_by_role("checkbox", name="Wer spricht").is_checked()
        assert not page.locator(".stimmen").is_visible()


def test_who_speaks_stands_beside_the_line_or_under_the_paragraph(browser: Browser, address: Address) -> None:
    for size in (None, PHONE):
        with reader(browser, **({"viewport": size} if size else {})) as page:
            page.goto(address("mkdocs") + SOURCE)
            page.wait_for_timeout(300)
            note = page.locator(".stimmen li").bounding_box()
            sentence = page.locator("#s-00000000b2").bounding_box()
            assert note
            assert sentence
            if size:
                assert note["y"] >= sentence["y"] + sentence["height"]
            else:
                assert note["x"] >= sentence["x"] + sentence["width"]
                assert abs(note["y"] - sentence["y"]) < 12


def test_who_speaks_can_be_read_without_javascript(browser: Browser, address: Address) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(address("mkdocs") + SOURCE)
        assert page.locator(".stimmen").inner_text() == "2 Reederei: berichtet, bestritten"


@pytest.mark.parametrize("engine", ENGINES)
def test_from_the_sentence_the_keyboard_leads_back_to_the_mark(browser: Browser, address: Address, engine: str) -> None:
    with reader(browser) as page:
        page.goto(address(engine) + "waffensysteme/sz-7.html")
        mark(page, "2").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{SOURCE}#s-00000000b2")
        back = page.get_by_role("link", name="zurück zu „Seezielrakete SZ-7“")
        back.wait_for()
        page.keyboard.press("Tab")
        while "zurück" not in focused(page):
            assert page.evaluate("document.activeElement.closest('#s-00000000b2') !== null")
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/sz-7.html")
        page.locator("td a:focus", has_text="2").wait_for()
        page.goto(address(engine) + SOURCE + "#s-00000000a1")
        assert page.locator(".zurueck").count() == 0


# ---------- For everybody ----------


@pytest.mark.parametrize("path", ["index.html", SOURCE, "waffensysteme/sz-7.html"])
def test_the_keyboard_reaches_every_link_and_control_and_one_sees_where_it_is(
    browser: Browser, address: Address, path: str
) -> None:
    everything = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter(e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.tabIndex >= 0
        && !e.closest('[hidden], .md-search__output, .md-top') && e.getClientRects().length
        && !(e.type === 'radio' && !e.checked)).length"""
    seen = """() => {
      const e = document.activeElement, style = getComputedStyle(e), label = e.closest('label') ?? e;
      if (e === document.body) return null;
      e.dataset.reached ??= String(document.querySelectorAll('[data-reached]').length);
      return [e.outerHTML.slice(0, 120), style.outlineStyle !== 'none'
        || getComputedStyle(label).outlineStyle !== 'none' || e.type === 'text' || e.classList.contains('md-option')];
    }"""
    with reader(browser) as page:
        page.goto(address("mkdocs") + path)
        page.wait_for_timeout(300)
        expected = page.evaluate(everything)
        for _ in range(expected + 20):
            page.keyboard.press("Tab")
            state = page.evaluate(seen)
            if state is None:
                break
            assert state[1], state[0]
        unreached = page.evaluate(everything.replace('.length"', '"')) - page.locator("[data-reached]").count()
        assert unreached <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_400_percent_nothing_is_lost(browser: Browser, address: Address, scheme: str) -> None:
    """1280 pixels at 400 % are 320: nobody has to scroll sideways, no heading is cut off."""
    cut = """() => [...document.querySelectorAll('h1, h2, h3, p, li, td, summary, label, select')]
      .filter(e => e.checkVisibility() && !e.closest('.bild, .md-header, .md-sidebar, [class*=scrollwrap]'))
      .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 100))"""
    with reader(browser, viewport={"width": 320, "height": 256}, color_scheme=scheme) as page:
        for path in longest_of_each_kind(DOCS):
            page.goto(address("mkdocs", docs=DOCS) + path)
            assert not too_wide(page), path
            assert page.evaluate(cut) == [], path


def test_who_wants_no_motion_gets_none(browser: Browser, address: Address) -> None:
    with reader(browser, reduced_motion="reduce") as page:
        page.goto(address("mkdocs"))
        page.get_by_role("link", name="Seezielrakete SZ-7").first.hover()
        card = page.get_by_role("tooltip")
        card.wait_for()
        assert card.evaluate(STYLE, "animation-name") == "none"


def test_the_foot_of_every_page_says_what_the_dossier_rests_on(browser: Browser, address: Address) -> None:
    with reader(browser) as page:
        page.goto(address("mkdocs") + "waffensysteme/sz-7.html")
        foot = page.locator("footer")
        assert "1 Quelle · Stand: März 1921" in foot.inner_text()
        foot.get_by_role("link", name="Quellen und Rechte").click()
        page.wait_for_url("**/quellen/index.html")
