"""The whole dossier as one page, made from the built pages: to be read in one go, to be printed, to become a PDF.

Every page becomes a part with a title of its own; links between pages become links within this one, and the evidence
marks count through to one list of notes at the end. No script runs on it and no theme stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from lxml import etree

from generator.site.facts import read_facts
from generator.site.page import BuiltPage, read_page, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.site.edition import Edition
    from generator.site.facts import PageFacts
    from generator.site.page import Tree

PRINTABLE = "druck/index.html"
MOST_PAGES = 400
"""A site of more pages offers no such page: it would weigh tens of megabytes. `dossier pdf` makes it all the same."""

_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'"
_LEFT_OUT = (
    ".//script|.//noscript|.//template|.//form|.//input|.//button|.//label|.//select|.//nav"
    "|.//*[contains(concat(' ', @class, ' '), ' headerlink ')]|.//*[contains(@class, 'md-tags')]"
    "|.//details[@data-search-exclude]|.//*[contains(@class, 'filterworte')]|.//*[contains(@class, 'nur-druck')]"
    "|.//p[following-sibling::*[1][self::h1]]|.//hr|.//hr/following-sibling::p[last()]"
)
_NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_LOCAL = re.compile(r"url\(#([^)]+)\)")
_HEADING = re.compile(r"h[1-6]")
_LOWEST = 6


@dataclass(slots=True)
class _Book:
    """What is known while the parts are put together: the pages in it, the sentences, the notes so far."""

    pages: frozenset[str]
    sentences: Mapping[str, str]
    titles: Mapping[str, str]
    address: str
    notes: dict[str, int] = field(default_factory=dict)


def printable(site: Path, edition: Edition, assets: str = "../") -> bytes:
    """Put all pages of the built `site` into one; `assets` leads from it to the folder of the site."""
    start = read_page(site / "index.html", site)
    chapters = [[read_page(site / path, site) for path in paths] for paths in _chapters(start, site)]
    for heading in start.tree.xpath("//article//h1"):
        heading.text = edition.words.get("site.print.overview") or heading.text
    pages = [start, *(page for chapter in chapters for page in chapter)]
    book = _Book(
        pages=frozenset(page.path for page in pages),
        sentences={key: text for page in pages for key, text in _sentences(page)},
        titles={page.path: _title(page) for page in pages},
        address=str(next(iter(start.tree.xpath("//head/link[@rel='canonical']/@href")), "")).removesuffix("index.html"),
    )
    html = etree.Element("html", lang=start.tree.get("lang", ""))
    html.append(_head(start, edition, assets))
    body = etree.SubElement(html, "body", dict(start.tree.find("body").attrib) | {"data-md-color-scheme": "default"})
    whole = etree.SubElement(body, "main", {"class": "md-typeset druck"})
    whole.append(_cover(start, edition, book))
    whole.append(_contents(chapters, edition, book))
    for chapter in ([start], *chapters):
        whole.append(_chapter(chapter, book))
    whole.append(_notes(edition, book))
    return serialise(html)


def write_printable(site: Path, edition: Edition) -> tuple[PageFacts]:
    """Put the page beside the others; gives what the check needs to know of it."""
    file = site / PRINTABLE
    file.parent.mkdir(parents=True)
    file.write_bytes(printable(site, edition))
    return (read_facts(read_page(file, site)),)


def offer_printable(page: BuiltPage, edition: Edition) -> None:
    """Lead from the foot of a page to the dossier on one page."""
    name = edition.words.get("site.print.whole")
    for line in page.tree.xpath("//footer//p[contains(@class, 'fuss')][last()]") if name else ():
        etree.SubElement(line, "a", href=page.way(PRINTABLE)).text = name


def _chapters(start: BuiltPage, site: Path) -> Iterator[list[str]]:
    """The pages of each section in the order of the navigation: its index, what that lists, what is left."""
    found = (start.target(href) for href in start.tree.xpath("//nav[contains(@class, 'md-nav--primary')]//a/@href"))
    indexes = [path for path in dict.fromkeys(urldefrag(target).url for target in found) if path.count("/") == 1]
    for index in indexes:
        page = read_page(site / index, site)
        folder = index.rpartition("/")[0]
        listed = (urldefrag(page.target(href)).url for href in page.tree.xpath("//article//a/@href"))
        there = [file.relative_to(site).as_posix() for file in sorted((site / folder).glob("*.html"))]
        order = dict.fromkeys((index, *(path for path in listed if path in there), *there))
        yield [path for path in order if not _has_moved(site / path)]


def _has_moved(file: Path) -> bool:
    return b'class="umgezogen"' in file.read_bytes()


def _sentences(page: BuiltPage) -> Iterator[tuple[str, str]]:
    if page.section == "quellen":
        for span in page.tree.xpath("//article//span[@class='satz'][@id]"):
            yield f"{page.path}#{span.get('id')}", " ".join(span.text_content().split())


def _title(page: BuiltPage) -> str:
    headings = page.tree.xpath("//article//h1")
    own = headings[0].xpath(".//text()[not(ancestor::*[contains(@class, 'headerlink')])]") if headings else []
    return " ".join("".join(own).split())


def _head(start: BuiltPage, edition: Edition, assets: str) -> Tree:
    head = etree.Element("head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    etree.SubElement(head, "meta", name="viewport", content="width=device-width,initial-scale=1")
    etree.SubElement(head, "meta", name="robots", content="noindex")
    etree.SubElement(head, "title").text = edition.title or _title(start)
    for icon in start.tree.xpath("//head/link[@rel='icon']/@href"):
        etree.SubElement(head, "link", rel="icon", href=assets + icon)
    for sheet in start.tree.xpath("//head/link[@rel='stylesheet']/@href"):
        etree.SubElement(head, "link", rel="stylesheet", href=assets + sheet)
    return head


def _cover(start: BuiltPage, edition: Edition, book: _Book) -> Tree:
    cover = etree.Element("header", {"class": "titel"})
    etree.SubElement(cover, "h1").text = edition.title or _title(start)
    said = next(iter(start.tree.xpath("//head/meta[@name='description']/@content")), "")
    built = " ".join("".join(start.tree.xpath("//footer//p[contains(@class, 'fuss')][1]//text()")).split())
    for line in (said, built, book.address):
        if line:
            etree.SubElement(cover, "p").text = line
    return cover


def _contents(chapters: list[list[BuiltPage]], edition: Edition, book: _Book) -> Tree:
    nav = etree.Element("nav", {"aria-label": edition.words.get("site.print.contents", "")})
    etree.SubElement(nav, "h2").text = edition.words.get("site.print.contents", "")
    sections = etree.SubElement(nav, "ol")
    for index, *pages in chapters:
        item = _entry(sections, index, book)
        inner = etree.SubElement(item, "ol") if pages else None
        for page in pages:
            _entry(inner, page, book)
    return nav


def _entry(listed: Tree, page: BuiltPage, book: _Book) -> Tree:
    item = etree.SubElement(listed, "li")
    etree.SubElement(item, "a", href=f"#{_anchor(page.path)}").text = book.titles[page.path]
    return item


def _chapter(pages: Iterable[BuiltPage], book: _Book) -> Tree:
    chapter = etree.Element("section", {"class": "abschnitt"})
    for page in pages:
        part = etree.SubElement(chapter, "article", {"id": _anchor(page.path)})
        for article in page.tree.xpath("//article"):
            _clean(article)
            _rename(page, article)
            _lead(page, article, book)
            _lower(article, 1 if page.path.endswith("index.html") else 2)
            part.extend(list(article))
    return chapter


def _clean(article: Tree) -> None:
    """Take away what does something, and the ways to neighbours."""
    for element in article.xpath(_LEFT_OUT):
        if (parent := element.getparent()) is not None:
            _keep_tail(element, parent)
            parent.remove(element)


def _keep_tail(element: Tree, parent: Tree) -> None:
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail


def _rename(page: BuiltPage, article: Tree) -> None:
    """Make the anchors of a page different from those of all others, and what names them too."""
    for element in article.iter("*"):
        if element.get("id"):
            element.set("id", _anchor(page.path, element.get("id")))
        for name in _NAMING:
            if name in element.attrib:
                element.set(name, " ".join(_anchor(page.path, part) for part in element.get(name).split()))
        for name, value in element.attrib.items():
            if "url(#" in value:
                element.set(name, _LOCAL.sub(lambda found: f"url(#{_anchor(page.path, found[1])})", value))
        for name in [name for name in element.attrib if name.startswith("data-")]:
            if name not in {"data-label", "data-kind"}:
                del element.attrib[name]


def _lead(page: BuiltPage, article: Tree, book: _Book) -> None:
    """Turn links to pages of the dossier into links within this one, evidence marks into notes."""
    for link in article.iter("a"):
        href = link.attrib.pop("xlink:href", None) or link.get("href")
        if href is None or urlsplit(href).scheme:
            continue
        target, anchor = urldefrag(page.target(href))
        key = f"{target}#{anchor}"
        if key in book.sentences and target != page.path:
            number = book.notes.setdefault(key, len(book.notes) + 1)
            link.text, link.attrib["href"] = str(number), f"#beleg-{number}"
            link.attrib.pop("title", None)
            link.attrib.pop("aria-label", None)  # it names the number of before
        elif target in book.pages:
            link.set("href", f"#{_anchor(target, anchor)}")
        else:
            link.set("href", book.address + target)


def _lower(article: Tree, steps: int) -> None:
    for heading in [e for e in article.iter("*") if isinstance(e.tag, str) and _HEADING.fullmatch(e.tag)]:
        if heading.tag == "h1" and steps > 1:
            heading.set("class", "seitentitel")
        heading.tag = f"h{min(int(heading.tag[1]) + steps, _LOWEST)}"


def _notes(edition: Edition, book: _Book) -> Tree:
    part = etree.Element("section", {"class": "quellen-belege"})
    etree.SubElement(part, "h2").text = edition.words.get("site.print.notes", "")
    listed = etree.SubElement(part, "ol", {"class": "belege"})
    for key, number in book.notes.items():
        source, anchor = urldefrag(key)
        item = etree.SubElement(listed, "li", id=f"beleg-{number}")
        etree.SubElement(item, "b").text = f"[{number}]"
        item[-1].tail = f" {book.sentences[key]} "
        etree.SubElement(item, "a", href=f"#{_anchor(source, anchor)}").text = book.titles[source]
        item[-1].tail = ", "
        etree.SubElement(item, "span").text = book.address + key
    return part


def _anchor(path: str, anchor: str = "") -> str:
    """The anchor of a page in the whole, or of a place on it: `akteure/usa.html`, `namen` → `akteure.usa.namen`."""
    page = path.removesuffix(".html").replace("/", ".")
    return f"{page}.{anchor}" if anchor else page
