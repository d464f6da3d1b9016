"""axe-core on every kind of page: light and dark, on a wide screen and on a phone, both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_site import DESKTOP, DOCS, ENGINES, PHONE, longest_of_each_kind, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Address = Callable[..., str]

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES = {"desktop": DESKTOP, "phone": PHONE}


def violations(page: Page) -> Iterator[str]:
    """What axe objects to, one line for each rule with the first element that breaks it."""
    for violation in Axe().run(page, options=RULES).response["violations"]:
        first = violation["nodes"][0]
        yield f"{violation['id']}: {first['html'][:200]} — {first['failureSummary'][:300]}"


def pages() -> list[str]:
    """Every kind of page, and the page for addresses that do not exist."""
    return [*longest_of_each_kind(DOCS), "404.html"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("engine", ENGINES)
def test_axe_finds_nothing(browser: Browser, address: Address, engine: str, scheme: str, size: str) -> None:
    """Zensical shows the same pages; a sample of them is enough."""
    step = 1 if engine == "mkdocs" else 4
    found = {}
    # axe is put into the page as an inline script, which the policy of the page would refuse
    with reader(browser, viewport=SIZES[size], color_scheme=scheme, bypass_csp=True) as page:
        page.emulate_media(reduced_motion="reduce")
        for path in pages()[::step]:
            page.goto(address(engine, docs=DOCS) + path)
            page.wait_for_timeout(150)  # for what the scripts add
            if wrong := list(violations(page)):
                found[path] = wrong
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_marks_and_a_preview_are_shown(browser: Browser, address: Address, scheme: str) -> None:
    with reader(browser, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(address("mkdocs", docs=DOCS) + "quellen/index.html")
        page.locator("article li a").first.click()
        for box in page.locator(".schalter input").all():
            box.check()
        page.locator(".quelle a[data-kind]").first.hover()
        page.locator(".vorschau").wait_for()
        assert list(violations(page)) == []
