"""A built page while it is finished and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Tree = Any  # lxml ships no types


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """`path` is relative to the site, with forward slashes; the tree is changed in place by the finishing step."""

    path: str
    tree: Tree

    @property
    def section(self) -> str:
        """The folder that the page stands in: `waffensysteme` for `waffensysteme/kn-23.html`."""
        return self.path.split("/", 1)[0] if "/" in self.path else ""

    def target(self, href: str) -> str:
        """Where `href` on this page leads, relative to the site: `waffensysteme/kn-23.html`."""
        return urljoin(f"/{self.path}", href).lstrip("/")

    def way(self, path: str) -> str:
        """The way from this page to `path`."""
        return "../" * self.path.count("/") + path


def read_pages(site: Path) -> Iterable[BuiltPage]:
    """Every HTML file of `site`, by path."""
    for file in sorted(site.rglob("*.html")):
        yield read_page(file, site)


def read_page(file: Path, site: Path) -> BuiltPage:
    """One HTML file of `site`."""
    return BuiltPage(file.relative_to(site).as_posix(), parse(file.read_bytes()))


def parse(content: bytes) -> Tree:
    """Read a page as a browser would."""
    return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))


def serialise(tree: Tree) -> bytes:
    """Write a page."""
    return bytes(html.tostring(tree, encoding="utf-8", doctype="<!doctype html>"))
