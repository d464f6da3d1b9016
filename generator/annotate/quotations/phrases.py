"""Noun phrases without a grammar: who a clause is about, and how far the words that name somebody reach.

A phrase is a determiner, adjectives, nouns and names; a genitive or a phrase with "von" that follows belongs to it
("der Sprecher des Aussenministeriums", "Dempsey von der Denkfabrik IISS"), and so does an apposition between commas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.quotations.units import BRACKET
from generator.german.attribution import word_set
from generator.german.saying import fold
from generator.german.verbs import is_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Token

_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT")
_INSIDE = ("ADJ(A)", "CARD", "NN", "NE", "TRUNC", "FM", "XY", "NNA", "NNI", "QUOTED", "ADJ(D)")
_HEADS = ("NN", "NE", "FM", "XY", "NNA", "NNI", "QUOTED")
_PRONOUNS = ("PPER", "PIS", "PDS", "PRELS", "PWS", "PPOSS")
_OBLIQUE = word_set("oblique-determiners")
_NOT_NOMINATIVE = word_set("not-nominative")
_GENITIVE = word_set("genitive-determiners")
_TIME = word_set("nouns-of-time")
_FEMININE = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "tion",
    "tät",
    "agentur",
    "presse",
    "polizei",
    "partei",
    "behörde",
    "gruppe",
)
_NOT_FEMININE = ("sprung", "schwung", "dung")
_MEDIA = word_set("media-nouns")
_MEDIA_ENDINGS = tuple(sorted(word_set("media-endings")))
_MEDIA_ROLES = tuple(sorted(word_set("media-roles")))
_MOST_DETERMINERS = 3
_ATTRIBUTE_WORDS = 8
_ATTACHING = frozenset({"von", "vom"})
_PLACING = frozenset({"aus", "beim", "bei", "in", "im", "für", "am", "an", "der"})


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
        phrase = _phrase(tokens, at, end, preposition)
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


def _phrase(tokens: Sequence[Token], start: int, end: int, preposition: int | None) -> Phrase | None:
    token = tokens[start]
    owning = token.text.lower() in ("deren", "dessen")
    if token.tag in _PRONOUNS and not owning:
        return Phrase(start, start + 1, start, preposition)
    at = start + owning
    while at < end and tokens[at].tag.startswith(_DETERMINERS) and at - start < _MOST_DETERMINERS:
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


def _nominalised(token: Token) -> bool:
    """An adjective as a noun: "der Angeklagte", "der 39-Jährige"."""
    return token.text.rpartition("-")[2][:1].isupper()


def _behind_attribute(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the adjective stands that an attribute leads up to: "der | vom Gericht nun | abgesagten Parade"."""
    if at >= end or tokens[at].tag in _INSIDE:
        return at
    for later in range(at, min(end - 1, at + _ATTRIBUTE_WORDS)):
        tag = tokens[later].tag
        if tag == "ADJ(A)" and tokens[later + 1].tag in _INSIDE:
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


def nominative(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the form of `phrase` allows that it is a subject."""
    first = tokens[phrase.start].text.lower()
    if first == "der" and phrase.end - phrase.start > 1 and _feminine(tokens[phrase.head]):
        return False
    return phrase.preposition is None and first not in _NOT_NOMINATIVE


def _feminine(noun: Token) -> bool:
    """Whether the ending of a noun makes it feminine, so that "der" before it is no nominative: "der Zeitung"."""
    word = noun.text.lower()
    return noun.tag == "NN" and word.endswith(_FEMININE) and not word.endswith(_NOT_FEMININE)


def names_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether `phrase` is a time: "letzte Woche", "2019"."""
    head = tokens[phrase.head]
    return (
        head.lemma.lower() in _TIME
        or head.text.lower() in _TIME
        or (head.tag == "CARD" and phrase.end - phrase.start == 1)
    )


def attached(tokens: Sequence[Token], before: Phrase | None, phrase: Phrase) -> bool:
    """Whether `phrase` is a genitive of the one `before` it: "der Sitzung | der Partei"."""
    if before is None or before.end != phrase.start or names_time(tokens, before):
        return False
    genitive = tokens[phrase.start].text.lower() in _GENITIVE and tokens[phrase.start].tag.startswith(_DETERMINERS)
    return genitive and tokens[before.head].tag.startswith("NN")


def extend(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """`phrase` with the genitives, von-phrases, brackets and names that belong to it."""
    at = phrase.end
    if tokens[phrase.head].tag in _PRONOUNS:
        return phrase
    for _ in range(4):
        grown = _attachment(tokens, phrase.start, at, end)
        if grown == at:
            break
        at = grown
    return Phrase(phrase.start, at, phrase.head, phrase.preposition)


def _attachment(tokens: Sequence[Token], start: int, at: int, end: int) -> int:
    """Where the phrase ends if what stands at `at` belongs to it, else `at`."""
    if at >= end:
        return at
    word = tokens[at].text.lower()
    after_noun = tokens[at - 1].tag.startswith("NN")
    if word in _GENITIVE and tokens[at].tag.startswith(_DETERMINERS) and after_noun:
        return _genitive_end(tokens, at, end)
    if word in _ATTACHING or (word in _PLACING and after_noun and tokens[at].tag.startswith("APPR")):
        phrase = _phrase(tokens, at + 1, end, None) if at + 1 < end else None
        return phrase.end if phrase and not _recipient(tokens, phrase) else at
    if tokens[at].tag == BRACKET:
        return at + 1
    if word in ("und", "sowie") and at + 1 < end:
        return _coordinated(tokens, start, at, end)
    return at


def _genitive_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a genitive; "sagte die Pflegerin der Zeitung" has a dative unless she works there."""
    phrase = _phrase(tokens, at, end, None)
    if phrase is None:
        return at
    works_there = tokens[at - 1].text.lower().endswith(_MEDIA_ROLES)
    medium = any(is_medium(t) for t in tokens[phrase.start : phrase.head + 1])
    return at if medium and not works_there else phrase.end


def is_medium(token: Token) -> bool:
    """Whether a noun names a medium: "Zeitung", "Nachrichtenagentur"."""
    words = {fold(token.lemma), fold(token.text)} if token.tag.startswith("NN") else set()
    return any(w in _MEDIA or w.endswith(_MEDIA_ENDINGS) for w in words)


def _recipient(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase tells when or to whom somebody spoke, and not who that is: "im Gespräch mit"."""
    return names_time(tokens, phrase) or tokens[phrase.head].text.lower() in ("gespräch", "interview", "anfrage")


def _coordinated(tokens: Sequence[Token], start: int, at: int, end: int) -> int:
    other = _phrase(tokens, at + 1, end, None)
    if other is None or tokens[other.head].tag in _PRONOUNS:
        return at
    return other.end if tokens[start].text.lower() not in _OBLIQUE else at


def apposition(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """`phrase` with an apposition between commas: "Matthew Miller, der Sprecher des US-Aussenministeriums,"."""
    at = phrase.end
    if at + 1 >= end or tokens[at].text != "," or tokens[phrase.head].tag in _PRONOUNS:
        return phrase
    other = _phrase(tokens, at + 1, end, None)
    if other is None or tokens[other.head].tag in _PRONOUNS or not nominative(tokens, other):
        return phrase
    other = extend(tokens, other, end)
    closed = other.end >= end or tokens[other.end].text in (",", ":", ".", ";", ")")
    return Phrase(phrase.start, other.end, phrase.head, phrase.preposition) if closed else phrase
