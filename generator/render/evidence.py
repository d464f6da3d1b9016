"""The evidence mark: `[17]` is the seventeenth sentence of the source, and a link that leads straight to it.

In a dossier of several sources it reads `[2.17]`, the sources counted in the dossier's order. The title of the link
is the sentence with the one before it, because evidence often points back („das“, „diese“). Where the rights of the
source keep the sentence back, the mark leads to the source alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import markdown as md
from generator.render.links import relative
from generator.render.places import SOURCE_FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.dossier import Evidence
    from generator.render.context import Context, Source


MOST_MARKS = 12
"""So many sentences are marked; how many more there are is said."""


def marks(context: Context, page: str, evidence: Iterable[Evidence], *, titled: bool = True) -> md.Markdown:
    """Mark each sentence that the evidence touches: `[17], [18]`; they are links from `page`.

    Long lists leave out the titles: they would be most of the page. Of very much evidence the first pieces are marked.
    """
    found = {
        (source.number, sentence): source
        for piece in evidence
        for source in [context.sources[piece.source]]
        for sentence in source.sentences(piece.span) or [-1]
    }
    shown = sorted(found.items(), key=_by_place)[:MOST_MARKS]
    signs = md.sequence(_mark(context, page, source, key[1], titled=titled) for key, source in shown)
    if len(found) <= MOST_MARKS:
        return signs
    rest = context.labels.text("text.more_marks", number=str(len(found) - MOST_MARKS))
    return md.join(signs, rest, separator=md.SPACE)


def cited(context: Context, page: str, content: md.Markdown, evidence: Iterable[Evidence]) -> md.Markdown:
    """Put the marks of the evidence behind `content`, on the same line with its last word."""
    return md.join(content, marks(context, page, evidence), separator=md.FIRM_SPACE)


def _by_place(item: tuple[tuple[int, int], Source]) -> tuple[int, int]:
    return item[0]


def _mark(context: Context, page: str, source: Source, sentence: int, *, titled: bool) -> md.Markdown:
    if sentence < 0:
        return md.mark(f"Q{source.number}", _whole(page, source), source.title)
    number = f"{source.number}.{sentence + 1}" if context.several else f"{sentence + 1}"
    span = source.annotated.parse.sentences[sentence].span
    if span not in source.shown:
        return md.mark(number, _whole(page, source), source.title)
    anchor = source.anchors[span]
    title = _with_the_one_before(source, sentence) if titled else ""
    return md.mark(number, relative(page, f"{source.page}#{anchor}"), title)


def _whole(page: str, source: Source) -> str:
    """The way to what is known of the source as such."""
    return relative(page, f"{source.page}#{SOURCE_FACTS}")


def _with_the_one_before(source: Source, number: int) -> str:
    sentences = source.annotated.parse.sentences
    this, before = sentences[number], sentences[number - 1] if number else None
    pieces = [this.span.of(source.text)]
    if before and before.block == this.block and before.span in source.shown:
        pieces.insert(0, before.span.of(source.text))
    return " ".join(" ".join(piece.split()) for piece in pieces)
