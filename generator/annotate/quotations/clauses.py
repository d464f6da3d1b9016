"""Clauses of a unit, cut at commas, colons, dashes and at "und" before a verb: enough grammar to follow attribution."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.annotate.quotations.units import SPEECH
from generator.german.attribution import word_set
from generator.german.verbs import Mood, is_finite, mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Token

_CUTS = frozenset(",;:–—-")
_CONJUNCTIONS = frozenset({"und", "oder", "aber", "doch", "sowie", "sondern", "denn", "jedoch"})
_COMPLEMENTISERS = frozenset({"dass", "daß", "ob"})
_BEFORE_DASS = frozenset({"so", "ohne", "statt", "anstatt", "als"})  # "so dass" and the like open adverbial clauses
_ASKING = word_set("question-words")
REFERRING = word_set("referring-adverbs")
_PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})  # um … zu says what for, not what
_DEMONSTRATIVES = frozenset({"der", "die", "das", "den", "dem", "deren", "dessen", "denen"})
_CLAUSE_OPENERS = ("ART", "NE", "NN", "PIAT", "ADJ(A)", "PPER", "KOUS", "PREL", "PWAV")
_LEADING = ("ADV", "PTK", "APPR", "KON", "PROAV")
_WIE_WORDS = 3  # "wie", who, and the verb
_PREVERBAL = 6  # words that may stand between "und" and the verb of the clause that it opens


class ClauseKind(Enum):
    """How a clause is built."""

    MAIN = auto()  # verb first or second
    COMPLEMENT = auto()  # dass, ob
    QUESTION = auto()  # w-word
    RELATIVE = auto()
    ADVERBIAL = auto()  # weil, wenn, nachdem
    INFINITIVE = auto()  # zu
    QUOTATION = auto()  # nothing but quoted speech
    FRAGMENT = auto()  # no verb


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start` to `end`; `finite` is the position of its finite verb, `mark` the punctuation before it."""

    start: int
    end: int
    kind: ClauseKind
    finite: int | None
    mark: str
    conjunction: bool = False

    @property
    def subordinate(self) -> bool:
        """Whether the clause cannot stand alone."""
        return self.kind not in (ClauseKind.MAIN, ClauseKind.QUOTATION, ClauseKind.FRAGMENT)


def find_clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of `tokens`, left to right; punctuation that cuts belongs to none."""
    clauses: list[Clause] = []
    start, mark = 0, ""
    for at, token in enumerate(tokens):
        if token.text in _CUTS and token.tag != SPEECH:
            if at > start:
                clauses.extend(_split(tokens, start, at, mark))
                mark = token.text
            else:
                mark = mark + token.text if token.text != "," else mark or ","
            start = at + 1
    if start < len(tokens):
        clauses.extend(_split(tokens, start, len(tokens), mark))
    return tuple(_wie_joined(tokens, clauses))


def _wie_joined(tokens: Sequence[Token], clauses: Sequence[Clause]) -> list[Clause]:
    """A wie-clause that an apposition interrupts is one: "Wie Breidling, der Vorsitzende, ausführte"."""
    joined: list[Clause] = []
    for clause in clauses:
        last = joined[-1] if joined else None
        if last is not None and last.finite is None and tokens[last.start].text.lower() == "wie" and clause.mark == ",":
            last_verb = clause.finite is not None and _only_verbs(tokens, clause.finite, clause.end)
            finite = clause.finite if last_verb else None
            kind = ClauseKind.QUESTION if finite is not None else ClauseKind.FRAGMENT
            joined[-1] = Clause(last.start, clause.end, kind, finite, last.mark, last.conjunction)
        else:
            joined.append(clause)
    return joined


def _split(tokens: Sequence[Token], start: int, end: int, mark: str) -> list[Clause]:
    """One piece between two marks, cut again where "und" opens a clause with a verb of its own."""
    cuts = [start]
    seen = False
    for at in range(start, end):
        seen = seen or is_finite(tokens[at]) or tokens[at].tag == SPEECH
        if tokens[at].text == "so" and at > start and tokens[at - 1].tag == SPEECH:
            cuts.append(at)
        if at == cuts[-1] or tokens[at].text not in _CONJUNCTIONS or at + 1 >= end:
            continue
        if is_finite(tokens[at + 1]) or (seen and _opens_clause(tokens, at + 1, end)):
            cuts.append(at)
            seen = False
    bounds = [*cuts, end]
    return [_clause(tokens, a, b, mark if a == start else "") for a, b in pairwise(bounds)]


def _opens_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    if at >= end:
        return False
    if tokens[at].tag.startswith(("KOUS", "PRELS")) or is_finite(tokens[at]):
        return True
    return any(is_finite(tokens[i]) for i in range(at, min(end, at + _PREVERBAL)))


def _clause(tokens: Sequence[Token], start: int, end: int, mark: str) -> Clause:
    conjunction = tokens[start].text.lower() in _CONJUNCTIONS
    first = start + 1 if conjunction and start + 1 < end else start
    finites = [i for i in range(first, end) if is_finite(tokens[i]) and tokens[i - 1].tag != "PTKZU"]
    finites = finites or _mistaken(tokens, first, end)
    kind = _kind(tokens, first, end, finites)
    finite = None
    if finites:
        finite = finites[0] if kind is ClauseKind.MAIN else finites[-1]
    return Clause(start, end, kind, finite, mark, conjunction)


def _mistaken(tokens: Sequence[Token], first: int, end: int) -> list[int]:
    """The verb at the end of a clause that the tagger took for a participle or an infinitive.

    "Der Zentralrat kritisiert, dass …", "Die Forscher vermuten, dass …", "da sie befürchten, dass …".
    """
    last = end - 1 if tokens[end - 1].text not in ".!?" else end - 2
    opens = tokens[first].tag.startswith(_CLAUSE_OPENERS) and first < last
    verb = opens and tokens[last].tag in ("VV(PP)", "VV(INF)") and tokens[last - 1].tag != "PTKZU"
    return [last] if verb else []


def _kind(tokens: Sequence[Token], first: int, end: int, finites: Sequence[int]) -> ClauseKind:
    opener = _opener(tokens, first, end)
    token = tokens[opener]
    word = token.text.lower()
    if word in _COMPLEMENTISERS:
        adverbial = opener > 0 and tokens[opener - 1].text.lower() in _BEFORE_DASS
        return ClauseKind.ADVERBIAL if adverbial else ClauseKind.COMPLEMENT
    if not finites:
        return _without_verb(tokens, first, end)
    verb_last = _only_verbs(tokens, finites[-1] + 1, end)
    verb_second = finites[0] == opener + 1
    if word in _ASKING and not verb_second:
        related = word.startswith("welch") and not tokens[opener + 1].tag.startswith(("NN", "ADJ"))
        return ClauseKind.RELATIVE if related else ClauseKind.QUESTION
    referring = word in REFERRING and not verb_second
    if referring or (word in _DEMONSTRATIVES and _relative(tokens, first, opener, finites, verb_last=verb_last)):
        return ClauseKind.RELATIVE
    return ClauseKind.ADVERBIAL if token.tag.startswith("KOUS") else ClauseKind.MAIN


def _relative(tokens: Sequence[Token], first: int, opener: int, finites: Sequence[int], *, verb_last: bool) -> bool:
    """Whether a clause that opens with der, die, das … puts its verb last: "die am Montag stattfand"."""
    if not verb_last or first == 0 or not tokens[opener].text.islower():
        return False
    if finites[0] == opener + 1:
        return len(finites) == 1 and tokens[opener].text in ("der", "die")
    alone = tokens[opener].tag == "ART" and not tokens[finites[-1] - 1].tag.startswith("V")
    return not (alone and mood(tokens[finites[-1]]) is Mood.SUBJUNCTIVE_1)


def _only_verbs(tokens: Sequence[Token], start: int, end: int) -> bool:
    return all(t.tag.startswith(("V", "$")) for t in tokens[start:end])


def _opener(tokens: Sequence[Token], first: int, end: int) -> int:
    """The word that decides the kind: behind a preposition or an adverb ("vor allem weil", "für die")."""
    for at in range(first, min(first + 3, end)):
        word = tokens[at].text.lower()
        if (
            tokens[at].tag.startswith(("KOUS", "PREL", "PWAV", "PWS", "PWAT"))
            or word in _COMPLEMENTISERS
            or word in _ASKING
        ):
            return at
        if at > first and word in _DEMONSTRATIVES and tokens[at - 1].tag.startswith("APPR"):
            return at
        if not tokens[at].tag.startswith(_LEADING):
            break
    return first


def _without_verb(tokens: Sequence[Token], first: int, end: int) -> ClauseKind:
    tags = [t.tag for t in tokens[first:end]]
    if SPEECH in tags and all(t == SPEECH or t.startswith("$") for t in tags):
        return ClauseKind.QUOTATION
    pairs = pairwise(tags)
    if any(t.endswith("(IZU)") for t in tags) or any(a == "PTKZU" and b.startswith("V") for a, b in pairs):
        purpose = tokens[first].text.lower() in _PURPOSE
        return ClauseKind.ADVERBIAL if purpose else ClauseKind.INFINITIVE
    return ClauseKind.FRAGMENT


def clause_mood(tokens: Sequence[Token], clause: Clause) -> Mood | None:
    """The mood of the clause's finite verb."""
    return mood(tokens[clause.finite]) if clause.finite is not None else None


def verb_first(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause opens with its finite verb ("sagte Miller"), perhaps behind "und", "so" or an adverb."""
    if clause.finite is None or clause.kind is not ClauseKind.MAIN:
        return False
    first = clause.start + 1 if clause.conjunction else clause.start
    return clause.finite == first or (clause.finite == first + 1 and tokens[first].text.lower() == "so")


def is_wie(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "wie die Polizei mitteilte": an inserted clause that may hold a cue."""
    return (
        clause.kind is ClauseKind.QUESTION
        and tokens[clause.start].text.lower() == "wie"
        and clause.end - clause.start >= _WIE_WORDS
    )
