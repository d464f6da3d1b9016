"""What the search of a built site is fed with: what pages are called, and what stands on them, in two files.

The themes bring a search of their own, which matches the beginnings of words and weighs every list like a page on the
matter. `docs/assets/search.js` takes the place of their worker; here the theme's index, which already leaves out what
pages exclude, becomes `search/names.json` (small, loaded with the first page) and `search/texts.json` (loaded when
somebody searches), the same for both engines. The theme's own index shrinks to what its script insists on.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.site.engine import Engine
    from generator.site.facts import PageFacts

NAMES, TEXTS = "search/names.json", "search/texts.json"
BUDGET = 1_000_000
"""Bytes that both files may weigh together, compressed."""

LONGEST_LEAD = 200  # characters; what a result shows of a page
LONGEST_TEXTS = (100_000, 20_000, 8_000, 4_000, 2_000, 1_000, 500, 250, 0)  # characters of a page, as many as fit

_LISTS = frozenset({"register", "daten", "netz", "aussagen"})  # of what other pages say
_LISTINGS = frozenset({"methode/lesarten.html"})
_END_OF_SOURCE = "entnommen"  # where the page of a source goes on to say what was taken from it
_TOLD = frozenset({"index.html", "chronik/index.html", "methode/index.html"})  # the other indexes list pages
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"\xa0\d+(?:, \d+)*(?!\S)|¶")  # evidence marks are numbers of sentences
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)

Section = tuple[str, str, str]
"""Anchor, heading and text of a part of a page."""


@dataclass(slots=True)
class Found:
    """A page as the search knows it; `thing`: it is about one thing, which other pages name; `source`: a source."""

    location: str
    title: str
    lead: str = ""
    labels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    links: int = 0
    thing: bool = False
    source: bool = False
    sections: tuple[Section, ...] = ()


def feed_search(docs: Path, site: Path, engine: Engine, pages: Sequence[PageFacts]) -> None:
    """Write both files into `site`, and what is left of the index of `engine`."""
    file = site / ("search.json" if engine == "zensical" else "search/search_index.json")
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    entries = index["items" if engine == "zensical" else "docs"]
    found = gather(entries, heads(docs), linked(pages))
    names, texts = fit(found)
    (site / NAMES).parent.mkdir(exist_ok=True)
    _write(site / NAMES, names)
    _write(site / TEXTS, texts)
    _write(file, _rest(engine, index["config"], found))


def gather(
    entries: Iterable[Mapping[str, Any]], head: Mapping[str, Mapping[str, Any]], links: Mapping[str, int]
) -> list[Found]:
    """Make one page of all entries of an engine's index that stand on it; `head` is front matter, by location."""
    pages: dict[str, Found] = {}
    told: set[str] = set()  # pages of which the rest is a list
    for entry in entries:
        location, _, anchor = entry["location"].partition("#")
        if location not in pages:
            pages[location] = _start(location, _plain(entry["title"]), head.get(location, {}), links.get(location, 0))
            continue
        page = pages[location]
        if page.source and anchor == _END_OF_SOURCE:
            told.add(location)
        if location not in told:
            _add(page, anchor, _plain(entry["title"]), _plain(entry["text"]))
    return list(pages.values())


def fit(pages: Sequence[Found]) -> tuple[list[dict[str, Any]], list[list[Section]]]:
    """What both files hold: of each page as much text as all pages can have within the budget."""
    names = [_names(page) for page in pages]
    left = BUDGET - len(_packed(names))
    for longest in LONGEST_TEXTS:
        texts = [_cut(page.sections, longest) for page in pages]
        if len(_packed(texts)) <= left:
            break
    return names, texts


def heads(docs: Path) -> dict[str, Mapping[str, Any]]:
    """The front matter of every page, by its location in the site."""
    files = sorted(docs.rglob("*.md"))
    return {file.relative_to(docs).with_suffix(".html").as_posix(): _head(file) for file in files}


def linked(pages: Sequence[PageFacts]) -> dict[str, int]:
    """How many pages lead to each page."""
    counts: dict[str, int] = {}
    for page in pages:
        targets = {unquote(urljoin(page.path, link).partition("#")[0]) for link in page.links}
        for target in targets - {page.path}:
            counts[target] = counts.get(target, 0) + 1
    return counts


def _start(location: str, title: str, head: Mapping[str, Any], links: int) -> Found:
    return Found(
        location,
        title,
        lead=html.unescape(str(head.get("summary") or ""))[:LONGEST_LEAD],
        labels=tuple(html.unescape(str(label)) for label in head.get("search_labels") or ()),
        aliases=tuple(map(str, head.get("search_words") or ())),
        links=links,
        thing=(head.get("search") or {}).get("boost", 1) > 1,
        source=location.startswith("quellen/") and not location.endswith("/index.html"),
    )


def _add(page: Found, anchor: str, title: str, text: str) -> None:
    """Add a part of a page; the first, under the title of the page itself, is its lead."""
    if title == page.title and not page.sections:
        page.lead = page.lead or text[:LONGEST_LEAD]
        anchor, title = "", ""
    if text and _has_text(page.location):
        page.sections += ((anchor, title, text),)


def _has_text(location: str) -> bool:
    folder = location.partition("/")[0]
    return (
        folder not in _LISTS
        and location not in _LISTINGS
        and (location in _TOLD or not location.endswith("index.html"))
    )


def _head(file: Path) -> Mapping[str, Any]:
    match = _FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    head = yaml.load(match[1], Loader=_LOADER) if match else {}  # noqa: S506  a safe loader, in C where there is one
    return head if isinstance(head, dict) else {}


def _names(page: Found) -> dict[str, Any]:
    return {
        "location": page.location,
        "title": page.title,
        "labels": page.labels,
        "aliases": page.aliases,
        "links": page.links,
        "thing": page.thing,
        "source": page.source,
        "lead": page.lead,
    }


def _cut(sections: Iterable[Section], longest: int) -> list[Section]:
    """The sections of a page from its beginning, until `longest` characters are used up."""
    kept = []
    for anchor, heading, text in sections:
        if longest <= 0:
            break
        kept.append((anchor, heading, text[:longest]))
        longest -= len(text)
    return kept


def _rest(engine: Engine, config: Mapping[str, Any], pages: Sequence[Found]) -> dict[str, Any]:
    """What the theme's script needs: Zensical prints results from its own index, in the order of `names`."""
    if engine != "zensical":
        return {"config": config, "docs": []}
    items = [
        {
            "location": page.location,
            "level": 1,
            "title": html.escape(page.title),
            "text": html.escape(page.lead),
            "path": [html.escape(" · ".join(page.labels))],
            "tags": [],
        }
        for page in pages
    ]
    return {"config": config, "items": items}


def _plain(text: str) -> str:
    return " ".join(_MARK.sub("", html.unescape(_TAG.sub(" ", text))).split())


def _packed(data: object) -> bytes:
    return gzip.compress(_json(data), 6, mtime=0)


def _write(file: Path, data: object) -> None:
    file.write_bytes(_json(data))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
