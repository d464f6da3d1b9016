"""A site whose articles, names, titles, values, notes and settings are all payloads: nothing of them runs or loads.

The content security policy is switched off, so that nothing but our own escaping stands between the payloads and the
reader. Every page is opened and looked at; one page of each kind is also used as a reader would, without knowing what
its scripts do: everything is hovered, focused, ticked, chosen, unfolded and typed into.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from generator import pipeline
from tests.browser.conftest import _serve
from tests.hostile.payloads import Placed, write_project
from tests.render.seen import squeezed
from tests.site_support import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytestmark = pytest.mark.browser

HOVERED = 6
"""So many links of a page that is used are hovered and focused."""
WORDS = ("<script>alert(1)</script>", "onerror", "constructor", "__proto__", "javascript")
"""What a reader looks for, in the search and in every field."""

TRAPS = """
window.trapped = []
for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = (...words) => { window.trapped.push(name + " " + words) }
addEventListener("submit", event => event.preventDefault(), true)
"""

AUDIT = """() => {
    const wrong = [...window.trapped]
    const foreign = "iframe, object, embed, base, applet, frame, portal, math, video, audio, meta[http-equiv=refresh]"
    for (const element of document.querySelectorAll(foreign))
        if (!element.matches("iframe[hidden]")) wrong.push("an element: " + element.outerHTML.slice(0, 90))
    const scheme = /^[\\s\\x00-\\x20]*(?!https?:|mailto:|data:image)[a-z][a-z0-9+.-]*:/i
    for (const element of document.querySelectorAll("*"))
        for (const { name, value } of element.attributes) {
            if (/^on/.test(name)) wrong.push(`a handler: ${name}=${value}`)
            if (/^(href|src|action|formaction|data|xlink:href)$/.test(name) && scheme.test(value))
                wrong.push(`an address: ${name}=${value}`)
        }
    for (const script of document.querySelectorAll("script[type='application/ld+json']")) JSON.parse(script.textContent)
    const own = document.querySelectorAll("article script:not([type]), article style, article link, article meta")
    if (own.length) wrong.push("in the article: " + own[0].outerHTML.slice(0, 90))
    if (getComputedStyle(document.body).display === "none") wrong.push("the page is hidden")
    if (({}).polluted !== undefined || Object.keys(Object.prototype).length) wrong.push("a prototype was changed")
    return wrong
}"""


@dataclass
class Site:
    """The built site of all payloads: where it is served, what stands where."""

    address: str
    docs: Path
    placed: list[Placed]
    wrong: list[str] = field(default_factory=list)

    def pages(self) -> list[str]:
        return sorted(page.relative_to(self.docs).with_suffix(".html").as_posix() for page in self.docs.rglob("*.md"))

    def one_of_each_kind(self) -> list[str]:
        """The start page and two pages of each folder: the index, and the largest of the others."""
        kinds: dict[str, list[Path]] = defaultdict(list)
        for page in self.docs.rglob("*.md"):
            kinds[f"{page.parent.name} {page.name == 'index.md'}"].append(page)
        largest = [max(pages, key=lambda page: page.stat().st_size) for pages in kinds.values()]
        return sorted(page.relative_to(self.docs).with_suffix(".html").as_posix() for page in largest)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, fonts: Path) -> Iterator[Site]:
    project = tmp_path_factory.mktemp("hostile") / "project"
    placed = write_project(project)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(REPOSITORY / "docs" / "assets", project / "docs" / "assets")
    shutil.copytree(fonts, project / ".cache" / "fonts")
    pipeline.generate(project)
    host = tmp_path_factory.mktemp("host")
    with _serve(host) as server:
        address = f"http://127.0.0.1:{server.server_port}/dossier/"
        pipeline.build_site(project, "mkdocs", url=address)
        (host / "dossier").symlink_to(project / "site")
        yield Site(address, project / "docs", placed)


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A reader without the protection of the policy; at the end nothing may have gone wrong."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(5_000)
    site.wrong = []
    _watch(context, site)
    page = context.new_page()
    page.on("console", lambda said: site.wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: site.wrong.append(f"error on {page.url}: {error.stack}"))
    page.on("dialog", lambda dialog: (site.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("download", lambda download: site.wrong.append(f"download {download.url}"))
    yield page
    context.close()
    assert site.wrong == []


def _watch(context: BrowserContext, site: Site) -> None:
    """Set the traps, and note every request that leaves the site."""
    context.add_init_script(TRAPS)
    context.on("page", lambda opened: site.wrong.append(f"a window: {opened.url}") if len(context.pages) > 1 else None)

    def note(url: str) -> None:
        if urlsplit(url).scheme not in {"blob", "data"} and not url.startswith(site.address):
            site.wrong.append(f"asks for {url}")

    context.on("request", lambda request: note(request.url))


def audit(page: Page, site: Site, path: str) -> None:
    """Note what does not belong onto the page that should be at `path`."""
    site.wrong += [f"{path}: {reason}" for reason in page.evaluate(AUDIT)]
    if not page.url.startswith(site.address + path):
        site.wrong.append(f"{path} has become {page.url}")


def test_no_payload_does_anything_on_any_page(page: Page, site: Site) -> None:
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for placed in site.placed:
        by_page[placed.page.removesuffix(".md") + ".html"].append(placed)
    paths = site.pages()
    assert set(by_page) <= set(paths)
    for path in paths:
        page.goto(site.address + path, wait_until="load")
        audit(page, site, path)
        shown = squeezed(page.locator("article").text_content() or "")
        missing = [placed.payload.seen for placed in by_page[path] if squeezed(placed.payload.seen) not in shown]
        assert missing == [], path


def test_no_payload_does_anything_in_what_scripts_make_of_it(page: Page, site: Site) -> None:
    paths = site.one_of_each_kind()
    assert len(paths) > 15
    for path in paths:
        page.goto(site.address + path, wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        hover(page)
        fill_in(page)
        audit(page, site, path)


def test_no_payload_does_anything_in_the_search(page: Page, site: Site) -> None:
    page.goto(site.address + "index.html")
    field = page.locator("[data-md-component=search-query]")
    for words in WORDS:
        type_into(page, field, words)
        page.wait_for_timeout(500)
        audit(page, site, "index.html")
    type_into(page, field, "Anna Berg")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")


def type_into(page: Page, field: Locator, words: str) -> None:
    """Type as a person does, key by key."""
    field.fill("")
    field.click()
    page.keyboard.type(words)


def hover(page: Page) -> None:
    """Point at links, marks and drawn things, and wait for whatever pops up; focus them as a keyboard does."""
    things = page.locator(
        "article a[href]:visible, article abbr:visible, article [tabindex]:visible, article [title]:visible"
    )
    for number in _spread(things.count(), HOVERED):
        thing = things.nth(number)
        thing.scroll_into_view_if_needed()
        thing.dispatch_event("mouseover")
        thing.dispatch_event("mouseenter")
        thing.dispatch_event("pointerenter")
        thing.focus()
        page.wait_for_timeout(20)
    page.wait_for_timeout(250)


def fill_in(page: Page) -> None:
    """Tick every box, choose in every list, type into every field, push every button of the article."""
    for box in page.locator("article input[type=checkbox]:visible, article input[type=radio]:visible").all():
        box.dispatch_event("click")
    for choice in page.locator("article select:visible").all():
        values = choice.locator("option:enabled").evaluate_all("options => options.map(each => each.index)")
        for number in _spread(len(values), 4):
            choice.select_option(index=values[number])
    for words in WORDS[:3]:
        for place in page.locator("article input[type=search]:visible, article input[type=text]:visible").all():
            place.fill(words)
    for button in page.locator("article button:visible").all():
        button.dispatch_event("click")
    page.wait_for_timeout(100)


def _spread(count: int, most: int) -> list[int]:
    """At most `most` numbers below `count`, evenly spread."""
    return sorted({number * count // most for number in range(most)}) if count > most else list(range(count))
