"""Events and disputes that may be one and the same. Never merged; a person decides, in the registry."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from generator.model.edtf import bounds
from generator.model.ids import Origin
from generator.model.issue import Issue, Severity
from generator.model.position import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dispute, Dossier, Event, Statement
    from generator.model.ids import EntityId, SourceId


def twin_events(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    """One issue for each extracted event of the sort, the people and the time of one before it."""
    groups: dict[tuple[str, frozenset[EntityId]], list[Event]] = {}
    for event in dossier.events:
        if event.sort and event.edtf and event.participants:
            groups.setdefault((event.sort, frozenset(event.participants)), []).append(event)
    for group in groups.values():
        for one, other in pairwise(sorted(group, key=_start)):
            if _at_one_time(one, other) and Origin.EXTRACTED in (one.origin, other.origin):
                yield _issue(*((one, other) if other.origin is Origin.EXTRACTED else (other, one)), sources)


def twin_disputes(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    """One issue for each extracted dispute of the same people about the same things as one before it."""
    statements = {statement.id: statement for statement in dossier.statements}
    first: dict[tuple[EntityId, EntityId], Dispute] = {}
    for dispute in sorted(dossier.disputes, key=lambda d: (d.origin is Origin.EXTRACTED, d.id)):
        known = [first.setdefault(pair, dispute) for pair in _opponents(dispute)]
        others = [other for other in known if other is not dispute and _alike(other, dispute, statements)]
        if others and dispute.origin is Origin.EXTRACTED:
            yield _dispute_issue(others[0], dispute, statements, sources)


def _opponents(dispute: Dispute) -> list[tuple[EntityId, EntityId]]:
    """Who alleges something that whom denies it."""
    alleging = [holder for side in dispute.sides if side.stance == "alleges" for holder in side.holders]
    denying = [holder for side in dispute.sides if side.stance == "denies" for holder in side.holders]
    return list(product(alleging, denying))


def _alike(one: Dispute, other: Dispute, statements: Mapping[str, Statement]) -> bool:
    """Whether the words of both name at least two things in common."""
    return len(_named(one, statements) & _named(other, statements)) > 1


def _named(dispute: Dispute, statements: Mapping[str, Statement]) -> set[EntityId]:
    return {entity for side in dispute.sides for key in side.statements for entity in statements[key].about}


def _dispute_issue(
    known: Dispute, new: Dispute, statements: Mapping[str, Statement], sources: Mapping[SourceId, AnnotatedDocument]
) -> Issue:
    statement = statements[new.sides[0].statements[0]]
    document = sources[statement.source].document
    line = line_of(document.text, statement.span.start)
    message = f"“{new.title}” may be the same dispute as “{known.title}” ({known.id})"
    hint = "if it is, give one dispute in the registry the words of both"
    return Issue(document.path, line, "REV007", message, Severity.REVIEW, hint)


def _start(event: Event) -> tuple[object, ...]:
    return (*bounds(event.edtf), event.id) if event.edtf else ()


def _at_one_time(one: Event, other: Event) -> bool:
    if one.edtf is None or other.edtf is None:
        return False
    return bounds(other.edtf)[0] <= bounds(one.edtf)[1]


def _issue(known: Event, new: Event, sources: Mapping[SourceId, AnnotatedDocument]) -> Issue:
    document = sources[new.evidence[0].source].document
    line = line_of(document.text, new.evidence[0].span.start)
    message = f"“{new.title}” may be the same event as “{known.title}” ({known.id})"
    hint = "if it is, give one event in the registry both sentences as its evidence"
    return Issue(document.path, line, "REV006", message, Severity.REVIEW, hint)
