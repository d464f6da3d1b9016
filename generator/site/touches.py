"""What each built page still needs, one small change a function; each changes the tree in place.

All of them work on the classes that Material and Zensical share. On markup that they do not know they do nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.site.previews import add_previews
from generator.site.words import words

if TYPE_CHECKING:
    from generator.site.known import Known
    from generator.site.page import BuiltPage, Tree

_NUMBER = re.compile(r"Q?\d+(\.\d+)?")
_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


def complete(page: BuiltPage, known: Known) -> None:
    """Make all changes to one page; `known` is what previews and the footer say."""
    name_landmarks(page.tree)
    mark_section(page)
    label_cells(page.tree)
    name_marks(page.tree)
    add_previews(page, known)
    write_footer(page, known.footer)
    keep_drawn_links(page.tree)
    mark_outside(page.tree)
    offer_feed(page)
    if page.path == "404.html":
        explain_missing(page.tree)


def defer_scripts(tree: Tree) -> None:
    """Let all scripts of a page load at once; they still run in their order, when the page is read.

    A policy within the page keeps Chromium from looking ahead, so without this each would wait for the one before.
    """
    for script in tree.xpath("//script[@src][not(@async)][not(@type='module')]"):
        script.set("defer", "")


def load_early(tree: Tree) -> None:
    """Name the script of the theme, the longest, right behind the style sheets: it comes while they do."""
    sheets = tree.xpath("//head/link[@rel='stylesheet']")
    for script in tree.xpath("//body//script[@src]")[:1] if sheets else ():
        link = etree.Element("link", {"rel": "preload", "as": "script", "href": script.get("src")})
        sheets[-1].addnext(link)


def describe(tree: Tree, data: str | None) -> None:
    """Put JSON-LD into the head; a data block never runs, so the content security policy need not name it."""
    if data is not None:
        script = etree.SubElement(tree.find("head"), "script", type="application/ld+json")
        script.text = data


def name_landmarks(tree: Tree) -> None:
    """Give the search dialog, the sidebar and each section in it a name that no other landmark of the page has.

    The theme names a section by a label that holds an icon and no words.
    """
    named = words(tree.get("lang", ""))
    for dialog in tree.xpath("//*[@role='dialog'][not(@aria-label)]"):
        dialog.set("aria-label", named.search)
    for sidebar in _with_class(tree, "nav", "md-nav--primary"):
        sidebar.set("aria-label", named.navigation)
    for section in tree.xpath("//nav[@data-md-level>0][@aria-labelledby]"):
        title = " ".join("".join(section.xpath("./label[1]//text()")).split())
        if title:
            section.attrib.pop("aria-labelledby")
            section.set("aria-label", title)


def mark_section(page: BuiltPage) -> None:
    """Show in the tabs and the sidebar which section a page belongs to that is not in the navigation itself."""
    tabs = _with_class(page.tree, "li", "md-tabs__item")
    if not page.section or any("md-tabs__item--active" in tab.get("class") for tab in tabs):
        return
    home = f"{page.section}/"
    entries = [entry for nav in _with_class(page.tree, "nav", "md-nav--primary") for entry in nav.xpath("./ul/li")]
    for entry, tab in zip(entries, tabs, strict=False):
        links = [link for link in entry.iter("a") if _target(page, link.get("href", "")) == home]
        if links:
            _add_class(entry, "md-nav__item--active")
            _add_class(tab, "md-tabs__item--active")
            _add_class(links[-1], "md-nav__link--active")
            return


def label_cells(tree: Tree) -> None:
    """Repeat in each cell what its column is called: the style sheet stacks tables on narrow screens.

    A stacked table is no table to a screen reader unless each part says what it is.
    """
    for table in tree.xpath("//table[thead]"):
        for tag, role in _ROLES.items():
            for element in table.iter(tag):
                element.set("role", role)
        columns = [" ".join(cell.text_content().split()) for cell in table.xpath("./thead/tr[1]/th")]
        for row in table.xpath("./tbody/tr"):
            for cell, column in zip(row.xpath("./td"), columns, strict=False):
                cell.set("data-label", column)


def keep_drawn_links(tree: Tree) -> None:
    """Name the address of links in drawings by its older name.

    Instant navigation sets the `href` of everything that has one, which a link in a drawing does not allow.
    """
    for link in tree.xpath("//svg//a[@href]"):
        link.set("xlink:href", link.attrib.pop("href"))


def offer_feed(page: BuiltPage) -> None:
    """Say in the head where the feed is, so that feed readers find it; the page 404 is served from anywhere.

    The theme takes every link whose relation is just "alternate" for another language with a sitemap of its own.
    """
    head = page.tree.find("head")
    if head is None or page.path == "404.html":
        return
    address = "../" * page.path.count("/") + "daten/feed.xml"
    title = words(page.tree.get("lang", "")).feed
    etree.SubElement(head, "link", rel="feed alternate", type="application/atom+xml", title=title, href=address)


def mark_outside(tree: Tree) -> None:
    """Say of links that leave the dossier that they do: on paper their address is printed.

    On the screen all addresses look alike, because instant navigation makes every link absolute.
    """
    for link in tree.xpath("//article//a[starts-with(@href, 'http')]"):
        link.set("rel", " ".join(dict.fromkeys([*link.get("rel", "").split(), "external"])))


def name_marks(tree: Tree) -> None:
    """Say what the bare number of an evidence mark is to those who hear it: „Beleg 17“."""
    evidence = words(tree.get("lang", "")).evidence
    for link in tree.xpath("//article//a[contains(@href, '#s-') or contains(@href, '#angaben')][not(@aria-label)]"):
        number = link.text_content().strip()
        if _NUMBER.fullmatch(number):
            link.set("aria-label", f"{evidence} {number}")


def write_footer(page: BuiltPage, footer: str) -> None:
    """Say at the foot of the page what the dossier rests on and how far it reaches, with the ways to more."""
    if not footer or page.path == "404.html":
        return
    said = words(page.tree.get("lang", ""))
    found = {_target(page, link.get("href", "")): link for link in page.tree.xpath("//nav//a[@href]")}
    for place in page.tree.xpath("//footer//div[contains(@class, 'md-copyright')][1]"):
        line = etree.SubElement(place, "p", {"class": "fuss"})
        line.text = footer
        ways = etree.SubElement(place, "p", {"class": "fuss"})
        for section, name in said.footer.items():
            if section in found:
                link = etree.SubElement(ways, "a", href=found[section].get("href"))
                link.text, link.tail = name, " "
        return


def explain_missing(tree: Tree) -> None:
    """Say on the page 404 what happened and where to go on, in the language of the site: the theme's is English."""
    said = words(tree.get("lang", ""))
    home = next(iter(tree.xpath("//a[contains(@class, 'md-logo')]/@href")), "")
    for heading in tree.xpath("//article//h1"):
        heading.text = said.missing
        way = etree.Element("p")
        way.text = said.perhaps
        etree.SubElement(way, "a", href=home).text = said.home
        heading.addnext(way)


def _target(page: BuiltPage, href: str) -> str:
    """Where `href` leads, relative to the site; a folder for its index."""
    return page.target(href).removesuffix("index.html")


def _with_class(tree: Tree, tag: str, name: str) -> list[Tree]:
    return list(tree.xpath(f"//{tag}[contains(concat(' ', @class, ' '), ' {name} ')]"))


def _add_class(element: Tree, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())
