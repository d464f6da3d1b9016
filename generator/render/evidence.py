"""The evidence mark: `[17]` is the seventeenth sentence of the source, and a link that leads straight to it.

In a dossier of several sources it reads `[2.17]`, the sources counted in the dossier's order. The title of the link
is the sentence with the one before it, because evidence often points back („das“, „diese“). Where the rights of the
source keep the sentence back, the mark leads to the source alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.dossier import Evidence
from generator.render import markdown as md
from generator.render.links import relative
from generator.render.lookup import place
from generator.render.places import SOURCE_FACTS
from generator.render.source import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.ids import SourceId
    from generator.model.listed import Found
    from generator.render.context import Context
    from generator.render.source import Source


MOST_MARKS = 12
"""So many sentences are marked; how many more pieces of evidence there are is said."""
MOST_PIECES = 20
"""So many pieces of evidence are looked for."""
_NOWHERE = Passage(-1, "", "")
"""Stands for evidence in no sentence."""


def marks(
    context: Context, page: str, evidence: Iterable[Evidence], *, titled: bool = True, beyond: int = 0
) -> md.Markdown:
    """Mark each sentence that the evidence touches: `[17], [18]`; they are links from `page`.

    Long lists leave out the titles: they would be most of the page. Of very much evidence the first pieces are marked;
    `beyond` these there are more, which were not even looked for.
    """
    given = set(evidence)
    numbers = {key: context.sources[key].number for key in {piece.source for piece in given}}
    pieces = sorted(given, key=lambda piece: (numbers[piece.source], piece.span))
    found: dict[tuple[SourceId, int], md.Markdown] = {}
    for looked_at, piece in enumerate(pieces):
        source = context.sources[piece.source]
        passages = source.passages[place(piece.span)] or (_NOWHERE,)
        new = [passage for passage in passages if (piece.source, passage.number) not in found]
        if new and len(found) >= MOST_MARKS:
            rest = context.labels.text("text.more_marks", number=str(len(pieces) - looked_at + beyond))
            return md.join(md.sequence(found.values()), rest, separator=md.SPACE)
        for passage in new:
            found[piece.source, passage.number] = _mark(context, page, source, passage, titled=titled)
    rest = context.labels.text("text.more_marks", number=str(beyond)) if beyond else md.EMPTY
    return md.join(md.sequence(found.values()), rest, separator=md.SPACE)


def cited(context: Context, page: str, content: md.Markdown, evidence: Iterable[Evidence]) -> md.Markdown:
    """Put the marks of the evidence behind `content`, on the same line with its last word."""
    return md.join(content, marks(context, page, evidence), separator=md.FIRM_SPACE)


def found_in(context: Context, page: str, content: md.Markdown, found: Found[Any]) -> md.Markdown:
    """Put marks behind `content` that lead to what was found; of very much the first pieces are looked for."""
    pieces = [Evidence(piece.source, piece.span) for piece in found.first(MOST_PIECES)]
    proof = marks(context, page, pieces, beyond=len(found) - len(pieces))
    return md.join(content, proof, separator=md.FIRM_SPACE)


def _mark(context: Context, page: str, source: Source, passage: Passage, *, titled: bool) -> md.Markdown:
    if passage is _NOWHERE:
        return md.mark(f"Q{source.number}", _whole(page, source), source.title)
    number = f"{source.number}.{passage.number + 1}" if context.several else f"{passage.number + 1}"
    if not passage.anchor:
        return md.mark(number, _whole(page, source), source.title)
    return md.mark(number, relative(page, f"{source.page}#{passage.anchor}"), passage.words if titled else "")


def _whole(page: str, source: Source) -> str:
    """The way to what is known of the source as such."""
    return relative(page, f"{source.page}#{SOURCE_FACTS}")
