"""Whether a dossier keeps its promises: checked on every build, and each breach is an error that stops it.

Nothing here can happen as long as the program is right and the registry's evidence was checked when it was read. These
checks do not trust that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Certainty, Origin
from generator.model.issue import Issue, Severity
from generator.model.position import line_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, Evidence, Speaker, Statement
    from generator.model.ids import EntityId, SourceId
    from generator.model.span import Span

    _Sources = Mapping[SourceId, AnnotatedDocument]

REGISTRY_PATH = "seeds/registry/"
_HINT = "a fault of the program: report it with this line"


def broken_promises(dossier: Dossier) -> Iterator[Issue]:
    """Every breach: words that do not stand in their source, values without evidence, ends that lead nowhere."""
    sources = {source.document.id: source for source in dossier.sources}
    yield from _wordings(dossier, sources)
    yield from _facts(dossier, sources)
    yield from _statuses(dossier, sources)
    yield from _ends(dossier)
    yield from _disputes(dossier)


def _wordings(dossier: Dossier, sources: _Sources) -> Iterator[Issue]:
    """Quotations and statements are verbatim pieces of their source."""
    for quotation in dossier.quotations:
        if not _stands_in(sources, quotation.source, quotation.span):
            yield _issue("INT001", f"quotation {quotation.id} does not stand in {quotation.source}")
    for statement in dossier.statements:
        if not _stands_in(sources, statement.source, statement.span):
            yield _issue("INT001", f"statement {statement.id} does not stand in {statement.source}")


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


def _statuses(dossier: Dossier, sources: _Sources) -> Iterator[Issue]:
    """A status that is not the article's own indicative has words that decided it, or is somebody's quoted words."""
    for statement in dossier.statements:
        if not _is_founded(statement):
            path, text = sources[statement.source].document.path, sources[statement.source].document.text
            message = f"statement {statement.id} is {statement.certainty}, but no word says so"
            yield Issue(path, line_of(text, statement.span.start), "INT003", message, Severity.ERROR, _HINT)


def _is_founded(statement: Statement) -> bool:
    quoted = statement.certainty is Certainty.REPORTED and statement.type is not None
    return statement.certainty is Certainty.ASSERTED or bool(statement.triggers) or quoted


def _ends(dossier: Dossier) -> Iterator[Issue]:
    """Whoever is named exists: at both ends of a relation, in an event, as speaker, outlet or subject."""
    entities = {entity.id for entity in dossier.entities}
    for what, ids in _named(dossier, entities):
        for missing in sorted({identity for identity in ids if identity} - entities):
            yield _issue("INT004", f"{what} names {missing}, which the dossier does not have")


def _named(dossier: Dossier, known: Container[EntityId]) -> Iterator[tuple[str, Iterable[EntityId | None]]]:
    """What names whom; of the mentions, which are by far the most, only those of nobody `known`."""
    for relation in dossier.relations:
        ends = (relation.subject, relation.object, relation.item, *relation.holders)
        yield f"relation {relation.id} ({relation.type})", ends
    for event in dossier.events:
        yield f"event {event.id}", (*event.participants, event.location)
    for statement in dossier.statements:
        yield f"statement {statement.id}", (*_linked(*statement.holders, statement.outlet), *statement.about)
    for quotation in dossier.quotations:
        yield f"quotation {quotation.id}", _linked(*quotation.speakers, quotation.outlet)
    for mention in dossier.mentions:
        if mention.entity not in known:
            yield f"a mention in {mention.source}", (mention.entity,)
    for dispute in dossier.disputes:
        yield f"dispute {dispute.id}", [holder for side in dispute.sides for holder in side.holders]


def _linked(*speakers: Speaker | None) -> list[EntityId | None]:
    return [speaker.entity for speaker in speakers if speaker]


def _disputes(dossier: Dossier) -> Iterator[Issue]:
    """A dispute has at least two sides, and each side has statements of the dossier."""
    statements = {statement.id for statement in dossier.statements}
    for dispute in dossier.disputes:
        if len(dispute.sides) < 2:  # noqa: PLR2004  a dispute of one is none
            yield _issue("INT005", f"dispute {dispute.id} has only one side")
        for side in dispute.sides:
            if not side.statements or not set(side.statements) <= statements:
                message = f"a side of dispute {dispute.id} ({side.stance}) has no statement in the sources"
                yield _issue("INT005", message, "quote words that claim something as its evidence")


def _issue(code: str, message: str, hint: str = _HINT) -> Issue:
    return Issue(REGISTRY_PATH, 0, code, message, Severity.ERROR, hint)
