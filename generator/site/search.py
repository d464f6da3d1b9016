"""What German needs of Material's search index beyond what stands in the texts.

Material matches the beginnings of words and nothing else. Two fields that no reader sees are added to each entry:
`alias`, the words that a page's front matter lists as `search_words` (other names, metonyms), which count almost as
much as a title; and `variant`, other spellings and forms of the entry's own words, which hardly count. Zensical's
index knows fixed fields only, so it stays as it is.
"""

from __future__ import annotations

import html
import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

import yaml

from generator.site.variants import Variants, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

INDEX = "search/search_index.json"
ALIAS_BOOST = 500
VARIANT_BOOST = 0.5

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = re.compile(r"<[^>]*>")
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)


def extend_index(docs: Path, site: Path) -> None:
    """Add both fields to the index of `site`, if its engine wrote one that can take them."""
    file = site / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    extend(index, search_words(docs))
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def extend(index: dict[str, Any], aliases: Mapping[str, tuple[str, ...]]) -> None:
    """Add the fields `alias` and `variant` to `index`; `aliases` are the search words by location of the page."""
    fields = index["config"].setdefault("fields", {})
    fields["alias"] = {"boost": ALIAS_BOOST}
    fields["variant"] = {"boost": VARIANT_BOOST}
    entries = index["docs"]
    words = [split(_plain(entry)) for entry in entries]
    listed = [word for own in aliases.values() for word in split(" ".join(own))]
    variants = Variants(chain(listed, *words))
    for entry, entry_words in zip(entries, words, strict=True):
        own = aliases.get(entry["location"], ())
        if own:
            entry["alias"] = " ".join(own)
        names = split(" ".join((entry["title"], *own))) if "#" not in entry["location"] else ()
        if others := variants.beyond((*entry_words, *names), names):
            entry["variant"] = " ".join(others)


def search_words(docs: Path) -> dict[str, tuple[str, ...]]:
    """The `search_words` of every page of `docs` that lists some, by the page's location in the index."""
    found = ((_location(file.relative_to(docs).as_posix()), _listed(file)) for file in sorted(docs.rglob("*.md")))
    return {location: words for location, words in found if words}


def _listed(file: Path) -> tuple[str, ...]:
    match = _FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    if not match or "search_words" not in match[1]:
        return ()
    head: dict[str, Any] = yaml.load(match[1], Loader=_LOADER)  # noqa: S506  a safe loader, in C where there is one
    words: Iterable[object] = head.get("search_words") or ()
    return tuple(map(str, words))


def _location(path: str) -> str:
    """`waffensysteme/kn-23.md` → `waffensysteme/kn-23.html`."""
    return path.removesuffix(".md") + ".html"


def _plain(entry: dict[str, Any]) -> str:
    return html.unescape(f"{entry.get('title', '')} {_TAG.sub(' ', entry.get('text', ''))}")
