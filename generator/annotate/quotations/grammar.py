"""What the form of a noun phrase tells: case, number, and whether it names a time, a thing or a medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.phrases import DETERMINERS
from generator.german.attribution import word_set
from generator.german.saying import fold, noun_features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.phrases import Phrase
    from generator.model.annotation import Token

_NOT_NOMINATIVE = word_set("not-nominative")
_GENITIVE = word_set("genitive-determiners")
_TIME = word_set("nouns-of-time")
_FEMININE = tuple(sorted(word_set("feminine-endings")))
_NOT_FEMININE = ("sprung", "schwung", "dung")
_MEDIA = word_set("media-nouns")
_MEDIA_ENDINGS = tuple(sorted(word_set("media-endings")))
_THINGS = ("ung", "heit", "keit", "tät")
_PLURALS = ("ungen", "heiten", "keiten", "schaften", "tionen", "täten")
_BODIES = tuple(sorted(word_set("body-endings")))


def nominative(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the form of `phrase` allows that it is a subject."""
    first = tokens[phrase.start].text.lower()
    if first in ("dessen", "deren") and phrase.end - phrase.start > 1:
        return phrase.preposition is None  # a genitive inside the phrase: "dessen Stellvertreter"
    if first == "der" and phrase.end - phrase.start > 1 and _feminine(_first_noun(tokens, phrase)):
        return False
    return phrase.preposition is None and first not in _NOT_NOMINATIVE


def _first_noun(tokens: Sequence[Token], phrase: Phrase) -> Token:
    """The noun that the determiner agrees with: "der | Arbeitskreis | Datenspeicherung"."""
    for token in tokens[phrase.start + 1 : phrase.head]:
        if token.tag.startswith(("APPR", "ART")):
            break
        if token.tag.startswith("N"):
            return token
    return tokens[phrase.head]


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
    genitive = tokens[phrase.start].text.lower() in _GENITIVE and tokens[phrase.start].tag.startswith(DETERMINERS)
    return genitive and tokens[before.head].tag.startswith("NN")


def is_medium(token: Token) -> bool:
    """Whether a noun names a medium: "Zeitung", "Nachrichtenagentur"."""
    words = {fold(token.lemma), fold(token.text)} if token.tag.startswith("NN") else set()
    return any(w in _MEDIA or w.endswith(_MEDIA_ENDINGS) for w in words)


def is_plural(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the form shows a plural: "die tibetischen Mönche", "die Äusserungen"."""
    if tokens[phrase.start].text.lower() not in ("die", "diese", "seine", "ihre"):
        return False
    adjectives = (t for t in tokens[phrase.start + 1 : phrase.head] if t.tag == "ADJ(A)")
    return any(t.text.endswith("en") for t in adjectives) or tokens[phrase.head].text.endswith(_PLURALS)


def is_singular(verb: Token) -> bool:
    """Whether a finite verb of the third person is a singular: "nannte", "meint"."""
    return verb.text.endswith(("te", "t")) or not verb.text.endswith("n")


def is_thing(noun: Token) -> bool:
    """Whether the ending of a noun makes it a thing or an act, which says nothing: "Anwendung", "Verantwortung"."""
    word = fold(noun.text)
    speaks = word.endswith(_BODIES) or noun_features(noun.lemma)
    return noun.tag == "NN" and word.endswith(_THINGS) and not speaks
