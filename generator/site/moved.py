"""A page that has moved: search engines, and browsers with and without scripts, go where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree

if TYPE_CHECKING:
    from generator.site.page import BuiltPage

SCRIPT = "assets/moved.js"
_TARGET = "//article//div[contains(concat(' ', @class, ' '), ' umgezogen ')]//a[1]/@href"


def lead_on(page: BuiltPage) -> None:
    """Name the new address as the canonical one and go there at once.

    The script keeps the part of the page that the address names; without scripts its beginning must do. Nothing is
    done on a page that has not moved.
    """
    target = next(iter(page.tree.xpath(_TARGET)), None)
    head = page.tree.find("head")
    if target is None or head is None:
        return
    for canonical in head.xpath("./link[@rel='canonical']"):
        canonical.set("href", urljoin(canonical.get("href"), target).partition("#")[0])
    up = "../" * page.path.count("/")
    etree.SubElement(head, "script", {"src": up + SCRIPT, "data-to": target})
    etree.SubElement(
        etree.SubElement(head, "noscript"), "meta", {"http-equiv": "refresh", "content": f"0; url={target}"}
    )
