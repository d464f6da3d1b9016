"""Whether a dossier keeps its promises: checked on every build, and each breach is an error that stops it.

Nothing here can happen as long as the program is right and the registry's evidence was checked when it was read. These
checks do not trust that.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from generator.model.ids import Certainty, EntityId, Origin
from generator.model.issue import Issue, Severity
from generator.model.listed import Listed
from generator.model.lists import ABOUT, ENTITY, HOLDER, ID, OUTLET, PARTY, lists_of
from generator.model.position import line_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, EntityQuotation, Evidence, Statement
    from generator.model.ids import SourceId
    from generator.model.listed import Inverted
    from generator.model.span import Span

    _Sources = Mapping[SourceId, AnnotatedDocument]

T = TypeVar("T")
REGISTRY_PATH = "seeds/registry/"
_HINT = "a fault of the program: report it with this line"


def broken_promises(dossier: Dossier) -> Iterator[Issue]:
    """Every breach: words that do not stand in their source, values without evidence, ends that lead nowhere.

    Parts of lists that were found to keep their promises when they were kept are not looked at again.
    """
    sources = {source.document.id: source for source in dossier.sources}
    yield from _wordings(_unproven(dossier.quotations), _unproven(dossier.statements), sources)
    yield from _facts(dossier, sources)
    yield from _ends(dossier)
    yield from _disputes(dossier)


def unfounded(
    source: AnnotatedDocument, quotations: Iterable[EntityQuotation], statements: Iterable[Statement]
) -> Iterator[Issue]:
    """The promises that the words of one source break by themselves."""
    yield from _wordings(quotations, statements, {source.document.id: source})


def _unproven(nouns: Sequence[T]) -> Iterable[T]:
    if not isinstance(nouns, Listed):
        return nouns
    return chain.from_iterable(part for part in nouns.parts if not part.proven)


def _wordings(
    quotations: Iterable[EntityQuotation], statements: Iterable[Statement], sources: _Sources
) -> Iterator[Issue]:
    """Quotations and statements are verbatim pieces of their source, and their status has words that decided it."""
    for quotation in quotations:
        if not _stands_in(sources, quotation.source, quotation.span):
            yield _issue("INT001", f"quotation {quotation.id} does not stand in {quotation.source}")
    for statement in statements:
        if not _stands_in(sources, statement.source, statement.span):
            yield _issue("INT001", f"statement {statement.id} does not stand in {statement.source}")
        elif not _is_founded(statement):
            path, text = sources[statement.source].document.path, sources[statement.source].document.text
            message = f"statement {statement.id} is {statement.certainty}, but no word says so"
            yield Issue(path, line_of(text, statement.span.start), "INT003", message, Severity.ERROR, _HINT)


def _stands_in(sources: _Sources, source: SourceId, span: Span) -> bool:
    text = sources[source].document.text if source in sources else ""
    return 0 <= span.start < span.end <= len(text) and bool(span.of(text).strip())


def _facts(dossier: Dossier, sources: _Sources) -> Iterator[Issue]:
    """What is not external rests on words of a source; what is external names where it comes from."""
    for entity in dossier.entities:
        for fact in (*entity.facts, *((entity.summary,) if entity.summary else ())):
            external = fact.origin is Origin.EXTERNAL
            founded = fact.citation is not None if external else _rests(sources, fact.evidence)
            if not founded:
                yield _issue("INT002", f"{fact.property} of {entity.id} rests on nothing")
    for relation in dossier.relations:
        if not _rests(sources, relation.evidence):
            yield _issue("INT002", f"relation {relation.id} ({relation.type}) rests on nothing")
    for event in dossier.events:
        if not _rests(sources, event.evidence):
            yield _issue("INT002", f"event {event.id} rests on nothing")


def _rests(sources: _Sources, evidence: Iterable[Evidence]) -> bool:
    found = [_stands_in(sources, piece.source, piece.span) for piece in evidence]
    return bool(found) and all(found)


def _is_founded(statement: Statement) -> bool:
    """Whether a status is the article's own indicative, or has words that decided it, or is that of quoted words."""
    quoted = statement.certainty is Certainty.REPORTED and statement.type is not None
    return statement.certainty is Certainty.ASSERTED or bool(statement.triggers) or quoted


def _ends(dossier: Dossier) -> Iterator[Issue]:
    """Whoever is named exists: at both ends of a relation, in an event, as speaker, outlet or subject."""
    entities = {entity.id for entity in dossier.entities}
    for what, ids in _named(dossier, entities):
        for missing in sorted({identity for identity in ids if identity} - entities):
            yield _issue("INT004", f"{what} names {missing}, which the dossier does not have")


def _named(dossier: Dossier, known: Container[EntityId]) -> Iterator[tuple[str, Iterable[EntityId | None]]]:
    """What names whom; of the long lists, only what names nobody `known`."""
    for relation in dossier.relations:
        ends = (relation.subject, relation.object, relation.item, *relation.holders)
        yield f"relation {relation.id} ({relation.type})", ends
    for event in dossier.events:
        yield f"event {event.id}", (*event.participants, event.location)
    for dispute in dossier.disputes:
        yield f"dispute {dispute.id}", [holder for side in dispute.sides for holder in side.holders]
    lists = lists_of(dossier)
    for index in (HOLDER, OUTLET, ABOUT):
        for key, said in _strangers(lists.statements.by(index), known):
            yield f"statement {said.id}", (key,)
    for key, quotation in _strangers(lists.quotations.by(PARTY), known):
        yield f"quotation {quotation.id}", (key,)
    for key, mention in _strangers(lists.mentions.by(ENTITY), known):
        yield f"a mention in {mention.source}", (key,)


def _strangers(found: Inverted[T], known: Container[EntityId]) -> Iterator[tuple[EntityId, T]]:
    """Who is named and not `known`, with everything that names them."""
    return ((EntityId(key), noun) for key, nouns in found.items() if key not in known for noun in nouns)


def _disputes(dossier: Dossier) -> Iterator[Issue]:
    """A dispute has at least two sides, and each side has statements of the dossier."""
    statements = lists_of(dossier).statements.by(ID).keys()
    for dispute in dossier.disputes:
        if len(dispute.sides) < 2:  # noqa: PLR2004  a dispute of one is none
            yield _issue("INT005", f"dispute {dispute.id} has only one side")
        for side in dispute.sides:
            if not side.statements or not set(side.statements) <= statements:
                message = f"a side of dispute {dispute.id} ({side.stance}) has no statement in the sources"
                yield _issue("INT005", message, "quote words that claim something as its evidence")


def _issue(code: str, message: str, hint: str = _HINT) -> Issue:
    return Issue(REGISTRY_PATH, 0, code, message, Severity.ERROR, hint)
