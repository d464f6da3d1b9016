"""Rule of names: a medium or institution named in full is meant where only its last word stands: "der Sportkurier"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.forms import bases, fold
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.annotation import Mention

_KINDS = (Kind.OUTLET, Kind.ORGANISATION)


def lengthened(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions; those of one word have the only full name of the document that ends in it."""
    found = list(mentions)
    full: dict[tuple[Kind, str], set[str]] = {}
    for mention in found:
        words = mention.name.split()
        if mention.kind in _KINDS and len(words) > 1:
            for base in bases(fold(words[-1])):
                full.setdefault((mention.kind, base), set()).add(mention.name)
    return [_lengthened(mention, full) for mention in found]


def _lengthened(mention: Mention, full: dict[tuple[Kind, str], set[str]]) -> Mention:
    if mention.kind not in _KINDS or " " in mention.name:
        return mention
    longer = next((full[mention.kind, b] for b in bases(fold(mention.name)) if (mention.kind, b) in full), set())
    return replace(mention, name=next(iter(longer))) if len(longer) == 1 else mention
