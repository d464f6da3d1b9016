"""What a page tells search engines, and the programs that show a card where somebody shares its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.site.cards import SIZE
from generator.site.navigation import section_name

if TYPE_CHECKING:
    from generator.site.cards import Cards
    from generator.site.edition import Edition
    from generator.site.facts import PageFacts
    from generator.site.page import BuiltPage, Tree

_LOCALES = {"de": "de_DE", "en": "en_GB"}


def turn_away(page: BuiltPage, edition: Edition) -> None:
    """Ask search engines to leave out what has moved, what is missing, and everything if the settings say so."""
    moved = page.tree.xpath("//article//*[contains(@class, 'umgezogen')]")
    if moved or not edition.indexed or page.path == "404.html":
        etree.SubElement(page.tree.find("head"), "meta", name="robots", content="noindex")


def introduce(page: BuiltPage, edition: Edition, cards: Cards, facts: PageFacts) -> None:
    """Say the title once, and write the names of Open Graph, which nearly everybody reads, with the picture."""
    title = page.tree.find("head/title")
    if title is None:
        return
    name = _name(facts.title, edition.title)
    title.text = name if name == edition.title else facts.title
    if facts.unlisted or not facts.canonical:
        return
    picture = cards.card(page.path, name, _section(page, edition))
    _write(page.tree, name, edition, facts.canonical, facts.canonical.removesuffix(page.path) + picture)


def _name(title: str, dossier: str) -> str:
    """The title of a page without the name of the site that engines put behind it."""
    return " ".join(title.split()).removesuffix(f" - {' '.join(dossier.split())}") if dossier else title


def _section(page: BuiltPage, edition: Edition) -> str:
    """What the section of a page is called; empty for the index of a section, which is called so itself."""
    return "" if page.path.endswith("index.html") else section_name(page.section, edition)


def _write(tree: Tree, name: str, edition: Edition, address: str, picture: str) -> None:
    head = tree.find("head")
    tags = {
        "og:type": "website" if address.endswith("/index.html") else "article",
        "og:site_name": edition.title,
        "og:locale": _LOCALES.get(tree.get("lang", ""), ""),
        "og:title": name,
        "og:description": next(iter(head.xpath("./meta[@name='description']/@content")), ""),
        "og:url": address,
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": str(SIZE[0]),
        "og:image:height": str(SIZE[1]),
        "og:image:alt": name,
    }
    for key, value in tags.items():
        if value:
            etree.SubElement(head, "meta", property=key, content=value)
    etree.SubElement(head, "meta", name="twitter:card", content="summary_large_image")
