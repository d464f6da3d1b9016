"""What the rules would not decide: a person can, in the registry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.dossier import Unresolved
from generator.model.ids import Kind, QuotationType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Statement

AMBIGUOUS, SURNAME, NO_SPEAKER, DENIAL = "ambiguous", "surname-only", "no-speaker", "denial"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something unresolved; `denial` is the statement that is settled if a dispute holds it."""

    item: Unresolved
    denial: str | None = None


def find_doubts(corpus: Corpus, denials: Iterable[Statement]) -> Iterator[Doubt]:
    """Denials of which it is not clear what they deny, ambiguous names, lonely surnames, quotations of nobody."""
    yield from (Doubt(Unresolved(denial.source, denial.span, (), DENIAL), denial.id) for denial in denials)
    for source in corpus.sources:
        yield from map(Doubt, _of(corpus, source))


def still_open(doubts: Iterable[Doubt], disputed: AbstractSet[str]) -> list[Unresolved]:
    """What of one source is unresolved when the `disputed` statements are not, in the order of its text."""
    return sorted((d.item for d in doubts if d.denial not in disputed), key=lambda item: item.span)


def _of(corpus: Corpus, source: AnnotatedDocument) -> Iterator[Unresolved]:
    identity = source.document.id
    for mention in source.mentions:
        if corpus.entity_of(mention) is not None:
            continue
        if mention.candidates:
            yield Unresolved(identity, mention.span, mention.candidates, AMBIGUOUS)
        elif mention.kind is Kind.PERSON:
            yield Unresolved(identity, mention.span, (), SURNAME)
    for quotation in source.quotations:
        if quotation.type is QuotationType.DIRECT and not quotation.speakers:
            yield Unresolved(identity, quotation.span, (), NO_SPEAKER)
