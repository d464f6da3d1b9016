"""The sentences of the sources with everything the dossier knows about them: names, quotations, status, dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.links import relative
from generator.render.nesting import Mark
from generator.render.places import address
from generator.render.weave import weave

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.dossier import Unresolved
    from generator.model.ids import SourceId
    from generator.render.context import Context, Source


class Rank(IntEnum):
    """Which mark stays whole where two cross: the lower one."""

    NAME = 0
    TRIGGER = 1
    DATE = 2
    UNRESOLVED = 3
    QUOTATION = 4
    STATUS = 5


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark looks: a link to `target`, or a span with a class and perhaps a title."""

    target: str = ""
    css: str = ""
    title: str = ""


MarksOfSentences = dict[int, list[Mark[Look]]]
"""The marks that touch a sentence, by the number of the sentence (from 0)."""


def marks_of_sources(context: Context) -> dict[SourceId, MarksOfSentences]:
    """Sort every mark of the dossier to the sentences that it touches."""
    found: dict[SourceId, MarksOfSentences] = {source: {} for source in context.sources}
    for source, mark in dict.fromkeys(_all_marks(context)):
        for number in context.sources[source].sentences(mark.span):
            found[source].setdefault(number, []).append(mark)
    return found


def sentence(source: Source, number: int, marks: Mapping[int, list[Mark[Look]]]) -> md.Markdown:
    """The sentence with its marks, and with no anchor yet."""
    span = source.annotated.parse.sentences[number].span
    return weave(source.text, span, _without_links_in_links(marks.get(number, [])), _wrap)


def anchored(source: Source, number: int, content: md.Markdown) -> md.Markdown:
    """`content` under the permanent anchor of the sentence."""
    anchor = source.anchors[source.annotated.parse.sentences[number].span]
    return md.inline("span", {"id": anchor, "class": "satz"}, content)


def _wrap(look: Look, _first: bool, content: md.Markdown) -> md.Markdown:  # noqa: FBT001  the signature of `weave`
    if look.target:
        return md.link(content, look.target)
    title = {"title": look.title} if look.title else {}
    return md.inline("span", {"class": look.css, **title}, content)


def _without_links_in_links(marks: Iterable[Mark[Look]]) -> Iterator[Mark[Look]]:
    reached = 0
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end, m.rank)):
        if mark.rank == Rank.NAME:
            if mark.span.start < reached:
                continue
            reached = mark.span.end
        yield mark


def _all_marks(context: Context) -> Iterator[tuple[SourceId, Mark[Look]]]:
    return chain(
        _names(context),
        _dates(context),
        (
            (unclear.source, Mark(unclear.span, Rank.UNRESOLVED, _unresolved(context, unclear)))
            for unclear in context.dossier.unresolved
        ),
        (
            (quotation.source, Mark(quotation.span, Rank.QUOTATION, Look(css=f"zitat zitat-{quotation.type}")))
            for quotation in context.dossier.quotations
        ),
        _statuses(context),
    )


def _names(context: Context) -> Iterator[tuple[SourceId, Mark[Look]]]:
    for mention in context.dossier.mentions:
        target = relative(context.sources[mention.source].page, address(context, mention.entity))
        yield mention.source, Mark(mention.span, Rank.NAME, Look(target=target))


def _dates(context: Context) -> Iterator[tuple[SourceId, Mark[Look]]]:
    language = context.dossier.settings.language
    for source in context.dossier.sources:
        for date in source.dates:
            reading = phrase(date.edtf, language)
            title = "" if reading == date.span.of(source.document.text) else reading
            yield source.document.id, Mark(date.span, Rank.DATE, Look(css="datum", title=title))


def _unresolved(context: Context, unclear: Unresolved) -> Look:
    names = ", ".join(context.entities[c].name for c in unclear.candidates if c in context.entities)
    reason = f"source.unresolved.{unclear.reason}"
    if names:
        return Look(css="unklar", title=context.labels.plain("source.unresolved.candidates", names=names))
    return Look(css="unklar", title=context.labels.words.get(reason, context.labels("source.unresolved.other")))


def _statuses(context: Context) -> Iterator[tuple[SourceId, Mark[Look]]]:
    for statement in context.dossier.statements:
        if statement.certainty is not Certainty.ASSERTED:
            yield statement.source, Mark(statement.span, Rank.STATUS, Look(css=f"status status-{statement.certainty}"))
            for trigger in statement.triggers:
                yield statement.source, Mark(trigger, Rank.TRIGGER, Look(css="ausloeser"))
