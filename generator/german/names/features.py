"""What the name model sees of a sentence: for each token the features of the token and of its neighbours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster
from generator.german.names.forms import fold
from generator.german.names.gazetteer import eastern_family_names, is_first_name, names, state_of_adjective
from generator.german.names.matcher import parts_of
from generator.german.names.vocabulary import compound_head, head, role, weapon_category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Token

_OPENING, _CLOSING = "«„‹‚", "»”›"
_CLUSTER_PREFIXES = (4, 6, 8, 10, 16)
_MAX_SHAPE = 8


def features(tokens: Sequence[Token]) -> list[list[str]]:
    """The features of each token of one sentence."""
    listed = _listed(tokens)
    own = [[*_word(token.text), "t=" + token.tag, *extra] for token, extra in zip(tokens, listed, strict=True)]
    shared = [[f for f in all_ if f[:2] in _SHARED or f[:3] in _SHARED] for all_ in own]
    quoted = _quoted(tokens)
    return [
        [*own[i], *_neighbours(shared, i), *_pairs(tokens, i), *(["quoted"] if quoted[i] else [])]
        for i in range(len(tokens))
    ]


_SHARED = frozenset({"w=", "t=", "s=", "g=", "c4=", "c8=", "cx="})


@lru_cache(maxsize=32768)
def _word(word: str) -> tuple[str, ...]:
    """The features that depend on the word alone."""
    lower = fold(word)
    own = ["w=" + lower, "s=" + _shape(word), *_affixes(lower), *_cluster_features("c", word)]
    if "-" in word:
        first, last = word.split("-", 1)[0], word.rsplit("-", 1)[1]
        own += [
            "h1=" + fold(first),
            "hl=" + fold(last),
            *_cluster_features("hc", first)[:3],
            *_cluster_features("hl", last)[:3],
        ]
    return tuple(own + _meanings(word))


def _affixes(lower: str) -> list[str]:
    ends = [f"e{n}={lower[-n:]}" for n in (2, 3, 4) if len(lower) > n]
    return [*ends, "p3=" + lower[:3]] if len(lower) > 3 else ends  # noqa: PLR2004  a prefix of a longer word


def _cluster_features(name: str, word: str) -> list[str]:
    path = cluster(word)
    return [f"{name}{n if n < 16 else 'x'}={path[:n]}" for n in _CLUSTER_PREFIXES] if path else [name + "=?"]  # noqa: PLR2004


def _meanings(word: str) -> list[str]:
    found = []
    if is_first_name(word) or is_first_name(word.removesuffix("s")):
        found.append("g=first")
    if word in eastern_family_names():
        found.append("g=eastern")
    if word[:1].isupper():
        if role(word) is not None:
            found.append("g=role")
        if (noun := head(word)) is not None:
            found.append("g=head-" + noun.kind)
        elif (noun := compound_head(word, "compound")) is not None:
            found.append("g=tail-" + noun.kind)
        if weapon_category(word):
            found.append("g=weapon")
    if state_of_adjective(word):
        found.append("g=adjective")
    return found


@lru_cache(maxsize=32768)
def _shape(word: str) -> str:
    """Runs of capitals, small letters and digits: "US-Armee" → "X-Xx"."""
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not shape.endswith(kind):
            shape += kind
    return shape[:_MAX_SHAPE]


def _listed(tokens: Sequence[Token]) -> list[list[str]]:
    """For each token, as what the name table lists it."""
    found: list[list[str]] = [[] for _ in tokens]
    parts = parts_of(tokens)
    position = 0
    while position < len(parts):
        match = next(iter(names().matches(parts, position)), None)
        if match is None or not (parts[match.start].opens and parts[match.end - 1].closes):
            position += 1
            continue
        for index in range(parts[match.start].token, parts[match.end - 1].token + 1):
            mark = "B" if index == parts[match.start].token else "I"
            found[index].append(f"g={mark}-{match.value.kind}{'?' if match.value.everyday else ''}")
        position = match.end
    return found


def _quoted(tokens: Sequence[Token]) -> list[bool]:
    """Whether each token stands between quotation marks of this sentence."""
    inside, straight, marks = False, False, []
    for token in tokens:
        if token.text in _CLOSING or (token.text == "“" and inside):
            inside = False
        elif token.text in _OPENING or token.text == "“":
            inside = True
        elif token.text == '"':
            straight = not straight
        marks.append(inside or straight)
    return marks


def _neighbours(shared: list[list[str]], i: int) -> list[str]:
    found = []
    for distance in (-2, -1, 1, 2):
        if 0 <= i + distance < len(shared):
            found += [f"{distance}{f}" for f in shared[i + distance] if not (abs(distance) > 1 and f.startswith("s="))]
        else:
            found.append(f"{distance}edge")
    return found


def _pairs(tokens: Sequence[Token], i: int) -> list[str]:
    found = ["first"] if i == 0 else [f"t-1t={tokens[i - 1].tag}_{tokens[i].tag}"]
    if i + 1 < len(tokens):
        found.append(f"tt+1={tokens[i].tag}_{tokens[i + 1].tag}")
    return found
