"""What the check needs to know of a page, so that no more than one page is in memory at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site.policy import inline_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.page import BuiltPage, Tree

_LOADING = frozenset({"src", "srcset", "poster", "data", "action", "formaction", "background", "ping"})
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
)
_DRAWN = frozenset({"image", "use"})
_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Where a page leads (`links`), what it loads (`loads`), its anchors, and what else the check looks at.

    An `unlisted` page is not for search engines: it has moved, or is the page 404.
    """

    path: str
    title: str
    headings: tuple[str, ...]
    ids: tuple[str, ...]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    scripts: tuple[str, ...]
    handlers: tuple[str, ...]
    canonical: str
    unlisted: bool


def read_facts(page: BuiltPage) -> PageFacts:
    """Read a page once."""
    tree = page.tree
    return PageFacts(
        path=page.path,
        title=(tree.findtext("head/title") or "").strip(),
        headings=tuple(" ".join(heading.text_content().split()) for heading in tree.iter("h1")),
        ids=tuple(map(str, tree.xpath("//@id"))),
        links=tuple(dict.fromkeys(_links(tree))),
        loads=tuple(dict.fromkeys(_loads(tree))),
        scripts=tuple(inline_scripts(tree)),
        handlers=tuple(dict.fromkeys(map(str, tree.xpath("//@*[starts-with(name(), 'on')]")))),
        canonical=str(next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")),
        unlisted=page.path == "404.html" or bool(tree.xpath("//article//*[contains(@class, 'umgezogen')]")),
    )


def addresses(style: str) -> Iterator[str]:
    """Every address that a style sheet loads."""
    for found in _ADDRESS.finditer(style):
        yield found[1] or found[2]


def _links(tree: Tree) -> Iterator[str]:
    yield from map(str, tree.xpath("//a/@href | //area/@href | //a/@*[name()='xlink:href']"))
    for refresh in tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']/@content"):
        yield str(refresh).partition("=")[2].strip("'\" ")


def _loads(tree: Tree) -> Iterator[str]:
    for element in tree.iter("*"):
        for name, value in element.attrib.items():
            if name in _LOADING:
                yield value
            elif name == "style":
                yield from addresses(value)
        if element.tag == "link" and _LOADING_RELATIONS & set(element.get("rel", "").split()):
            yield element.get("href", "")
        elif element.tag == "style":
            yield from addresses(element.text or "")
        elif element.tag in _DRAWN:
            yield element.get("href") or element.get("xlink:href") or ""
