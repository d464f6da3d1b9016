"""How far the words that name somebody reach: genitives, von-phrases, brackets, appositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.grammar import is_medium, names_time, nominative
from generator.annotate.quotations.phrases import DETERMINERS, PRONOUNS, Phrase, phrase_at
from generator.annotate.quotations.units import BRACKET
from generator.german.attribution import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Token

_OBLIQUE = word_set("oblique-determiners")
_GENITIVE = word_set("genitive-determiners")
_MEDIA_ROLES = tuple(sorted(word_set("media-roles")))
_ATTACHING = frozenset({"von", "vom"})
_PLACING = frozenset({"aus", "beim", "bei", "in", "im", "für", "am", "an", "der"})
_THIS = frozenset({"dieser", "diese", "dieses"})
_MOST = 4  # attachments of one phrase


def extend(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """`phrase` with the genitives, von-phrases, brackets and names that belong to it."""
    at = phrase.end
    if tokens[phrase.head].tag in PRONOUNS:
        return phrase
    for _ in range(_MOST):
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
    if word in _GENITIVE and tokens[at].tag.startswith(DETERMINERS) and after_noun:
        return _genitive_end(tokens, at, end)
    if word in _ATTACHING or (word in _PLACING and after_noun and tokens[at].tag.startswith("APPR")):
        phrase = phrase_at(tokens, at + 1, end) if at + 1 < end else None
        return phrase.end if phrase and not _recipient(tokens, phrase) else at
    if tokens[at].tag == BRACKET:
        return at + 1
    if word in ("und", "sowie") and at + 1 < end:
        return _coordinated(tokens, start, at, end)
    return at


def _genitive_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of a genitive; "sagte die Pflegerin der Zeitung" has a dative unless she works there."""
    phrase = phrase_at(tokens, at, end)
    if phrase is None:
        return at
    works_there = tokens[at - 1].text.lower().endswith(_MEDIA_ROLES)
    medium = any(is_medium(t) for t in tokens[phrase.start : phrase.head + 1])
    return at if medium and not works_there else phrase.end


def _recipient(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase tells when or to whom somebody spoke, and not who that is: "im Gespräch mit"."""
    return names_time(tokens, phrase) or tokens[phrase.head].text.lower() in ("gespräch", "interview", "anfrage")


def _coordinated(tokens: Sequence[Token], start: int, at: int, end: int) -> int:
    other = phrase_at(tokens, at + 1, end)
    if other is None or tokens[other.head].tag in PRONOUNS:
        return at
    return other.end if tokens[start].text.lower() not in _OBLIQUE else at


def apposition(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """`phrase` with an apposition between commas: "Matthew Miller, der Sprecher des US-Aussenministeriums,"."""
    at = phrase.end
    pointing = tokens[phrase.head].text.lower() in _THIS
    if at + 1 >= end or tokens[at].text != "," or (tokens[phrase.head].tag in PRONOUNS and not pointing):
        return phrase
    skipped = pointing and tokens[at + 1].tag == "PRELS"  # an article that looks relative behind the comma
    other = phrase_at(tokens, at + 1 + skipped, end)
    if other is None or tokens[other.head].tag in PRONOUNS or not nominative(tokens, other):
        return phrase
    other = extend(tokens, other, end)
    closed = other.end >= end or tokens[other.end].text in (",", ":", ".", ";", ")")
    head = other.head if pointing else phrase.head  # "Dieser, der Anlageberater Kurt Abt, bestreitet das"
    return Phrase(phrase.start, other.end, head, phrase.preposition) if closed else phrase
