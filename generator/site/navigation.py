"""The sections in the language of the pages: `mkdocs.yml` names them in German, and only the build knows better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from generator.site.edition import Edition
    from generator.site.page import BuiltPage, Tree

_INDEX = "index.html"
_KEYS = {
    "": "nav.home",
    "aussagen": "page.statements",
    "netz": "page.network",
    "register": "page.register",
    "daten": "page.data",
    "neu": "news.title",
}


def section_name(section: str, edition: Edition) -> str:
    """What the section in the folder `section` is called; empty if nobody knows."""
    return edition.words.get(_KEYS.get(section, f"nav.{section}"), "")


def name_sections(page: BuiltPage, edition: Edition) -> None:
    """Call each section in the tabs and the sidebar as the interface calls it."""
    called: dict[str, str] = {}
    for link in page.tree.xpath("//nav//a[contains(@class, 'md-tabs__link') or contains(@class, 'md-nav__link')]"):
        href = link.get("href", "")
        section = page.target(href).rpartition("/")[0] if href.endswith(_INDEX) else None
        name = "" if section is None else section_name(section, edition)
        for place in [span for span in link.iter("span") if "md-ellipsis" in span.get("class", "")] or [link]:
            old = _words(place)
            if name and old and name != old:
                called[old] = name
                _call(place, name)
    for label in page.tree.xpath("//nav//label") if called else ():
        for place in [span for span in label.iter("span") if "md-ellipsis" in span.get("class", "")] or [label]:
            if _words(place) in called:
                _call(place, called[_words(place)])


def _words(element: Tree) -> str:
    return " ".join("".join(element.itertext()).split())


def _call(element: Tree, name: str) -> None:
    """Replace the words of `element`, which may hold a sign besides them."""
    for inner in element.iter("*"):
        inner.text = None if inner is not element else inner.text
        inner.tail = None if inner is not element else inner.tail
    last = element[-1] if len(element) else None
    if last is None:
        element.text = name
    else:
        element.text, last.tail = None, name


def guide(page: BuiltPage, edition: Edition) -> None:
    """Offer on the page 404 the search, where the theme takes a query in the address, and every section."""
    said = edition.words.get("site.missing.search", "")
    for heading in page.tree.xpath("//article//h1") if page.path == "404.html" and said else ():
        go = edition.words["site.missing.go"]
        tabs = page.tree.xpath("//nav//a[contains(@class, 'md-tabs__link')]")
        sections = etree.Element("ul")
        for tab in tabs:
            etree.SubElement(etree.SubElement(sections, "li"), "a", href=tab.get("href")).text = _words(tab)
        last = heading.getnext() if heading.getnext() is not None else heading
        last.addnext(sections)
        if page.tree.xpath("//input[@data-md-component='search-query']") and tabs:
            last.addnext(_search(tabs[0].get("href"), said, go))


def _search(home: str, name: str, go: str) -> Tree:
    """A form that asks the search of the start page; it needs the theme's script and hides without."""
    form = etree.Element("form", {"class": "suchformular", "role": "search", "action": home, "method": "get"})
    label = etree.SubElement(form, "label")
    label.text = f"{name} "
    etree.SubElement(label, "input", type="search", name="q", required="")
    etree.SubElement(form, "button", type="submit").text = go
    return form
