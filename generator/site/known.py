"""What previews, icons and the footer say: each page in short (from docs/), and the sentences of the sources."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from generator.site.page import read_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_SOURCES = "quellen"
_SECTIONS = {_SOURCES: "source", "streitpunkte": "dispute", "themen": "topic"}


@dataclass(frozen=True, slots=True)
class Card:
    """A page in short: `kind` is a key (`weapon`), `label` what readers call it where the page says so itself."""

    name: str
    kind: str
    label: str
    summary: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source with its spaces evened out, and who speaks in it, how, and how certainly."""

    text: str
    voices: str


@dataclass(frozen=True, slots=True)
class Known:
    """Cards by the path of the page in the site, sentences by `path#anchor`; `footer` is the foot of every page."""

    cards: Mapping[str, Card]
    sentences: Mapping[str, Sentence]
    footer: str = ""


def read_known(docs: Path, site: Path) -> Known:
    """Read every page of `docs` by its head, and the sentences of the sources as `site` shows them."""
    cards: dict[str, Card] = {}
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).with_suffix(".html").as_posix()
        if file.name != "index.md" and (card := _card(path, _head(file))):
            cards[path] = card
    sentences: dict[str, Sentence] = {}
    for file in sorted((site / _SOURCES).glob("*.html")):
        sentences |= _sentences(file, site)
    index = docs / _SOURCES / "index.md"
    footer = _text(_head(index).get("footer")) if index.is_file() else ""
    return Known(cards, sentences, footer)


def _head(file: Path) -> dict[str, Any]:
    match = _FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    if not match:
        return {}
    return yaml.load(match[1], Loader=_LOADER) or {}  # noqa: S506  a safe loader, in C where there is one


def _card(path: str, head: Mapping[str, Any]) -> Card | None:
    kind = str(head.get("kind") or _SECTIONS.get(path.partition("/")[0], ""))
    if not kind or not head.get("title"):
        return None
    tags = head.get("tags") or [""]
    summary = _text(head.get("summary")) or ("" if head.get("kind") else _text(head.get("description")))
    return Card(_text(head["title"]), kind, _text(tags[0]), summary, draft=head.get("reviewed") is False)


def _text(value: object) -> str:
    """Front matter is HTML, because templates print it raw."""
    return html.unescape(str(value)) if value else ""


def _sentences(file: Path, site: Path) -> dict[str, Sentence]:
    page = read_page(file, site)
    voices: dict[str, list[str]] = {}
    for line in page.tree.xpath("//div[contains(@class, 'stimmen')]//li[a]"):
        mark = line.find("a")
        said = _even(line.text_content())[len(_even(mark.text_content())) :]
        voices.setdefault(mark.get("href", "").rpartition("#")[2], []).append(said.strip())
    return {
        f"{page.path}#{span.get('id')}": Sentence(
            _even(span.text_content()), "; ".join(dict.fromkeys(voices.get(span.get("id"), ())))
        )
        for span in page.tree.xpath("//span[@class='satz'][@id]")
    }


def _even(text: str) -> str:
    return " ".join(text.split())
