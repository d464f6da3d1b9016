"""The annotated sources: the text as an article, each sentence an anchor, each name a link; and their index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.annotation import BlockKind
from generator.model.edtf import sort_key
from generator.model.ids import SourceId
from generator.render import markdown as md
from generator.render.annotated import anchored, marks_of_source, sentence
from generator.render.dates import phrase
from generator.render.facets import entry
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.pages.drawn import drawn_from
from generator.render.pages.source_head import byline, excluded, legend, metadata, origin_line
from generator.render.pages.voices import Voices, notes, voices
from generator.render.phrases import date, dotted, named
from generator.render.places import SOURCE_INDEX
from generator.render.sections import heading_anchor
from generator.render.statusbar import by_status, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.annotation import Block
    from generator.model.page import Page
    from generator.render.annotated import MarksOfSentences
    from generator.render.context import Context
    from generator.render.source import Source
HEADINGS = {BlockKind.TITLE, BlockKind.HEADING}


def render_source(context: Context, key: str) -> Page:
    """The page of a source."""
    identity = SourceId(key)
    source = context.sources[identity]
    spoken = len(context.said_in.get(identity, ()))
    drawn = drawn_from(context, source, context.drawn_from.get(identity, ()), spoken)
    return _page(context, source, marks_of_source(context, identity), voices(context, identity), drawn)


def render_sources(context: Context) -> Page:
    """The index of the sources."""
    words = context.labels
    frame = Frame(
        SOURCE_INDEX,
        words("nav.quellen"),
        words.plain("source.index_description", title=context.dossier.settings.title),
        footer=_footer(context),
    )
    if not context.sources:
        return frame.fill(context, words.text("source.index_empty"))
    items = (context.piece(_entry, source) for source in context.sources)
    bar = by_status(words, counted(context.lists.statements.all))
    return frame.fill(context, words.text("source.index_intro"), bar, md.bullets(items))


def _footer(context: Context) -> str:
    """How many sources there are and how far they reach, for the foot of every page."""
    words = context.labels
    dates = [d for s in context.dossier.sources if (d := s.document.meta.published)]
    count = words.count("page.count.source", len(context.dossier.sources))
    if not dates:
        return count
    return words.plain("source.footer", count=count, date=phrase(max(dates, key=sort_key), words.language))


def _entry(context: Context, key: str) -> md.Markdown:
    source = context.sources[SourceId(key)]
    meta = source.annotated.document.meta
    sign = entry(
        outlet=[meta.outlet] if meta.outlet else (),
        topic=meta.topics,
        rights=[meta.rights],
        year=[meta.published[:4]] if meta.published and meta.published[:4].isdecimal() else (),
    )
    return dotted(
        md.join(sign, md.strong(md.link(md.name(source.title), relative(SOURCE_INDEX, source.page)))),
        named(context, SOURCE_INDEX, meta.outlet) if meta.outlet else md.EMPTY,
        date(context, meta.published),
        context.labels.text(f"source.{meta.rights}"),
    )


def _page(context: Context, source: Source, marks: MarksOfSentences, said: Voices, drawn: md.Markdown) -> Page:
    words = context.labels
    frame = Frame(
        source.page,
        source.title,
        words.plain("source.description", title=source.title),
        above=(SOURCE_INDEX, words("nav.quellen")),
        summary=origin_line(context, source),
    )
    language = source.annotated.document.meta.language
    foreign = {} if language == words.language else {"lang": language}
    body = md.container("div", {"class": "quelle", **foreign}, md.blocks(*_blocks(context, source, marks, said)))
    behind = (legend(context, source), drawn, excluded(context, source), metadata(context, source))
    return frame.fill(context, byline(context, source), body, *behind, title=_title(source, marks))


def _title(source: Source, marks: MarksOfSentences) -> md.Markdown:
    """The printed title as the heading of the page, with its anchors."""
    head = _head(source)
    numbers = [] if head is None else _numbers(source)[head]
    return md.join(*(anchored(source, n, sentence(source, n, marks)) for n in numbers), separator=md.SPACE)


def _head(source: Source) -> int | None:
    """The block that is the page's heading: the first title, unless people gave the source another one."""
    blocks, text = source.annotated.parse.blocks, source.text
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    given = source.annotated.document.meta.title
    return first if first is not None and given in {None, blocks[first].span.of(text)} else None


def _numbers(source: Source) -> dict[int, list[int]]:
    """The numbers of the sentences of each block."""
    numbers: dict[int, list[int]] = {i: [] for i in range(len(source.annotated.parse.blocks))}
    for number, found in enumerate(source.annotated.parse.sentences):
        numbers[found.block].append(number)
    return numbers


def _blocks(context: Context, source: Source, marks: MarksOfSentences, said: Voices) -> Iterator[md.Markdown]:
    """The blocks of the article, each followed by who speaks in it.

    What the rights keep back leaves one sign, however long it is.
    """
    numbers, head, gap = _numbers(source), _head(source), context.labels.text("source.hidden")
    kept_back = False
    for index, block in enumerate(source.annotated.parse.blocks):
        if index == head:
            continue
        lines: list[md.Markdown] = []
        for number in numbers[index]:
            if not _may_be_shown(source, block, number):
                kept_back = True
                continue
            if kept_back and lines:
                lines.append(gap)
            elif kept_back:
                yield gap
            lines.append(anchored(source, number, sentence(source, number, marks)))
            kept_back = False
        if lines:
            yield _dressed(context, source, block, numbers[index], md.join(*lines, separator=md.LINE))
            yield notes(context, source, said, numbers[index])
    if kept_back:
        yield gap


def _may_be_shown(source: Source, block: Block, number: int) -> bool:
    """Headings always: they lead the reader."""
    return block.kind in HEADINGS or source.shows(source.annotated.parse.sentences[number].span)


def _dressed(context: Context, source: Source, block: Block, numbers: list[int], content: md.Markdown) -> md.Markdown:
    match block.kind:
        case kind if kind in HEADINGS:
            return md.heading(2, content, heading_anchor(source, numbers[0]))
        case BlockKind.LEAD:
            return md.strong(content)
        case BlockKind.CAPTION | BlockKind.CREDIT:
            label = md.emphasis(context.labels.text(f"source.{block.kind}"))
            return md.quote(md.explained(label, content))
        case _:
            return content
