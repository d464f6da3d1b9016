"""Rule `seen-before`: a word that is a name in one sentence is that name in the others that the model overlooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster
from generator.german.names.forms import bases
from generator.model.annotation import Mention
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_SHORTEST = 4
_KINDS = (Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE, Kind.PERSON, Kind.OTHER)


def repeated(views: Iterable[View], mentions: Iterable[Mention], text: str) -> list[Mention]:
    """Further mentions of names of one word that is no everyday word: "Am Ende gab Bayrofarm nach"."""
    names: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in _KINDS and not mention.metonym:
            names.setdefault(mention.span.of(text), mention)
    return [
        Mention(token.span, first.kind, first.name, "seen-before")
        for view in views
        for token in view.tokens
        if _can_be_name(token)
        for first in [next((names[base] for base in bases(token.text) if base in names), None)]
        if first
    ]


def _can_be_name(token: Token) -> bool:
    """Whether the word is a proper noun for the tagger, or unknown."""
    word = token.text
    return len(word) >= _SHORTEST and word[0].isupper() and (token.tag.startswith("NE") or not cluster(word))
