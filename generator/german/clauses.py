"""Clauses and their verb, for rules that read who does what to whom.

This is no parser. A sentence is cut at its marks and before a second finite verb; where the pieces do not show one
clear verb, there is none, and rules that need one find nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german.verb_forms import fold
from generator.german.verbs import is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Token

INVISIBLE = frozenset("«»„“”\"‚‘'‹›")
"""Quotation marks: they stand between the words of a clause without parting them."""

_MARKS = frozenset((",", ";", ":", "–", "—", "--", "(", ")", "[", "]"))
_OPENERS = ("KOUS", "KOUI", "PRELS", "PRELAT")
_FULL = ("VV(INF)", "VV(PP)")
_TO = ("PTKZU", "VV(IZU)")
_NEGATIONS = frozenset(
    ("nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nichts", "kaum", "weder")
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens of one clause, commas between its noun phrases among them; `dependent`: its verb stands at its end."""

    tokens: tuple[Token, ...]
    dependent: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """The full verb of a clause: its lemma with a separated prefix ("an|greifen"), and where its finite form stands."""

    lemma: str
    finite: Token
    passive: bool
    future: bool
    negated: bool
    reflexive: bool


def cut(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence in text order; pieces without a verb go to the clause before or, failing that, behind.

    "Die USA, Südkorea und Japan stellten klar, dass …" → "Die USA , Südkorea und Japan stellten klar", "dass …".
    """
    clauses: list[list[Token]] = []
    waiting: list[Token] = []
    for mark, piece in _pieces(tokens):
        if _has_verb(piece) or _opens(piece):
            clauses.append([*waiting, *piece])
            waiting = []
        elif mark == "," and piece[1:] and piece[1].text.lower() == "so":
            clauses.append(piece)
        elif clauses and mark not in (";", ":"):
            clauses[-1] += piece
        else:
            waiting += piece
    if waiting:
        clauses.append(waiting)
    return [Clause(tuple(words), _opens(words)) for words in clauses]


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """What stands between two marks, each piece with the mark before it as its first token but for the first piece."""
    piece: list[Token] = []
    mark = ""
    for place, token in enumerate(tokens):
        if token.text in INVISIBLE:
            continue
        if token.text in _MARKS or _joins_clauses(tokens, place, piece):
            if piece:
                yield mark, piece
            piece, mark = [], token.text
        piece.append(token)
    if piece:
        yield mark, piece


def _joins_clauses(tokens: Sequence[Token], place: int, piece: Sequence[Token]) -> bool:
    """Whether "und" opens a clause with a verb of its own: "… verkaufte Haubitzen und hat Prag besucht"."""
    if tokens[place].tag != "KON" or not _has_verb(piece) or _opens(piece):
        return False
    ahead = [*piece]
    for token in tokens[place + 1 :]:
        if token.text in _MARKS or token.tag == "KON":
            return False
        ahead.append(token)
        if is_finite(token):
            return token in finite_verbs(ahead)
    return False


def finite_verbs(tokens: Sequence[Token]) -> list[Token]:
    """The finite verbs among `tokens`, without infinitives that only look like one: "werden … schliessen"."""
    found = [token for token in tokens if is_finite(token)]
    if len(found) > 1 and not found[0].tag.startswith("VV"):
        return [found[0], *(t for t in found[1:] if not _looks_like_an_infinitive(t))]
    return found


def _looks_like_an_infinitive(token: Token) -> bool:
    return token.tag == "VV(FIN)" and fold(token.text) == fold(token.lemma)


def _words(tokens: Sequence[Token]) -> Iterator[Token]:
    return (token for token in tokens if not token.tag.startswith("$") and token.text not in _MARKS)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_finite(token) or token.tag in _TO for token in tokens)


def _opens(tokens: Sequence[Token]) -> bool:
    first = [token for token, _ in zip((t for t in _words(tokens) if t.tag != "KON"), range(2), strict=False)]
    if not first:
        return False
    relative = first[0].tag == "APPR" and any(token.tag in ("PRELS", "PRELAT") for token in first)
    return first[0].tag in _OPENERS or first[0].text.lower() in ("dass", "daß", "ob") or relative


def predicate(clause: Clause) -> Predicate | None:
    """The one full verb of `clause`; None where there is none, or several, or an infinitive with "zu" beside it."""
    tokens = clause.tokens
    finite = finite_verbs(tokens)
    if len(finite) != 1 or any(token.tag in _TO for token in tokens):
        return None
    full = [t for t in tokens if t is not finite[0] and (t.tag in _FULL or _looks_like_an_infinitive(t))]
    words = {token.text.lower() for token in tokens}
    verb = finite[0]
    if verb.tag.startswith("VV"):
        if full:
            return None
        particle = next((token.text.lower() for token in tokens if token.tag == "PTKVZ"), "")
        lemma, passive, future = particle + verb.lemma, False, False
    else:
        if len(full) != 1:
            return None
        lemma, participle = full[0].lemma, full[0].tag == "VV(PP)"
        passive = participle and _is_passive(tokens, verb)
        future = verb.text.lower() in ("wird", "werden") and not participle
    return Predicate(
        lemma=fold(lemma),
        finite=verb,
        passive=passive,
        future=future,
        negated=not words.isdisjoint(_NEGATIONS),
        reflexive=not words.isdisjoint(("sich", "einander")),
    )


def _is_passive(tokens: Sequence[Token], finite: Token) -> bool:
    """Whether "werden" goes with the participle: "wurde geliefert", "ist geliefert worden"."""
    auxiliaries = [token for token in tokens if token.tag.startswith("VA") and token is not finite]
    return finite.lemma == "werden" or any(token.lemma == "werden" for token in auxiliaries)
