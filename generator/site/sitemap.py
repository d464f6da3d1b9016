"""The list of all pages for search engines, and whether they are welcome at all; the same after either engine.

The date of a page is that of the newest source it draws on. The theme's instant navigation reads the list too, so it
stays when search engines are turned away; `robots.txt` does not name it then, and each page says `noindex`.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.site.edition import Edition
    from generator.site.facts import PageFacts

SITEMAP = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(site: Path, pages: Sequence[PageFacts], edition: Edition) -> None:
    """Write `sitemap.xml` and `robots.txt` over whatever the engine wrote."""
    (site / f"{SITEMAP}.gz").unlink(missing_ok=True)
    root = etree.Element("urlset", nsmap={None: _NAMESPACE})
    for page in pages:
        if page.canonical and not page.unlisted:
            entry = etree.SubElement(root, "url")
            etree.SubElement(entry, "loc").text = page.canonical
            if date := last_change(page, edition):
                etree.SubElement(entry, "lastmod").text = date
    etree.indent(root)
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    (site / SITEMAP).write_bytes(content + b"\n")
    (site / "robots.txt").write_text(robots(_address(pages), edition), encoding="utf-8", newline="\n")


def last_change(page: PageFacts, edition: Edition) -> str:
    """The newest date among the sources that a page is, or leads to; empty if none of them has one."""
    targets = (link.partition("#")[0] for link in page.links)
    leads = {normpath(join(dirname(page.path), target)) for target in targets}
    return max((date for source, date in edition.dates.items() if source in leads | {page.path}), default="")


def robots(address: str, edition: Edition) -> str:
    """What search engines are told; `address` is where the site stands."""
    if not edition.indexed:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}{SITEMAP}\n" if address else "User-agent: *\nAllow: /\n"


def _address(pages: Sequence[PageFacts]) -> str:
    start = next((page.canonical for page in pages if page.path == "index.html"), "")
    return start.removesuffix("index.html")
