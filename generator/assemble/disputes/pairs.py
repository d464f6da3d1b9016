"""Denials paired with what they deny; a pair that is not sure is left to a person."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.german.denials import denied, shared_words, stems
from generator.german.verb_forms import fold
from generator.model.annotation import BlockKind
from generator.model.ids import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.assemble.corpus import Corpus
    from generator.german.denials import Denied
    from generator.model.annotation import AnnotatedDocument, Token
    from generator.model.dossier import Statement
    from generator.model.span import Span

_FARTHEST = 30  # statements; two paragraphs are hardly ever longer
_DENIABLE = frozenset({Certainty.ALLEGED, Certainty.REPORTED, Certainty.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Pair:
    """A denial and the statement that it denies; None where the text does not make that clear. `rule` tells how."""

    denial: Statement
    denies: Statement | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A statement with the words of its sentence that are its own, and the paragraph it stands in."""

    statement: Statement
    tokens: tuple[Token, ...]
    sentence: int
    paragraph: int


def find_pairs(corpus: Corpus, statements: Sequence[Statement]) -> Iterator[Pair]:
    """Each denial of the sources with what it denies, in text order."""
    stated = corpus.by_source(statements)
    for source in corpus.sources:
        yield from _of(corpus, source, stated[source.document.id])


def _of(corpus: Corpus, source: AnnotatedDocument, statements: Sequence[Statement]) -> Iterator[Pair]:
    paragraphs = list(accumulate(block.kind is BlockKind.PARAGRAPH for block in source.parse.blocks))
    places = [_place(corpus, source, statement, paragraphs) for statement in statements]
    for number, place in enumerate(places):
        if place.statement.certainty is Certainty.DENIED:
            yield _pair(place, _reach(places, number))


def _place(corpus: Corpus, source: AnnotatedDocument, statement: Statement, paragraphs: Sequence[int]) -> _Place:
    number = corpus.sentence_number(source.document.id, statement.span.start)
    sentence = source.parse.sentences[number]
    tokens = tuple(token for token in sentence.tokens if statement.span.contains(token.span))
    return _Place(statement, tokens, number, paragraphs[sentence.block])


def _reach(places: Sequence[_Place], number: int) -> list[_Place]:
    """What stands before a denial in its paragraph and the one before, the nearest first."""
    found = []
    for place in reversed(places[max(0, number - _FARTHEST) : number]):
        if places[number].paragraph - place.paragraph > 1:
            break
        found.append(place)
    return found


def _pair(place: _Place, before: Sequence[_Place]) -> Pair:
    """Ask the rules in turn: what "das" points to, the nearest accusation, the nearest statement with the same words.

    A denial without anybody who denies is left to a person, too.
    """
    denial = place.statement
    if not denial.holders:
        return Pair(denial, None, "no-holder")
    triggers = [token for token in place.tokens if _is_in(token, denial.triggers)]
    deniers = {word for holder in denial.holders for word in holder.name.split()}
    what = denied([token for token in place.tokens if token.text not in deniers], triggers)
    others = [p for p in before if _may_be_denied(p.statement, denial)]
    if what.accusation or what.report:
        found = next((p for p in others if what.report or p.statement.certainty is Certainty.ALLEGED), None)
        found = _what_it_goes_on_from(found, others) if found else None
        return Pair(denial, found.statement if found else None, "accusation" if what.accusation else "report")
    if what.points_back or not what.stems or _contradicts(place, triggers):
        return Pair(denial, _pointed_to(place, others), "pointing-back")
    return Pair(denial, _alike(what, others), "same-words")


def _contradicts(place: _Place, triggers: Sequence[Token]) -> bool:
    """Whether somebody contradicts who spoke before, and says no more: "Ihr Verteidiger widersprach", "… ihm"."""
    if not any(fold(token.lemma) == "widersprechen" for token in triggers):
        return False
    behind = (t for t in place.tokens if t.span.start > triggers[-1].span.start and t.text[:1].isalnum())
    return all(t.tag in ("PPER", "ADV") for t in behind)


def _what_it_goes_on_from(place: _Place, others: Sequence[_Place]) -> _Place:
    """The allegation of the same people whose details `place` gives: "X wirft dem Land vor, … Die Sirenen seien …"."""
    same = (p for p in others if p.paragraph == place.paragraph and p.statement.holders == place.statement.holders)
    alleged = (p for p in same if p.statement.certainty is Certainty.ALLEGED and p.sentence <= place.sentence)
    return next(alleged, place) if place.statement.certainty is not Certainty.ALLEGED else place


def _is_in(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.contains(token.span) for span in spans)


def _may_be_denied(statement: Statement, denial: Statement) -> bool:
    """Whether `statement` is somebody's word against that of those who deny; what nobody says, nobody denies."""
    said = bool(statement.holders) or statement.certainty is Certainty.ALLEGED
    return statement.certainty in _DENIABLE and said and not set(statement.holders) & set(denial.holders)


def _pointed_to(place: _Place, others: Sequence[_Place]) -> Statement | None:
    """The statement right before in the sentence, or the one that the sentence before makes: an allegation first."""
    near = [p for p in others if place.sentence - p.sentence <= 1 and p.paragraph == place.paragraph]
    near = [p for p in near if p.sentence == near[0].sentence]
    alleged = (p.statement for p in near if p.statement.certainty is Certainty.ALLEGED)
    return next(alleged, near[0].statement if near else None)


def _alike(what: Denied, others: Sequence[_Place]) -> Statement | None:
    """The nearest allegation with a word of the denial; what is not alleged has to share two words with it."""
    for place in others:
        shared = shared_words(what.stems, stems(place.tokens))
        if shared > 1 or (shared and place.statement.certainty is Certainty.ALLEGED):
            return place.statement
    return None
