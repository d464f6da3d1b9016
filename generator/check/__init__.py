"""Issues derived from the dossier: what a person should decide, what the rules set aside and why, what is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.integrity import broken_promises
from generator.check.lookalikes import pretenders, turned_texts
from generator.check.twins import twin_disputes, twin_events
from generator.model.annotation import BlockKind
from generator.model.ids import Status
from generator.model.issue import Issue, Severity
from generator.model.position import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, EntityMention
    from generator.model.ids import EntityId, SourceId
    from generator.model.settings import Expectation
    from generator.model.span import Span

_UNRESOLVED = {
    "ambiguous": ("REV001", "could be {candidates}", "decide in seeds/registry/ under `decisions:`"),
    "surname-only": ("REV003", "is a surname without a full name in this source", "add the person to the registry"),
    "no-speaker": ("REV004", "is a quotation without a speaker", "nothing to do if the text names none"),
    "denial": (
        "REV005",
        "denies something, but what is not clear",
        "write the dispute into the registry, if it is one",
    ),
}
SETTINGS_PATH = "seeds/dossier.yml"
_LONGEST = 60  # characters of a source in a message: one line of a terminal


def check(dossier: Dossier) -> tuple[Issue, ...]:
    """Every issue, sorted by file and line."""
    sources = {source.document.id: source for source in dossier.sources}
    return tuple(
        sorted(
            [
                *_unresolved(dossier, sources),
                *_drafts(dossier, sources),
                *twin_events(dossier, sources),
                *twin_disputes(dossier, sources),
                *pretenders(dossier, sources),
                *turned_texts(dossier),
                *_set_aside(dossier),
                *_silent(dossier, sources),
                *_figures(dossier, sources),
                *errors(dossier),
            ],
        ),
    )


def errors(dossier: Dossier) -> tuple[Issue, ...]:
    """The issues that stop a build: broken promises and counts outside of what the settings expect."""
    return tuple(sorted([*broken_promises(dossier), *_outside_the_expected(dossier)]))


def counts(dossier: Dossier) -> dict[str, int]:
    """How much of everything a dossier holds; the names are those that `expected:` in the settings may use."""
    return {
        "sources": len(dossier.sources),
        "entities": len(dossier.entities),
        "mentions": len(dossier.mentions),
        "quotations": len(dossier.quotations),
        "statements": len(dossier.statements),
        "events": len(dossier.events),
        "relations": len(dossier.relations),
        "disputes": len(dossier.disputes),
        "unresolved": len(dossier.unresolved),
    }


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _at(source: AnnotatedDocument, span: Span) -> tuple[str, int]:
    return source.document.path, line_of(source.document.text, span.start)


def _unresolved(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    for item in dossier.unresolved:
        source = sources[item.source]
        code, message, hint = _UNRESOLVED[item.reason]
        words = " ".join(item.span.of(source.document.text).split())
        sentence = message.format(candidates=" or ".join(item.candidates))
        yield Issue(*_at(source, item.span), code, f"“{words}” {sentence}", Severity.REVIEW, hint)


def _drafts(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    """A name that nobody has looked at, at its first mention."""
    first: dict[EntityId, EntityMention] = {}
    for mention in dossier.mentions:
        first.setdefault(mention.entity, mention)
    for entity in dossier.entities:
        if entity.status is Status.DRAFT and entity.id in first:
            mention = first[entity.id]
            place = _at(sources[mention.source], mention.span)
            message = f"“{entity.name}” ({entity.kind}) is new: nobody has reviewed it"
            yield Issue(*place, "REV002", message, Severity.REVIEW, "`dossier review` writes it down for the registry")


def _set_aside(dossier: Dossier) -> Iterator[Issue]:
    """Blocks that yield no facts, each with the rule that set it aside."""
    for source in dossier.sources:
        for block in source.parse.blocks:
            if block.kind is BlockKind.BOILERPLATE:
                message = f"set aside as {block.rule}: “{_short(block.span.of(source.document.text))}”"
                yield Issue(*_at(source, block.span), "LAY001", message, Severity.NOTE)


def _silent(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    """Sentences that should claim something and yielded no statement."""
    for silence in dossier.ledgers.silences:
        if silence.reason == "no-claim":
            source = sources[silence.source]
            message = f"yielded no statement: “{_short(silence.span.of(source.document.text))}”"
            yield Issue(*_at(source, silence.span), "COV001", message, Severity.NOTE)


def _figures(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    """Figures that are hard to believe: they stay as printed."""
    for figure in dossier.ledgers.figures:
        if figure.flags:
            source = sources[figure.source]
            message = f"“{figure.span.of(source.document.text)}” is hard to believe ({', '.join(figure.flags)})"
            yield Issue(*_at(source, figure.span), "NUM001", message, Severity.NOTE)


def _outside_the_expected(dossier: Dossier) -> Iterator[Issue]:
    found = counts(dossier)
    for expectation in dossier.settings.expectations:
        count = found[expectation.count]
        if not _as_expected(expectation, count):
            message = f"{count} {expectation.count}, expected {_range(expectation)}"
            hint = "look at what changed; if it is right, mend `expected:`"
            yield Issue(SETTINGS_PATH, 1, "EXP001", message, Severity.ERROR, hint)


def _as_expected(expectation: Expectation, count: int) -> bool:
    at_least = expectation.least is None or count >= expectation.least
    return at_least and (expectation.most is None or count <= expectation.most)


def _range(expectation: Expectation) -> str:
    least, most = expectation.least, expectation.most
    return (
        f"{least} to {most}"
        if least is not None and most is not None
        else (f"at least {least}" if least is not None else f"at most {most}")
    )
