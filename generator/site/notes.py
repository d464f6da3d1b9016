"""What only paper needs: the sentences behind the evidence marks as notes, and the address of the page.

A mark is a link, and a printed link leads nowhere. So each page ends in a part that only print shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.site.edition import Edition
    from generator.site.known import Known
    from generator.site.page import BuiltPage, Tree

ON_PAPER = "nur-druck"


def add_notes(page: BuiltPage, known: Known, edition: Edition) -> None:
    """Write the notes of a page and where it stands on the web."""
    address = next(iter(page.tree.xpath("//head/link[@rel='canonical']/@href")), "")
    articles = page.tree.xpath("//article[contains(@class, 'md-content__inner')]")
    if not articles or not address or "site.print.notes" not in edition.words:
        return
    part = etree.SubElement(articles[0], "section", {"class": ON_PAPER})
    marks = _marks(page, articles[0], known)
    if marks:
        etree.SubElement(part, "h2").text = edition.words["site.print.notes"]
        root = address.removesuffix(page.path)
        listed = etree.SubElement(part, "ul", {"class": "belege"})
        for target, label in marks.items():
            _note(listed, label, target, known, root)
    etree.SubElement(part, "p").text = edition.words["site.print.address"].format(address=address)


def _marks(page: BuiltPage, article: Tree, known: Known) -> Mapping[str, str]:
    """What each evidence mark is called, by where it leads; sentences of the page itself stand on it anyway."""
    found: dict[str, str] = {}
    for link in article.iter("a"):
        target = page.target(link.get("href") or "")
        if target in known.sentences and target.partition("#")[0] != page.path:
            found.setdefault(target, link.text_content().strip())
    return found


def _note(listed: Tree, label: str, target: str, known: Known, root: str) -> None:
    item = etree.SubElement(listed, "li")
    number = etree.SubElement(item, "b")
    number.text = f"[{label}]"
    source = known.cards.get(target.partition("#")[0])
    number.tail = f" {known.sentences[target].text} "
    where = etree.SubElement(item, "cite")
    where.text = f"{source.name}, " if source else ""
    etree.SubElement(item, "span").text = root + target
