"""Rule `two-persons`: two family names side by side are two people, not a first name and a family name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.forms import bases
from generator.german.names.gazetteer import eastern_family_names, is_first_name
from generator.german.names.person_names import family_names, given_name, is_eastern, is_full, key
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Mention

_TWO = 2


def split_pairs(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Split where each word names somebody: "Was hat Kim Putin zu bieten?" names two people."""
    persons = [m.name for m in mentions if m.kind is Kind.PERSON]
    alone = {key(name) for name in persons if not is_full(name)}
    families: dict[str, set[str]] = {}
    for name in filter(is_full, persons):
        for family in family_names(name):
            families.setdefault(family, set()).add(name)
    found: list[Mention] = []
    for mention in mentions:
        words = mention.span.of(text).split()
        if mention.kind is Kind.PERSON and len(words) == _TWO and _are_two(words, mention.name, alone, families):
            found += _split(mention, words, text)
        else:
            found.append(mention)
    return found


def _are_two(words: list[str], pair: str, alone: set[str], families: dict[str, set[str]]) -> bool:
    first, second = words
    called_first = families.get(key(first), set()) - {pair}
    called_second = {n for base in bases(second) for n in families.get(key(base), ())} - {pair}
    if any(given_name(name) == key(first) for name in called_second):
        return False
    if is_eastern(pair) and not called_second:
        return False
    surname = first in eastern_family_names() or not is_first_name(first)
    first_known = bool(called_first) or (key(first) in alone and surname)
    return first_known and (bool(called_second) or any(key(base) in alone for base in bases(second)))


def _split(mention: Mention, words: list[str], text: str) -> list[Mention]:
    cut = mention.span.start + len(words[0])
    spans = (Span(mention.span.start, cut), Span(text.index(words[1], cut), mention.span.end))
    names = (words[0], mention.name.split()[-1])
    return [replace(mention, span=s, name=n, rule="two-persons") for s, n in zip(spans, names, strict=True)]
