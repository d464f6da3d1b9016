"""Gives bodies the name of their title: "der Technischen Universität Graz" is the Technische Universität Graz."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.known import REGISTRY
from generator.german.names.nominative import nominative
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.names.view import View
    from generator.model.annotation import Mention

_BODIES = frozenset({Kind.ORGANISATION, Kind.OUTLET})
_AS_THEY_ARE = frozenset({REGISTRY, "decision", "listed-organisation", "listed-outlet", "quoted-name", "called"})


def titled(view: View, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one sentence; what is called like a declined one ("… (TUG)") is renamed with it."""
    found = list(mentions)
    renamed = {m.name: name for m in found if (name := _title(view, m)) != m.name}
    return [replace(m, name=renamed[m.name]) if _counts(m) and m.name in renamed else m for m in found]


def _counts(mention: Mention) -> bool:
    return mention.kind in _BODIES and mention.rule not in _AS_THEY_ARE


def _title(view: View, mention: Mention) -> str:
    """The name with the adjectives at its head, and the noun behind them, in the nominative."""
    first = view.token_at(mention.span.start)
    last = first
    while last < len(view.tokens) and _is_adjective(view, last, mention):
        last += 1
    words = mention.name.split()
    adjectives = [token.text for token in view.tokens[first:last]]
    if not _counts(mention) or not adjectives or words[: len(adjectives)] != adjectives or len(words) == last - first:
        return mention.name
    article = view.tokens[first - 1].text if first else ""
    named, noun = nominative(article, adjectives, words[len(adjectives)])
    return " ".join([*named, noun, *words[len(adjectives) + 1 :]])


def _is_adjective(view: View, index: int, mention: Mention) -> bool:
    token = view.tokens[index]
    return token.tag.startswith("ADJ") and token.text[:1].isupper() and token.span.end < mention.span.end
