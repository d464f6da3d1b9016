"""The language of the sources, marked where it is not that of the interface: for screen readers and for hyphens."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urldefrag

if TYPE_CHECKING:
    from generator.site.edition import Edition
    from generator.site.page import BuiltPage, Tree

STATEMENT = "a-"
"""How the anchor of a statement begins."""
_OWN_WORDS = "//article//div[contains(concat(' ', @class, ' '), ' quelle ')]|//article//span[@class='satz']"
_QUOTED = "//article//blockquote|//*[@class='belege']/li|//article//ul[preceding-sibling::h2[1][@id='erwaehnungen']]/li"


def mark_languages(page: BuiltPage, edition: Edition) -> None:
    """Say of each piece of a source which language it is in; a quotation is known by the mark that it ends in."""
    own = page.tree.get("lang", "")
    if set(edition.languages.values()) <= {own}:
        return
    if language := edition.languages.get(page.path):
        _mark(page.tree.xpath(_OWN_WORDS), language, own)
    for quoted in page.tree.xpath(_QUOTED):
        found = (edition.languages.get(target) for target in _targets(page, quoted))
        _mark([quoted], next(filter(None, found), own), own)
    for link in page.tree.xpath("//article//a[@href]"):
        _mark([link], _of_words(page, link.get("href"), edition), own)


def _of_words(page: BuiltPage, href: str, edition: Edition) -> str:
    """The language of the words of a link: the title of a source, or a statement that leads to its own place."""
    target, anchor = urldefrag(page.target(href))
    if anchor.startswith(STATEMENT) and target != page.path:
        return edition.languages.get(target.replace("aussagen/", "quellen/"), "")
    return "" if anchor else edition.languages.get(target, "")


def _targets(page: BuiltPage, element: Tree) -> list[str]:
    return [urldefrag(page.target(link.get("href") or "")).url for link in element.iter("a")]


def _mark(elements: list[Tree], language: str, own: str) -> None:
    for element in elements:
        if language and language != own:
            element.set("lang", language)
