"""What the rules would not decide: a person can, in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Unresolved
from generator.model.ids import Kind, QuotationType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.model.annotation import AnnotatedDocument

AMBIGUOUS, SURNAME, NO_SPEAKER = "ambiguous", "surname-only", "no-speaker"


def find_unresolved(corpus: Corpus) -> tuple[Unresolved, ...]:
    """Ambiguous names, surnames without a full name and direct quotations without a speaker, in text order."""
    return tuple(item for source in corpus.sources for item in sorted(_of(corpus, source), key=lambda u: u.span))


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
