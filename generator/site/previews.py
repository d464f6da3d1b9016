"""The data of previews, in the page itself: nothing has to be fetched, so they work from a folder too.

A template, which no browser shows, holds JSON: a card for each page of the dossier that the page links to, and for
each evidence mark how much of its title is the sentence itself (before it stands the sentence that it points back to).
It is no script because instant navigation runs every script of the text. `docs/assets/preview.js` shows the cards.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from lxml import etree

from generator.site.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.known import Card, Known, Sentence
    from generator.site.page import BuiltPage, Tree
    from generator.site.words import Words

_NO_PREVIEW = frozenset({"headerlink"})


def add_previews(page: BuiltPage, known: Known) -> None:
    """Mark the links of the text by the kind of their target, and put the data of the previews behind the text."""
    for article in page.tree.xpath("//article[contains(@class, 'md-content__inner')]"):
        own = known.cards.get(page.path)
        if own:
            article.set("data-kind", own.kind)
        cards, marks = _gather(page, article, known)
        if cards or marks:
            data = etree.SubElement(article, "template", {"class": "vorschau-daten"})
            data.text = json.dumps({"pages": cards, "marks": marks}, ensure_ascii=False, separators=(",", ":"))


def _gather(page: BuiltPage, article: Tree, known: Known) -> tuple[dict[str, list[str]], dict[str, list[object]]]:
    said = words(page.tree.get("lang", ""))
    cards: dict[str, list[str]] = {}
    marks: dict[str, list[object]] = {}
    for link, href in _links(article):
        target = page.target(href)
        card = known.cards.get(urldefrag(target).url)
        if card and "#" not in href and target != page.path:
            link.set("data-kind", card.kind)
            cards[href] = _card(card, said)
        elif target in known.sentences and link.get("title") and card:
            marks[href] = _mark(known.sentences[target], link.get("title"), card)
    return cards, marks


def _links(article: Tree) -> Iterator[tuple[Tree, str]]:
    for link in article.iter("a"):
        href = link.get("href") or link.get("xlink:href") or ""
        if href and not _NO_PREVIEW & set(link.get("class", "").split()):
            yield link, href


def _card(card: Card, said: Words) -> list[str]:
    label = card.label or said.kinds.get(card.kind, "")
    return [card.name, card.kind, label, card.summary, said.draft if card.draft else ""]


def _mark(sentence: Sentence, title: str, source: Card) -> list[object]:
    """How many characters of the title are the sentence, who speaks in it, and the source."""
    even = " ".join(title.split())
    return [len(sentence.text) if even.endswith(sentence.text) else len(even), sentence.voices, source.name]
