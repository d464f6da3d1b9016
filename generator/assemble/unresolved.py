"""What the rules would not decide: a person can, in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Unresolved
from generator.model.ids import Kind, QuotationType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Statement

AMBIGUOUS, SURNAME, NO_SPEAKER, DENIAL = "ambiguous", "surname-only", "no-speaker", "denial"


def find_unresolved(corpus: Corpus, denials: tuple[Statement, ...]) -> tuple[Unresolved, ...]:
    """Ambiguous names, surnames without a full name, direct quotations without a speaker, and unclear denials.

    They stand in the order of sources and text.
    """
    found = (sorted(_of(corpus, source, denials), key=lambda u: u.span) for source in corpus.sources)
    return tuple(item for group in found for item in group)


def _of(corpus: Corpus, source: AnnotatedDocument, denials: tuple[Statement, ...]) -> Iterator[Unresolved]:
    identity = source.document.id
    yield from (Unresolved(identity, denial.span, (), DENIAL) for denial in denials if denial.source == identity)
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
