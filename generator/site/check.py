"""The check of a built site: what a page promises, it holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from generator.errors import InputError, Problem
from generator.site.facts import PageFacts, addresses
from generator.site.policy import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_OUTSIDE = frozenset({"http", "https", "mailto"})
_NOT_FOUND = "404.html"


def check(pages: Sequence[PageFacts], site: Path) -> None:
    """Raise InputError with everything that is wrong with the pages and style sheets of `site`."""
    files = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    ids = {page.path: frozenset(page.ids) for page in pages}
    root = _root(pages)
    trusted = frozenset(shape(script) for page in pages if page.path == _NOT_FOUND for script in page.scripts)
    problems = [
        problem
        for page in pages
        for problem in (
            *_shape(page),
            *_links(page, root, files, ids),
            *_loads(page.path, page.loads, root, files),
            *_scripts(page, trusted),
        )
    ]
    for path in sorted(file for file in files if file.endswith(".css")):
        style = (site / path).read_text(encoding="utf-8", errors="replace")
        problems += _loads(path, tuple(addresses(style)), root, files)
    if problems:
        raise InputError(problems)


def _root(pages: Sequence[PageFacts]) -> str:
    """Where the site stands on its host ("/" or "/dossier/"): the page 404 links from there."""
    start = next((page.canonical for page in pages if page.path == "index.html"), "")
    return urlsplit(start).path.rpartition("/")[0] + "/"


def _shape(page: PageFacts) -> Iterator[Problem]:
    if not page.title:
        yield _problem(page.path, "SITE010", "the page has no title")
    if not any(page.headings):
        yield _problem(page.path, "SITE011", "the page has no heading of level 1")
    for anchor, times in sorted(Counter(page.ids).items()):
        if times > 1:
            yield _problem(page.path, "SITE012", f"the anchor #{anchor} stands {times} times on the page")


def _links(page: PageFacts, root: str, files: frozenset[str], ids: dict[str, frozenset[str]]) -> Iterator[Problem]:
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme.lower() in _OUTSIDE:
            continue
        if parts.scheme or parts.netloc:
            yield _problem(page.path, "SITE022", f"no page may link to {link!r}")
            continue
        target, anchor = _target(page.path, link, root)
        if target not in files:
            yield _problem(page.path, "SITE020", f"{link!r} leads nowhere", f"there is no {target}")
        elif anchor and target in ids and anchor not in ids[target]:
            yield _problem(page.path, "SITE021", f"{link!r} leads to an anchor that {target} does not have")


def _loads(path: str, loads: Sequence[str], root: str, files: frozenset[str]) -> Iterator[Problem]:
    for load in loads:
        parts = urlsplit(load)
        if parts.scheme == "data" or load.startswith("#"):
            continue
        if parts.scheme or parts.netloc:
            yield _problem(path, "SITE030", f"asks another server for {load!r}", "serve a copy from docs/assets/")
        elif _target(path, load, root)[0] not in files:
            yield _problem(path, "SITE031", f"loads {load!r}, which is not there")


def _scripts(page: PageFacts, trusted: frozenset[str]) -> Iterator[Problem]:
    """Every inline script must be one that the theme writes into the page 404, which holds no text of ours."""
    for script in page.scripts:
        if shape(script) not in trusted:
            yield _problem(page.path, "SITE040", f"holds a script that the theme did not write: {script[:60]!r}")
    for handler in page.handlers:
        yield _problem(page.path, "SITE041", f"holds an event handler: {handler[:60]!r}")


def _target(path: str, link: str, root: str) -> tuple[str, str]:
    """The file and the anchor that `link` on the page `path` leads to."""
    parts = urlsplit(urljoin(root + path, link))
    file = unquote(parts.path).removeprefix(root)
    return (file + "index.html" if file == "" or file.endswith("/") else file), unquote(parts.fragment)


def _problem(path: str, code: str, message: str, hint: str = "") -> Problem:
    return Problem(f"site/{path}", 0, code, message, hint)
