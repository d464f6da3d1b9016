"""Side notes of a source: at each paragraph who speaks in which of its sentences, through whom, and how certainly."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model.dossier import Evidence
from generator.render import markdown as md
from generator.render.evidence import marks
from generator.render.phrases import enumeration, spoken, status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.dossier import Statement
    from generator.model.ids import SourceId
    from generator.model.span import Span
    from generator.render.context import Context
    from generator.render.source import Source

Voices = dict["Span", list["Statement"]]
"""The statements of a source that somebody makes in it, by their sentence."""


def voices(context: Context, key: SourceId) -> Voices:
    """Sort what others say in a source to the sentences where they say it; the article's own words need no note."""
    found: defaultdict[Span, list[Statement]] = defaultdict(list)
    for statement in context.said_in.get(key, ()):
        if statement.holders and context.shows(statement):
            found[statement.sentence].append(statement)
    return dict(found)


def notes(context: Context, source: Source, said: Voices, numbers: Iterable[int]) -> md.Markdown:
    """The note on the sentences `numbers` (from 0) of a paragraph; empty where nobody but the article speaks."""
    spans = [source.annotated.parse.sentences[number].span for number in numbers]
    lines = list(dict.fromkeys(line for span in spans for line in _lines(context, source, said.get(span, []))))
    if not lines:
        return md.EMPTY
    return md.container(
        "div",
        {"class": "stimmen", "role": "note", "aria-label": context.labels("source.voices"), "data-search-exclude": ""},
        md.bullets(lines),
    )


def _lines(context: Context, source: Source, said: Iterable[Statement]) -> Iterator[md.Markdown]:
    """One line for each way in which somebody speaks in a sentence."""
    for item in said:
        way = [md.strong(enumeration(context, [spoken(context, source.page, holder) for holder in item.holders]))]
        way += [spoken(context, source.page, item.outlet)] if item.outlet and item.outlet not in item.holders else []
        manner = context.labels.text(f"type.{item.type}") if item.type else md.EMPTY
        certainty = status(context, source.page, item.certainty)
        line = md.explained(md.join(*way, separator=md.text(" → ")), md.sequence(filter(None, (manner, certainty))))
        mark = marks(context, source.page, [Evidence(item.source, item.sentence)])
        yield md.join(mark, line, separator=md.SPACE)
