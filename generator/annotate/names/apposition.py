"""Leaves out the kind of a weapon where its name follows: "die Kurzstreckenrakete KN-23" names one thing, not two."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.german.names.vocabulary import weapon_category
from generator.model.ids import Kind

if TYPE_CHECKING:
    from generator.model.annotation import Mention

_BETWEEN = " \u00a0«»„“”\"'‚‘’‹›"


def without_kinds(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions of one sentence, in text order, but for kinds of weapons right before a weapon's name."""
    return [
        mention
        for mention, follower in zip_longest(mentions, mentions[1:])
        if not (follower and _says_what_it_is(mention, follower, text))
    ]


def _says_what_it_is(mention: Mention, follower: Mention, text: str) -> bool:
    """Whether only blanks and quotation marks stand between: "das U-Boot «Held Kim Kun Ok»"."""
    both_weapons = mention.kind is Kind.WEAPON and follower.kind is Kind.WEAPON
    gap = text[mention.span.end : follower.span.start]
    return both_weapons and not gap.strip(_BETWEEN) and bool(weapon_category(mention.span.of(text)))
