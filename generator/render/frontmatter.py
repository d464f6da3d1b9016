"""The head of a page, for the site generator.

Site generators print these values without escaping them, so they are HTML-escaped here; a JSON string is a YAML
string, and JSON with non-ASCII characters kept reads back as it was. Nothing but the keys below is ever written.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass

from generator.render.markdown.escape import visible

LONGEST = 200
"""So many characters of a description are kept; search engines show about 155."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a page says about itself.

    `search_labels` are what a result of the search says of the page („Streitpunkt“), `search_words` are names under
    which it should be found but which no reader needs to see; `boost` weighs the page in the search (1: as any
    other), `searchable` false leaves it out, `hide` names parts of the theme.
    `kind` (a key, the same in every language) and `summary` are what previews and icons go by, `reviewed` is false
    for a draft; `footer` is the line that the foot of every page shows.
    """

    title: str
    description: str = ""
    tags: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    boost: float = 1
    searchable: bool = True
    hide: tuple[str, ...] = ()
    kind: str = ""
    summary: str = ""
    reviewed: bool = True
    footer: str = ""
    search_labels: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the block between `---` lines."""
        lines = ["---", f"title: {_escaped(self.title)}"]
        if self.description:
            lines.append(f"description: {_escaped(shortened(self.description))}")
        if self.kind:
            lines.append(f"kind: {_json(self.kind)}")
        if self.summary:
            lines.append(f"summary: {_escaped(self.summary)}")
        if not self.reviewed:
            lines.append("reviewed: false")
        lines += _list("tags", [_escaped(tag) for tag in self.tags])
        lines += _list("search_labels", [_escaped(label) for label in self.search_labels])
        lines += _list("search_words", [_json(visible(word)) for word in self.search_words])
        if not self.searchable:
            lines += ["search:", "  exclude: true"]
        elif self.boost != 1:
            lines += ["search:", f"  boost: {self.boost:g}"]
        lines += _list("hide", [_json(part) for part in self.hide])
        if self.footer:
            lines.append(f"footer: {_escaped(self.footer)}")
        return "\n".join([*lines, "---", ""])


def shortened(description: str) -> str:
    """Cut what is far longer than any search engine shows at the end of a word."""
    if len(description) <= LONGEST:
        return description
    kept = description[: LONGEST - 2]
    return (kept.rpartition(" ")[0] or kept) + "\u00a0…"


def _list(key: str, values: list[str]) -> list[str]:
    return [f"{key}:", *(f"  - {value}" for value in values)] if values else []


def _escaped(value: str) -> str:
    return _json(html.escape(visible(value)))


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
