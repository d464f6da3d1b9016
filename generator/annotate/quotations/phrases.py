"""Noun phrases without a grammar.

A phrase is a determiner, adjectives, nouns and names ("der neue Sprecher Emil Abt"); `growth` adds what follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german.verbs import is_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Token

DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT")
_INSIDE = ("ADJ(A)", "CARD", "NN", "NE", "TRUNC", "FM", "XY", "NNA", "NNI", "QUOTED", "ADJ(D)")
_HEADS = ("NN", "NE", "FM", "XY", "NNA", "NNI", "QUOTED")
PRONOUNS = ("PPER", "PIS", "PDS", "PRELS", "PWS", "PPOSS")
_MOST_DETERMINERS = 3
_ATTRIBUTE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start` to `end` of a unit; `head` is the position of the noun, name or pronoun that it is about."""

    start: int
    end: int
    head: int
    preposition: int | None = None

    def core(self) -> range:
        """The positions that it covers."""
        return range(self.start, self.end)


def phrases(tokens: Sequence[Token], start: int, end: int) -> list[Phrase]:
    """The noun phrases and pronouns of `tokens[start:end]`, without attachments, left to right."""
    found: list[Phrase] = []
    at = start
    preposition: int | None = None
    while at < end:
        tag = tokens[at].tag
        if (
            tag.startswith("APPR")
            or tag == "KOKOM"
            or tokens[at].text in ("als", "Als")
            or (tokens[at].text == "wie" and at > start)
        ):
            preposition = at
            at += 1
            continue
        phrase = phrase_at(tokens, at, end, preposition)
        if phrase is None:
            if not tag.startswith(("ADV", "PTK", "CARD", "ADJ")):
                preposition = None
            at += 1
            continue
        found.append(phrase)
        at = phrase.end
        coordinated = (
            at + 1 < end and tokens[at].text in ("und", "oder", "sowie", "bzw") and phrase.preposition is not None
        )
        if coordinated:
            at += 1
        else:
            preposition = None
    return found


def phrase_at(tokens: Sequence[Token], start: int, end: int, preposition: int | None = None) -> Phrase | None:
    """The phrase that begins at `start`, if one does."""
    token = tokens[start]
    owning = token.text.lower() in ("deren", "dessen")
    if token.tag in PRONOUNS and not owning:
        return Phrase(start, start + 1, start, preposition)
    at = _behind_owner(tokens, start, end) or start + owning
    while at < end and tokens[at].tag.startswith(DETERMINERS) and at - start < _MOST_DETERMINERS:
        at += 1
    if at > start:
        at = _behind_attribute(tokens, at, end)
    head = None
    while at < end and _inside(tokens, at, head):
        if tokens[at].tag in _HEADS or _nominalised(tokens[at]):
            head = at
        at += 1
    if head is not None:
        return Phrase(start, head + 1, head, preposition)
    alone = at > start and token.tag.startswith(("PIAT", "PDAT", "PPOSAT", "CARD"))
    return Phrase(start, start + 1, start, preposition) if alone else None


def _behind_owner(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the phrase goes on behind a name in the genitive: "Mannheims | oberster Richter Peter Kurz"; else 0."""
    at = start
    while at < end and tokens[at].tag == "NE":
        at += 1
    owner = at > start and tokens[at - 1].text.endswith(("s", "’", "'"))
    goes_on = at + 1 < end and tokens[at].tag == "ADJ(A)" and tokens[at + 1].tag in _INSIDE
    return at if owner and goes_on and not tokens[at].text.endswith("n") else 0


def _nominalised(token: Token) -> bool:
    """An adjective as a noun: "der Angeklagte", "der 39-Jährige"."""
    return token.text.rpartition("-")[2][:1].isupper()


def _behind_attribute(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the adjective stands that an attribute leads up to: "der | vom Gericht nun | abgesagten Parade"."""
    if at >= end or tokens[at].tag in _INSIDE:
        return at
    for later in range(at, min(end - 1, at + _ATTRIBUTE_WORDS)):
        tag = tokens[later].tag
        governed = tokens[later - 1].tag.startswith(("APPR", "ART")) and later > at
        if tag == "ADJ(A)" and tokens[later + 1].tag in _INSIDE and not governed:
            return later
        if tag.startswith("$") or is_finite(tokens[later]):
            break
    return at


def _inside(tokens: Sequence[Token], at: int, head: int | None) -> bool:
    token = tokens[at]
    if head is not None and token.text[:1].isupper() and not token.tag.startswith(("APPR", "ART", "P")):
        return True
    if token.tag not in _INSIDE or is_finite(token):
        return False
    if token.tag == "ADJ(D)":
        return head is None and at + 1 < len(tokens) and tokens[at + 1].tag in ("ADJ(A)", "CARD")
    if head is not None and token.tag == "CARD" and at + 1 < len(tokens) and tokens[at + 1].tag in _INSIDE:
        return False
    return not (head is not None and token.tag == "ADJ(A)" and token.text[:1].islower())
