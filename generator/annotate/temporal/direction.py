"""Whether a clause speaks of the past or of the future: decides which Monday "am Montag" is."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.annotate.temporal.calendar import Direction
from generator.german.verb_forms import MODALS, fold
from generator.german.verbs import Tense, is_finite, tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.annotation import Sentence, Token

_BORDERS = frozenset(',;:–—«»„“”"()')
_PLANS = frozenset({"angesetzt", "anberaumt", "angekündigt", "erwartet", "geplant", "terminiert", "vorgesehen"})
_AHEAD = MODALS | {"werden"}


class Clauses:
    """The clauses of a sentence, cut at its punctuation, with the direction that the verb of each shows."""

    def __init__(self, sentence: Sentence) -> None:
        cut = list(_cut(sentence))
        self._ends = [clause[-1].span.end for clause in cut]
        self._verbs = [_finite_verb(clause) for clause in cut]
        self._directions = _spread([_direction(*pair) for pair in zip(_completed(cut), self._verbs, strict=True)])

    def direction(self, position: int, following: Token | None) -> Direction:
        """Tell the direction at `position`; a participle behind it decides first ("die am Montag eröffnete …")."""
        if following and following.tag == "ADJ(A)" and (attribute := _direction_of_attribute(following)):
            return attribute
        index = bisect_right(self._ends, position)
        return self._directions[index] if index < len(self._directions) else Direction.NEAREST

    def verb(self, position: int) -> str | None:
        """Give the folded infinitive of the finite verb at `position`."""
        index = bisect_right(self._ends, position)
        verb = self._verbs[index] if index < len(self._verbs) else None
        return fold(verb.lemma) if verb else None


def _cut(sentence: Sentence) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in sentence.tokens:
        clause.append(token)
        if token.text in _BORDERS:
            yield clause
            clause = []
    if clause:
        yield clause


def _spread(found: list[Direction | None]) -> list[Direction]:
    """Give a clause without a verb ("am Montag, dem 3. März, …") the direction of the next one, else of the last."""
    following: Direction | None = None
    filled = list(found)
    for i in range(len(found) - 1, -1, -1):
        following = filled[i] = found[i] or following
    last = next((direction for direction in reversed(found) if direction), Direction.NEAREST)
    return [direction or last for direction in filled]


def _direction_of_attribute(token: Token) -> Direction | None:
    """Read "geplanten", "stattfindenden" as future and other participles ("veröffentlichten") as past."""
    lemma = fold(token.lemma)
    if lemma in _PLANS or lemma.endswith("end"):
        return Direction.FUTURE
    return Direction.PAST if _PARTICIPLE.fullmatch(lemma) else None


_PARTICIPLE = re.compile(r"(?:\w{0,12}ge|be|ver|er|ent|zer)\w{2,20}(?:t|en)")


def _completed(cut: list[list[Token]]) -> Iterator[list[Token]]:
    """Add to "Er ist am Montag," the end of its frame behind an insertion: "… nach Bern gereist."."""
    for i, clause in enumerate(cut):
        rest = cut[i + 1 : i + 1 + _INSERTIONS]
        open_frame = any(token.tag == "VA(FIN)" for token in clause) and not any(map(_is_nonfinite, clause))
        ends = (c for c in rest if any(map(_is_nonfinite, c)) and not any(map(is_finite, c)))
        yield clause + next(ends, []) if open_frame else clause


_INSERTIONS = 3


def _is_nonfinite(token: Token) -> bool:
    return "(PP)" in token.tag or "(INF)" in token.tag


def _finite_verb(clause: list[Token]) -> Token | None:
    """Find the last finite verb, or the infinitive at the end of a clause without one.

    The tagger takes "die am Montag reisen" for an infinitive; "am Montag zu reisen" is as little past as that.
    """
    finite = next((token for token in reversed(clause) if is_finite(token)), None)
    words = [token for token in clause if token.text not in _BORDERS and token.tag != "$."]
    infinitive = len(words) > 1 and words[-1].tag in {"VV(INF)", "VV(IZU)"}
    return finite or (words[-1] if infinitive else None)


def _direction(clause: list[Token], verb: Token | None) -> Direction | None:
    if verb is None:
        return None
    lemma = fold(verb.lemma)
    participle = any("(PP)" in token.tag for token in clause)
    if tense(verb) is Tense.PAST:
        return Direction.NEAREST if lemma in _INTENT else Direction.PAST
    if any(fold(token.text) in _PLANS for token in clause):
        return Direction.FUTURE
    if lemma in {"haben", "sein"} and _has_perfect(clause):
        return Direction.PAST
    if lemma in _AHEAD:
        return Direction.PAST if participle and _has_perfect_infinitive(clause) else Direction.FUTURE
    return Direction.PRESENT


_INTENT = frozenset({"wollen", "sollen"})  # "wollte am 3. Mai sprechen": the day may be still to come


def _has_perfect(clause: list[Token]) -> bool:
    """Whether the clause has a participle, or an infinitive of the same form ("zerfallen") without "zu"."""
    return any(
        "(PP)" in token.tag or (token.tag == "VV(INF)" and (i == 0 or clause[i - 1].text != "zu"))
        for i, token in enumerate(clause)
    )


def _has_perfect_infinitive(clause: list[Token]) -> bool:
    """Whether the clause says "getötet haben", "gewesen sein"."""
    return any("(PP)" in first.tag and fold(second.text) in {"haben", "sein"} for first, second in pairwise(clause))
