"""What readers find: the queries of tests/cases/search on built sites, from a server, from a folder, on a slow line."""

from __future__ import annotations

import gzip
import re
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.site import Delivery
from generator.site.headers import headers
from generator.site.page import parse
from tests.site_support import REPOSITORY, TESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, Locator, Page

    Built = Callable[..., Path]

pytestmark = pytest.mark.browser

CASES = TESTS / "cases" / "search"
DOCS = REPOSITORY / "docs"
ENGINES = ("mkdocs", "zensical")
OFFLINE = Delivery(offline=True, hosts=("netlify",))
FIRST, SEEN = 0.95, 5
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}  # 1.6 Mbit/s
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}

ASK = """async ([setup, queries, input]) => {
  const worker = new Worker("assets/search.js");
  let next;
  worker.onmessage = (event) => next(event.data);
  const ask = (message) => new Promise((done, failed) => {
    setTimeout(() => failed(new Error(`no answer to ${JSON.stringify(message)}`)), 5000);
    next = (answer) => done(answer.data);
    worker.postMessage(message);
  });
  const query = (words) => ({ type: 2, data: input ? { input: words } : words });
  await ask({ type: 0, data: setup });
  const found = [];
  for (const words of queries) found.push(await ask(query(words)));
  return found;
}"""


class Host(SimpleHTTPRequestHandler):
    """A host that packs what it sends, and sends `sent` with everything."""

    def __init__(self, *arguments: object, sent: Mapping[str, str], directory: str) -> None:
        self.sent = sent
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.sent.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(site: Path, sending: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of `site` on a host that sends `sending`."""
    handler = partial(Host, sent=sending or {}, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=partial(server.serve_forever, poll_interval=0.02), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def sent(site: Path) -> dict[str, str]:
    """The headers of `site`, made as `dossier site --headers` makes them."""
    page = parse((site / "index.html").read_bytes())
    return dict(headers(page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")))


@contextmanager
def reader(browser: Browser) -> Iterator[Page]:
    """A page of a fresh reader on a wide screen, in which nothing may go wrong."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
    context.close()


def cases(name: str) -> list[tuple[str, list[str]]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" → ") for line in lines if line and not line.startswith("#"))
    return [(query, pages.split(", ")) for query, pages in pairs]


@pytest.fixture(scope="session")
def pages(corpus_pages: Path) -> Mapping[str, Path]:
    return {"gipfel.txt": DOCS, "haubitzen.txt": corpus_pages}


def open_search(page: Page, engine: str) -> None:
    page.locator(".md-search__button" if engine == "zensical" else "[data-md-component=search-query]").first.click()


def first_result(page: Page, engine: str) -> Locator:
    """The first result that the theme shows; each letter typed is a query of its own."""
    return page.locator("[role=listbox] [role=option]" if engine == "zensical" else ".md-search-result__item").first


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["gipfel.txt", "haubitzen.txt"])
def test_the_right_page_comes_first(
    browser: Browser, built: Built, pages: Mapping[str, Path], engine: str, name: str
) -> None:
    wanted = cases(name)
    with hosted(built(engine, docs=pages[name])) as url, reader(browser) as page:
        page.goto(url)
        setup = {"config": {}, ("items" if engine == "zensical" else "docs"): []}
        answers = page.evaluate(ASK, [setup, [query for query, _ in wanted], engine == "zensical"])
        names = page.evaluate("fetch('search/names.json').then((answer) => answer.json())")
    if engine == "zensical":
        found = [[names[item["id"]]["location"] for item in answer["items"]] for answer in answers]
    else:
        found = [[group[0]["location"] for group in answer["items"]] for answer in answers]
    asked = list(zip(wanted, found, strict=True))
    missed = [(query, got[:SEEN]) for (query, right), got in asked if not set(right) & set(got[:1])]
    lost = [(query, got[:SEEN]) for (query, right), got in asked if not set(right) & set(got[:SEEN])]
    assert not lost
    assert len(missed) <= (1 - FIRST) * len(wanted), missed


@pytest.mark.parametrize("engine", ENGINES)
def test_the_theme_shows_what_is_found_with_its_kind_and_status(browser: Browser, built: Built, engine: str) -> None:
    with hosted(built(engine, docs=DOCS)) as url, reader(browser) as page:
        page.goto(url)
        open_search(page, engine)
        page.keyboard.type("KN 23")
        first = first_result(page, engine)
        expect(first).to_have_text(re.compile(r"^\s*KN-23"))
        expect(first).to_contain_text("Waffensystem")
        expect(first).to_contain_text("Lieferung möglich")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_offline_build_is_searched_from_a_folder(browser: Browser, built: Built, engine: str) -> None:
    with reader(browser) as page:
        page.goto((built(engine, delivery=OFFLINE) / "quellen" / "bericht.html").as_uri())
        open_search(page, engine)
        page.keyboard.type("Meerwestler")
        expect(first_result(page, engine)).to_have_text(re.compile(r"^\s*Seezielrakete SZ-7"))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("file://**/waffensysteme/sz-7.html*")


def test_a_name_in_the_index_is_text_and_nothing_else(browser: Browser, built: Built, tmp_path: Path) -> None:
    hostile = "Hafen <img src=x onerror=alert(1)>"
    docs = tmp_path / "docs"
    docs.mkdir()
    for path in (TESTS / "site" / "small").rglob("*.md"):
        (docs / path.relative_to(TESTS / "site" / "small")).parent.mkdir(exist_ok=True)
        (docs / path.relative_to(TESTS / "site" / "small")).write_bytes(path.read_bytes())
    escaped = hostile.replace("<", "&lt;").replace(">", "&gt;")
    (docs / "orte" / "hafen.md").write_text(
        f'---\ntitle: "{escaped}"\nsearch_labels:\n  - "{escaped}"\n---\n\n# {escaped}\n\n{escaped}\n', encoding="utf-8"
    )
    with hosted(built("mkdocs", docs=docs)) as url, reader(browser) as page:
        page.goto(url)
        open_search(page, "mkdocs")
        page.keyboard.type("Hafen")
        expect(page.locator(".md-search-result__item", has_text=hostile).first).to_be_visible()
        assert page.locator(".md-search-result img").count() == 0


def test_on_a_slow_line_the_first_result_comes_within_two_seconds(browser: Browser, built: Built) -> None:
    with hosted(built("mkdocs", docs=DOCS)) as url, reader(browser) as page:
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW_LINE)
        page.goto(url, wait_until="domcontentloaded")
        began = time.monotonic()
        open_search(page, "mkdocs")
        page.keyboard.type("Kreml")
        expect(first_result(page, "mkdocs")).to_have_text(re.compile(r"^\s*Russland"))
        assert time.monotonic() - began < 2
        scripts = page.evaluate(SCRIPTS)
        assert len(scripts) > 3
        assert max(start for start, _ in scripts) < max(end for _, end in scripts) - 150, "none waits for another"


def test_what_is_searched_is_small(built: Built) -> None:
    names, texts = (
        gzip.compress((built("mkdocs", docs=DOCS) / "search" / f"{name}.json").read_bytes())
        for name in ("names", "texts")
    )
    assert len(names) < 10_000
    assert len(texts) < 60_000


SCRIPTS = """performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith(".js"))
  .filter((entry) => ["script", "link"].includes(entry.initiatorType))
  .map((entry) => [entry.startTime, entry.responseEnd])"""

ANSWERS = """async ([setup, words, input]) => {
  const worker = new Worker("assets/search.js");
  const answers = [];
  worker.onmessage = (event) => event.data.type === 3 && answers.push(event.data.data.items.length);
  worker.postMessage({ type: 0, data: setup });
  worker.postMessage({ type: 2, data: input ? { input: words } : words });
  await new Promise((done) => setTimeout(done, 1500));
  return answers;
}"""


@pytest.mark.parametrize("engine", ENGINES)
def test_results_are_not_sorted_anew_under_the_eyes_of_the_reader(browser: Browser, built: Built, engine: str) -> None:
    """One query, one answer, also on a slow line, where the names of the pages are there before their texts."""
    with hosted(built(engine, docs=DOCS)) as url, reader(browser) as page:
        page.goto(url)
        page.route("**/search/texts.json", lambda route: (time.sleep(0.4), route.continue_()))
        setup = {"config": {}, ("items" if engine == "zensical" else "docs"): []}
        answers = page.evaluate(ANSWERS, [setup, "Pjongjang", engine == "zensical"])
        assert len(answers) == 1
        assert answers[0]


def test_a_first_page_is_light(browser: Browser, built: Built) -> None:
    """Everything that comes over the line for a reader's first page, as hosts send it: packed."""
    with hosted(built("mkdocs", docs=DOCS)) as url:
        for path in ("index.html", "quellen/index.html", "netz/index.html", "aussagen/index.html"):
            with reader(browser) as page:
                line = page.context.new_cdp_session(page)
                line.send("Network.enable")
                sizes: list[float] = []
                line.on("Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"]))
                page.goto(url + path, wait_until="networkidle")
                assert 50_000 < sum(sizes) < 250_000, path


@pytest.mark.parametrize("engine", ENGINES)
def test_the_site_works_under_the_headers_that_a_host_sends(browser: Browser, built: Built, engine: str) -> None:
    """The search, the choices above a list, the previews: whatever a policy could forbid."""
    site = built(engine, docs=DOCS)
    with hosted(site, sent(site)) as url, reader(browser) as page:
        answer = page.goto(url + "aussagen/index.html")
        assert answer
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        items = page.locator("article li:has(.aussage)").filter(visible=True)
        everything = items.count()
        page.select_option("select[name=certainty]", "denied")
        expect(items).not_to_have_count(everything)
        assert items.count()
        page.locator("article li a[data-kind]").filter(visible=True).first.hover()
        expect(page.locator(".vorschau .name")).to_be_visible()
        page.keyboard.press("Escape")
        open_search(page, engine)
        page.keyboard.type("Pjongjang")
        expect(first_result(page, engine)).to_contain_text("Nordkorea")


def test_no_other_site_may_frame_a_page(browser: Browser, built: Built) -> None:
    site = built("mkdocs", docs=DOCS)
    with hosted(site, sent(site)) as url, hosted(TESTS) as other:
        context = browser.new_context()
        page = context.new_page()
        page.goto(other + "site/small/index.md")
        page.set_content(f'<iframe src="{url}"></iframe>')
        page.frame_locator("iframe").locator("body").wait_for(state="attached")
        assert not page.frame_locator("iframe").locator("h1", has_text="Gipfel").count()
        context.close()
