"""Noun phrases of a clause with the names at their heads: what stands beside a verb, by preposition or by case."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.german.attribution import word_set
from generator.german.cases import ALL, cases
from generator.german.verb_forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.german.clauses import Clause
    from generator.model.annotation import Mention, Token

_CONTRACTED = {
    "im": ("in", "dem"),
    "ins": ("in", "das"),
    "am": ("an", "dem"),
    "ans": ("an", "das"),
    "zum": ("zu", "dem"),
    "zur": ("zu", "der"),
    "vom": ("von", "dem"),
    "beim": ("bei", "dem"),
    "fürs": ("für", "das"),
    "aufs": ("auf", "das"),
}
_WITHIN = ("ADV", "ADJ(D)", "PTKNEG")  # what may stand between a determiner and its noun
_DETERMINERS = ("ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PWAT")
_ATTRIBUTES = ("ADJ(A)", "CARD", "TRUNC")
_MODELS = frozenset(("typ", "modell", "baureihe", "klasse", "version"))
_SEASONS = ("frühling", "frühjahr", "sommer", "herbst", "winter")
_TIMES = frozenset((*_SEASONS, "vorjahr", "vortag", "vorwoche", "vormonat", "folgejahr", "jahresende", "jahresbeginn"))
_GOVERNMENT = "-regierung"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `names` are the names at its head, several if it is a coordination ("Raketenwerfer und Raketen").

    `noun` is the lemma of its last common noun, `preposition` in its plain form ("im" is "in"). `owners` are names in
    the genitive within it. A phrase whose head is a common noun has no `names`: "ein Sprecher Putins".
    """

    tokens: tuple[Token, ...]
    preposition: str
    cases: frozenset[str]
    noun: str = ""
    names: tuple[Mention, ...] = ()
    owners: tuple[Mention, ...] = ()
    joins: bool = False  # it stands behind "und", "oder" or a comma


def names_at(tokens: Iterable[Token], mentions: Iterable[Mention]) -> dict[int, Mention]:
    """For the start of each token the name that it is a part of; "US-Regierung" is the state, "US-Zeitung" is not."""
    starts = {token.span.start: token for token in tokens}
    ordered = sorted(starts)
    found: dict[int, Mention] = {}
    for mention in mentions:
        place = bisect_right(ordered, mention.span.start) - 1
        while 0 <= place < len(ordered) and ordered[place] < mention.span.end:
            token = starts[ordered[place]]
            if mention.span.contains(token.span) or _is_government(token, mention):
                found[token.span.start] = mention
            place += 1
    return found


def _is_government(token: Token, mention: Mention) -> bool:
    opens = token.span.start == mention.span.start and token.span.contains(mention.span)
    return opens and token.text.lower()[mention.span.end - token.span.start :] == _GOVERNMENT


def phrases(clause: Clause, mentions: Mapping[int, Mention]) -> list[Phrase]:
    """The noun phrases of `clause` in text order; `mentions` gives for the start of a token the name it belongs to."""
    found = [_phrase(piece, joins, mentions) for joins, piece in _pieces(clause.tokens, mentions)]
    return list(_coordinated(_with_genitives(found)))


def _pieces(tokens: Sequence[Token], mentions: Mapping[int, Mention]) -> Iterator[tuple[bool, list[Token]]]:
    """Stretches of tokens that are one noun phrase, each with whether "und" or a comma stands right before it."""
    piece: list[Token] = []
    joins = joined = False
    for token in _outside_brackets(tokens):
        joint = token.tag == "KON" or token.text == ","
        if joint:
            joins = _has_noun(piece, mentions)
        if piece and (joint or _starts_anew(piece, token, mentions)):
            if _has_noun(piece, mentions):
                yield joined, [*piece, token] if token.tag == "APPO" else piece
            piece, joined = [], False
        if _belongs(token, mentions):
            if not piece:
                joined = joins
            piece.append(token)
        elif piece and token.tag in _WITHIN:
            piece.append(token)
        joins = joins and (joint or token.tag == "ADV")
    if _has_noun(piece, mentions):
        yield joined, piece


def _outside_brackets(tokens: Iterable[Token]) -> Iterator[Token]:
    """Without what brackets hold: it says the same again ("die Freie Union (FU)")."""
    depth = 0
    for token in tokens:
        depth += token.text in ("(", "[")
        if not depth:
            yield token
        depth = max(0, depth - (token.text in (")", "]")))


def _belongs(token: Token, mentions: Mapping[int, Mention]) -> bool:
    return (
        token.tag in ("APPR", "APPRART", *_DETERMINERS, *_ATTRIBUTES) or _is_noun(token) or token.span.start in mentions
    )


def _is_noun(token: Token) -> bool:
    return token.tag.startswith(("NN", "NE", "FM", "XY")) and token.text[:1].isalnum()


def _has_noun(piece: Iterable[Token], mentions: Mapping[int, Mention]) -> bool:
    return any(_is_noun(token) or token.span.start in mentions for token in piece)


def _starts_anew(piece: Sequence[Token], token: Token, mentions: Mapping[int, Mention]) -> bool:
    """Whether `token` cannot go on with `piece`: a noun phrase ends in its noun or in a name behind that noun."""
    if token.tag in ("APPR", "APPRART"):
        return True
    if not _has_noun(piece, mentions):
        if token.tag in _DETERMINERS and any(before.tag == "CARD" for before in piece):
            return True
        return not (_belongs(token, mentions) or token.tag in _WITHIN)
    before, name = mentions.get(piece[-1].span.start), mentions.get(token.span.start)
    if name is not None:
        apart = before is not None and before is not name and not _is_genitive(piece[-1])
        return apart or fold(piece[-1].lemma) in word_set("nouns-of-time") | _TIMES
    if not _is_noun(token):
        return True
    return before is not None and not _is_genitive(piece[-1])


def _is_genitive(token: Token) -> bool:
    return token.text.endswith(("'", "’")) or (token.text.endswith("s") and token.text[:-1] == token.lemma)


def _phrase(piece: Sequence[Token], joins: bool, mentions: Mapping[int, Mention]) -> Phrase:  # noqa: FBT001  a plain property of the piece
    words = list(piece)
    behind = words.pop().text.lower() if words[-1].tag == "APPO" else ""
    while not _has_noun(words[-1:], mentions):
        words.pop()
    opener = words[0].text.lower()
    preposition, article = _CONTRACTED.get(opener, (opener if words[0].tag == "APPR" else "", ""))
    rest = words[1:] if words[0].tag in ("APPR", "APPRART") else words
    if not article and rest and rest[0].tag in _DETERMINERS:
        article = rest[0].text.lower()
    last = words[-1]
    name = mentions.get(last.span.start)
    whole = name is not None and (name.span.end == last.span.end or _is_government(last, name))
    nouns = [token for token in words if token.tag.startswith("NN") and token.span.start not in mentions]
    head = None if nouns and _is_genitive(last) else (name if whole else None)
    owners = tuple(dict.fromkeys(m for t in words if (m := mentions.get(t.span.start)) and m is not head))
    return Phrase(
        tokens=tuple(words),
        preposition=behind or preposition,
        cases=cases(article, head, rest),
        noun=nouns[-1].lemma if nouns else "",
        names=(head,) if head else (),
        owners=owners,
        joins=joins,
    )


def _with_genitives(found: Sequence[Phrase]) -> Iterator[Phrase]:
    """Give a noun the name behind it that is its genitive: "die Hauptstadt der Ukraine", "ein Sprecher Putins"."""
    position = 0
    while position < len(found):
        phrase = found[position]
        following = found[position + 1] if position + 1 < len(found) else None
        if following is not None and _is_model(phrase, following):
            phrase = replace(phrase, tokens=phrase.tokens + following.tokens, names=following.names)
            position += 1
        elif following is not None and _is_owner(phrase, following):
            phrase = replace(
                phrase, tokens=phrase.tokens + following.tokens, owners=phrase.owners + following.names, names=()
            )
            position += 1
        yield phrase
        position += 1


def _is_model(phrase: Phrase, following: Phrase) -> bool:
    """Whether `following` tells the model of a thing: "Haubitzen vom Typ M-109", "Drohnen des Modells TB-2"."""
    adjacent = phrase.tokens[-1].span.end + 1 == following.tokens[0].span.start
    model = fold(following.noun) in _MODELS and bool(following.names)
    return adjacent and model and (following.preposition == "von" or following.cases == {"gen"})


def _is_owner(phrase: Phrase, following: Phrase) -> bool:
    """Whether `following` stands right behind a common noun, in a case that can be a genitive."""
    adjacent = phrase.tokens[-1].span.end + 1 == following.tokens[0].span.start
    if phrase.names or not adjacent or following.preposition or following.joins or not following.names:
        return False
    return "gen" in following.cases and following.cases != ALL


def _coordinated(found: Iterable[Phrase]) -> Iterator[Phrase]:
    """Put names together that "und", "oder" or a comma joins."""
    group: list[Phrase] = []
    for phrase in found:
        if group and phrase.joins and _alike(group[0], phrase):
            group.append(phrase)
            continue
        if group:
            yield _joined(group)
        group = [phrase]
    if group:
        yield _joined(group)


def _alike(first: Phrase, phrase: Phrase) -> bool:
    return bool(first.names and phrase.names) and phrase.preposition in ("", first.preposition)


def _joined(group: Sequence[Phrase]) -> Phrase:
    if len(group) == 1:
        return group[0]
    shared = frozenset.intersection(*(phrase.cases for phrase in group))
    names = tuple(name for phrase in group for name in phrase.names)
    tokens = tuple(token for phrase in group for token in phrase.tokens)
    return replace(group[0], tokens=tokens, cases=shared, names=names)
