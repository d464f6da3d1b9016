"""What persons are: expert, spokesperson, politician, …, read from the words beside their names.

The closed list is `ROLES`. A role holds for every mention of the same person in the document; a family name that
several persons share has only the roles beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.forms import bases, fold
from generator.german.names.person_names import family_names, is_full, key
from generator.german.names.vocabulary import is_institution, role
from generator.model.ids import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Mention, Parse, Sentence, Token

ROLES = ("expert", "spokesperson", "politician", "official", "diplomat", "military", "journalist", "business")

_PHRASE_BEFORE = ("NN", "NE", "ADJ", "KON", "TRUNC", "CARD", "$(")
_LONGEST = 7
_COPULA = frozenset({"sein", "werden", "bleiben"})


def find_roles(parse: Parse, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with the roles of their persons, in the order of `ROLES`."""
    roles: dict[str, set[str]] = {}
    own: dict[int, set[str]] = {}
    for number, mention, sentence in _persons(parse, mentions):
        found = set(_roles_beside(sentence, mention, parse.document.text))
        own[number] = found
        roles.setdefault(mention.name, set()).update(found)
    shared = {family for name in roles if is_full(name) for family in family_names(name)}
    return tuple(
        replace(m, roles=_ordered(own[i] if key(m.name) in shared else roles[m.name])) if i in own else m
        for i, m in enumerate(mentions)
    )


def _ordered(roles: set[str]) -> tuple[str, ...]:
    return tuple(role_ for role_ in ROLES if role_ in roles)


def _persons(parse: Parse, mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention, Sentence]]:
    """The persons among the mentions, each with its sentence; both lists are in text order."""
    sentences = iter(parse.sentences)
    sentence = next(sentences, None)
    for number, mention in enumerate(mentions):
        while sentence and sentence.span.end <= mention.span.start:
            sentence = next(sentences, None)
        if sentence and mention.kind is Kind.PERSON and sentence.span.start <= mention.span.start:
            yield number, mention, sentence


def _roles_beside(sentence: Sentence, mention: Mention, text: str) -> Iterator[str]:
    tokens = sentence.tokens
    start = bisect_right(tokens, mention.span.start, key=lambda token: token.span.end)
    end = bisect_left(tokens, mention.span.end, key=lambda token: token.span.start)
    if start < end and tokens[end - 1].span.end > mention.span.end:
        return  # inside a compound: "die Kim-Forscherin" says nothing about Kim
    if not _is_genitive(mention, text, tokens, start):
        yield from _before(tokens, start)
    yield from _apposition(tokens, end)
    yield from _affiliation(tokens, end)
    yield from _predicate(tokens, end)


def _is_genitive(mention: Mention, text: str, tokens: Sequence[Token], start: int) -> bool:
    """Whether the noun before belongs to somebody else: "der Sprecher Putins" is not Putin."""
    surface = mention.span.of(text)
    genitive = (
        surface.endswith(("s", "'", "’")) and fold(mention.name) != fold(surface) and surface[-1] != mention.name[-1]
    )
    return genitive and not (start > 1 and tokens[start - 2].text == "des")


def _before(tokens: Sequence[Token], start: int) -> Iterator[str]:
    """Titles: "der südkoreanische Analyst und Journalist Ifang Bremer", "US-Präsident Biden", "Professor Huber"."""
    for index in range(start - 1, max(-1, start - 1 - _LONGEST), -1):
        token = tokens[index]
        if not token.tag.startswith(_PHRASE_BEFORE):
            return
        joined = index + 1 == start or tokens[index + 1].tag.startswith("KON") or role(tokens[index + 1].text)
        found = role(token.text) if token.text[:1].isupper() and joined else None
        if found in ROLES:
            yield str(found)
        elif token.tag.startswith("NN") and found is None:
            return


def _apposition(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Appositions: "Matthew Miller, der Sprecher des Ministeriums," and "Anna Huber, Professorin in Bern,"."""
    if end >= len(tokens) or tokens[end].text not in (",", "(", "–"):
        return
    for token in tokens[end + 1 : end + 1 + _LONGEST]:
        found = role(token.text) if token.text[:1].isupper() else None
        if found in ROLES:
            yield str(found)
        if not token.tag.startswith(("ART", "ADJ", "PPOSAT", "KON", "CARD", "ADV")) and found not in ROLES:
            return


def _affiliation(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Institutes: "Joseph Dempsey von der Denkfabrik …", "Cheong vom Sejong-Institut": people of institutes assess."""
    if end >= len(tokens) or fold(tokens[end].text) not in ("von", "vom", "beim", "am", "an"):
        return
    for token in tokens[end + 1 : end + 4]:
        if any(is_institution(base) for base in bases(token.text)):
            yield "expert"
            return
        if not token.tag.startswith(("ART", "ADJ", "NE", "FM")):
            return


def _predicate(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Copulas: "Huber ist Professorin für …", "Wang war damals Sprecher"."""
    if end >= len(tokens) or tokens[end].lemma not in _COPULA:
        return
    for token in tokens[end + 1 : end + 4]:
        if token.tag.startswith("NN"):
            found = role(token.text)
            if found in ROLES:
                yield str(found)
            return
        if not token.tag.startswith(("ADV", "ADJ")):
            return
