"""Rule `seen-before`: what is a name in one sentence is that name in the others that the model overlooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster
from generator.german.names.forms import bases
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_SHORTEST = 4
_BODIES = (Kind.ORGANISATION, Kind.OUTLET)
_KINDS = (Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE, Kind.PERSON, Kind.OTHER)


def repeated(views: Sequence[View], mentions: Iterable[Mention], text: str) -> list[Mention]:
    """Further mentions of names: of one word that is no everyday word ("Am Ende gab Bayrofarm nach"), of several."""
    names: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in _KINDS and not mention.metonym:
            names.setdefault(mention.span.of(text), mention)
    long = _by_first_word(names)
    whole = [m for view in views for m in _whole(view, long)]
    return whole + [
        Mention(token.span, first.kind, first.name, "seen-before")
        for view in views
        for token in view.tokens
        if _can_be_name(token)
        for first in [next((names[base] for base in bases(token.text) if base in names), None)]
        if first
    ]


def _by_first_word(names: Mapping[str, Mention]) -> dict[str, list[tuple[str, Mention]]]:
    """Bodies and media with a name of several words, the longest first, by its first word."""
    found: dict[str, list[tuple[str, Mention]]] = {}
    for name in sorted(names, key=len, reverse=True):
        if " " in name and names[name].kind in _BODIES:
            found.setdefault(name.split()[0], []).append((name, names[name]))
    return found


def _whole(view: View, long: Mapping[str, list[tuple[str, Mention]]]) -> Iterator[Mention]:
    """Such names in just these words: "Kunden der Raabtaler Sparkasse"."""
    for token in view.tokens:
        for name, first in long.get(token.text, ()):
            span = Span(token.span.start, token.span.start + len(name))
            if span.of(view.text) == name and not view.text[span.end : span.end + 1].isalnum():
                yield Mention(span, first.kind, first.name, "seen-before")
                break


def _can_be_name(token: Token) -> bool:
    """Whether the word is a proper noun for the tagger, or unknown."""
    word = token.text
    return len(word) >= _SHORTEST and word[0].isupper() and (token.tag.startswith("NE") or not cluster(word))
