"""The sentences of the sources with everything the dossier knows about them: names, quotations, status, dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.links import relative
from generator.render.nesting import Mark
from generator.render.phrases import foreign
from generator.render.places import address
from generator.render.weave import weave

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.dossier import EntityMention, EntityQuotation, Statement, Unresolved
    from generator.model.ids import SourceId
    from generator.render.context import Context
    from generator.render.source import Source


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
    """How a mark looks: a link to `target`, or a span with a class and perhaps a title; `anchors` are its addresses.

    `language` is that of a foreign name.
    """

    target: str = ""
    language: str = ""
    css: str = ""
    title: str = ""
    anchors: tuple[str, ...] = ()


MarksOfSentences = dict[int, list[Mark[Look]]]
"""The marks that touch a sentence, by the number of the sentence (from 0)."""


def marks_of_source(context: Context, key: SourceId) -> MarksOfSentences:
    """Sort every mark of a source to the sentences that it touches."""
    source = context.sources[key]
    found: MarksOfSentences = {}
    for mark in dict.fromkeys(_all_marks(context, source)):
        for number, piece in _by_sentence(source, mark):
            found.setdefault(number, []).append(piece)
    return found


def _by_sentence(source: Source, mark: Mark[Look]) -> Iterator[tuple[int, Mark[Look]]]:
    """The mark in each sentence that it touches; its anchors stand in the first that is shown and no other."""
    for number in source.sentences(mark.span):
        yield number, mark
        if mark.value.anchors and source.shows(source.annotated.parse.sentences[number].span):
            mark = replace(mark, value=replace(mark.value, anchors=()))


def sentence(source: Source, number: int, marks: Mapping[int, list[Mark[Look]]]) -> md.Markdown:
    """The sentence with its marks, and with no anchor yet."""
    span = source.annotated.parse.sentences[number].span
    return weave(source.text, span, _without_links_in_links(marks.get(number, [])), _wrap)


def anchored(source: Source, number: int, content: md.Markdown) -> md.Markdown:
    """`content` under the permanent anchor of the sentence."""
    return md.inline("span", {"id": source.anchors[number], "class": "satz"}, content)


def _wrap(look: Look, first: bool, content: md.Markdown) -> md.Markdown:  # noqa: FBT001  the signature of `weave`
    if look.target:
        return md.link(md.inline("span", {"lang": look.language}, content) if look.language else content, look.target)
    title = {"title": look.title} if look.title else {}
    own, *earlier = look.anchors if first and look.anchors else ("",)
    places = (md.inline("span", {"id": anchor}, md.EMPTY) for anchor in earlier)
    identity = {"id": own} if own else {}
    return md.inline("span", {**identity, "class": look.css, **title}, md.join(*places, content))


def _without_links_in_links(marks: Iterable[Mark[Look]]) -> Iterator[Mark[Look]]:
    reached = 0
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end, m.rank)):
        if mark.rank == Rank.NAME:
            if mark.span.start < reached:
                continue
            reached = mark.span.end
        yield mark


def _all_marks(context: Context, source: Source) -> Iterator[Mark[Look]]:
    key = source.annotated.document.id
    unresolved, quotations = context.unclear_in.get(key, ()), context.quoted_in.get(key, ())
    return chain(
        _names(context, source, context.named_in.get(key, ())),
        _dates(context, source),
        (Mark(unclear.span, Rank.UNRESOLVED, _unresolved(context, unclear)) for unclear in unresolved),
        (Mark(quotation.span, Rank.QUOTATION, _quotation(quotation)) for quotation in quotations),
        _statuses(context.said_in.get(key, ())),
    )


def _names(context: Context, source: Source, mentions: Iterable[EntityMention]) -> Iterator[Mark[Look]]:
    for mention in mentions:
        target = relative(source.page, address(context, mention.entity))
        language = foreign(context.called[mention.entity], mention.span.of(source.text))
        yield Mark(mention.span, Rank.NAME, Look(target=target, language=language))


def _dates(context: Context, source: Source) -> Iterator[Mark[Look]]:
    language = context.dossier.settings.language
    for date in source.annotated.dates:
        reading = phrase(date.edtf, language)
        title = "" if reading == date.span.of(source.text) else reading
        yield Mark(date.span, Rank.DATE, Look(css="datum", title=title))


def _quotation(quotation: EntityQuotation) -> Look:
    return Look(css=f"zitat zitat-{quotation.type}", anchors=(quotation.id, *quotation.formerly))


def _unresolved(context: Context, unclear: Unresolved) -> Look:
    names = ", ".join(context.called[c].name for c in unclear.candidates if c in context.called)
    reason = f"source.unresolved.{unclear.reason}"
    if names:
        return Look(css="unklar", title=context.labels.plain("source.unresolved.candidates", names=names))
    return Look(css="unklar", title=context.labels.words.get(reason, context.labels("source.unresolved.other")))


def _statuses(statements: Iterable[Statement]) -> Iterator[Mark[Look]]:
    for statement in statements:
        if statement.certainty is not Certainty.ASSERTED:
            yield Mark(statement.span, Rank.STATUS, Look(css=f"status status-{statement.certainty}"))
            for trigger in statement.triggers:
                yield Mark(trigger, Rank.TRIGGER, Look(css="ausloeser"))
