"""Who speaks where no subject does: agents of passives, whom somebody quotes, texts that hold words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.quotations.clauses import ClauseKind
from generator.annotate.quotations.grammar import names_time
from generator.annotate.quotations.growth import extend
from generator.annotate.quotations.phrases import phrases
from generator.annotate.quotations.speakers import antecedent, subject
from generator.german.saying import noun_features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.quotations.clauses import Clause
    from generator.annotate.quotations.phrases import Phrase
    from generator.model.annotation import Token

_BY = frozenset({"von", "vom", "durch", "seitens"})
_WORDS_IN = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom", "seitens", "auf", "an", "am"})


def agent(tokens: Sequence[Token], clause: Clause) -> Phrase | None:
    """The agent of a passive: "wurde von der Polizei beschuldigt"."""
    for phrase in phrases(tokens, clause.start, clause.end):
        if phrase.preposition is not None and tokens[phrase.preposition].text.lower() in _BY:
            return extend(tokens, phrase, clause.end)
    return None


def quoted_person(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """Whom somebody quotes: "zitiert die «Computerwoche» Lynch", "zitierte Papandreou mit den Worten"."""
    quoting = subject(tokens, clauses, number)
    clause = clauses[number]
    for phrase in phrases(tokens, clause.start, clause.end):
        inside = quoting is not None and quoting.start <= phrase.start < quoting.end
        if (
            phrase.preposition is None
            and not inside
            and not names_time(tokens, phrase)
            and tokens[phrase.head].tag in ("NE", "NN", "PPER")
        ):
            return extend(tokens, phrase, clause.end)
    return quoting


def text_of_words(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """In which text an impersonal passive stands: "In einem Bericht wurde vermutet", "in dem vermutet wird"."""
    found = place_of_words(tokens, clauses, number)
    if found is None:
        return None
    head = tokens[found.head]
    named = noun_features(head.lemma) or noun_features(head.text) or head.tag == "PDS"
    return found if named or found.end <= clauses[number].start else None


def place_of_words(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """Where impersonal words stand: "heisst es in einem Bericht", "hiess es aus dem Ministerium"."""
    clause = clauses[number]
    for phrase in phrases(tokens, clause.start, clause.end):
        if phrase.preposition is None or names_time(tokens, phrase):
            continue
        if tokens[phrase.preposition].text.lower() in _WORDS_IN:
            relative = clause.kind is ClauseKind.RELATIVE and phrase.preposition == clause.start
            meant = antecedent(tokens, clauses, number) if relative else None
            return meant or extend(tokens, phrase, clause.end)
    return None
