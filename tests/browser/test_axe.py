"""axe-core on every kind of page: light and dark, on a wide screen and on a phone, both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.site.printable import PRINTABLE
from tests.browser.test_site import DESKTOP, DOCS, PHONE, longest_of_each_kind, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, Page

    Address = Callable[..., str]

pytestmark = pytest.mark.browser

ALL = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SHAPES = {**ALL, "rules": {"color-contrast": {"enabled": False}}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
LOOKS = ((DESKTOP, "light", ALL), (DESKTOP, "dark", COLOURS), (PHONE, "light", SHAPES))
"""Dark, nothing but the colours differs; narrow, everything but the colours does."""
PAGES = (*longest_of_each_kind(DOCS), "404.html", PRINTABLE)
"""Every kind of page, the page for addresses that do not exist, the dossier on one page."""
SAMPLE = PAGES[::5]
"""Zensical shows the same pages; a sample of them is enough."""


def violations(page: Page, rules: Mapping[str, object] = ALL) -> Iterator[str]:
    """What axe, which is in the page already, objects to: one line for each rule with the first that breaks it."""
    for violation in page.evaluate("async (rules) => (await axe.run(rules)).violations", dict(rules)):
        first = violation["nodes"][0]
        yield f"{violation['id']}: {first['html'][:200]} — {first['failureSummary'][:300]}"


@pytest.mark.parametrize(
    ("engine", "path"), [("mkdocs", path) for path in PAGES] + [("zensical", path) for path in SAMPLE]
)
def test_axe_finds_nothing(browser: Browser, address: Address, engine: str, path: str) -> None:
    looks = LOOKS if path != PRINTABLE else LOOKS[:1]  # it is all pages in one, and has one look
    # axe is put into the page as a script of the test, which the policy of the page would refuse
    with reader(browser, color_scheme="light", bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(address(engine, docs=DOCS) + path)
        page.wait_for_timeout(150)  # for what the scripts add
        page.evaluate(Axe().axe_script)
        for size, scheme, rules in looks:
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if path != PRINTABLE:
                page.locator(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]").wait_for()
            assert list(violations(page, rules)) == [], (size, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_marks_and_a_preview_are_shown(browser: Browser, address: Address, scheme: str) -> None:
    with reader(browser, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(address("mkdocs", docs=DOCS) + "quellen/index.html")
        page.locator("article li strong a").first.click()
        for box in page.locator(".schalter input").all():
            box.check()
        page.locator(".quelle a[data-kind]").first.hover()
        page.locator(".vorschau").wait_for()
        page.evaluate(Axe().axe_script)
        assert list(violations(page)) == []
