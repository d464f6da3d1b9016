"""The pages of a state: which there are, what they are called, which of them only lead on."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from generator.model.change import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.diff.states import Read

_TITLE = re.compile(r'^title: ("[^\n]*")$', re.MULTILINE)
_UNLISTED = re.compile(r"^search:\n  exclude: true$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^()\s]+\.md(?:#[^()\s]*)?)\)")
_ANCHOR = re.compile(r'(?:\bid="|\{ #)([a-z][a-z0-9_-]*)')


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages by path, those that lead on with where to, and the anchors of those that were `read`."""

    items: Mapping[str, Item]
    moved: Mapping[str, str]
    read: frozenset[str]
    anchors: frozenset[str]


def read_pages(read: Read, manifest: Iterable[str], owned: Mapping[str, str]) -> Pages:
    """The pages of `manifest` and those that are `owned` by something with a name.

    Only pages that nothing owns are opened: indexes, and what is left where a page has moved.
    """
    free = sorted({str(path) for path in manifest if path.endswith(".md")} - owned.keys())
    texts = {path: content.decode("utf-8", "replace") for path, content in read(free).items()}
    moved = {path: target for path, text in texts.items() if (target := _leads_on(path, text))}
    titles = dict(owned) | {path: _title(text) or path for path, text in texts.items() if path not in moved}
    anchors = {f"{path}#{anchor}" for path, text in texts.items() for anchor in _ANCHOR.findall(text)}
    items = {path: Item(path, " ".join(titles[path].split()) or path, path) for path in sorted(titles)}
    return Pages(items, moved, frozenset(texts), frozenset(anchors))


def _leads_on(path: str, text: str) -> str:
    """Where a page leads that is kept out of the search and holds one link and nothing else; empty if it is none."""
    _, _, rest = text.partition("---\n")
    head, _, body = rest.partition("\n---\n")
    links = _LINK.findall(body)
    if len(links) != 1 or not _UNLISTED.search(head):
        return ""
    return normpath(join(dirname(path), links[0]))


def _title(text: str) -> str:
    found = _TITLE.search(text)
    try:
        return html.unescape(json.loads(found[1])) if found else ""
    except ValueError:
        return ""
