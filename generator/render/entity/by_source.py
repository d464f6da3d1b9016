"""Where there is too much to be listed: how much there is in each source, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.render import markdown as md
from generator.render.links import relative
from generator.render.phrases import date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.model.ids import SourceId
    from generator.render.context import Context

T = TypeVar("T")
MOST_LISTED = 60
"""So many sentences are listed; of more nobody reads one after the other."""
MOST_SOURCES = 30
"""So many sources are."""


def by_source(
    context: Context,
    page: str,
    counts: Mapping[SourceId, int],
    unit: str,
    place: Callable[[SourceId], str],
) -> md.Markdown:
    """A line for each source: its title, its date, how many `counts` says it has; `place` is where they stand.

    The newest sources stand first; how many older ones there are is said.
    """
    newest = list(reversed([*counts]))[:MOST_SOURCES]
    lines = md.bullets(_line(context, page, source, place(source), unit, counts[source]) for source in newest)
    older = context.labels.count("count.older_source", len(counts) - len(newest))
    return md.blocks(lines, md.text(older) if len(counts) > len(newest) else md.EMPTY)


def first_of(
    context: Context, page: str, items: Sequence[T], line: Callable[[T], md.Markdown], place: str
) -> md.Markdown:
    """A line for each of the first `items`; how many more there are leads to `place`, where all are listed."""
    lines = md.bullets(map(line, items[:MOST_LISTED]))
    if len(items) <= MOST_LISTED:
        return lines
    more = context.labels.text("text.more_marks", number=str(len(items) - MOST_LISTED))
    return md.blocks(lines, md.paragraph(md.link(more, relative(page, place))))


def _line(context: Context, page: str, key: SourceId, place: str, unit: str, number: int) -> md.Markdown:  # noqa: PLR0913, PLR0917  one line
    source = context.sources[key]
    when = md.bracketed(date(context, source.published)) if source.published else md.EMPTY
    title = md.join(md.link(md.name(source.title), relative(page, place)), when)
    return md.explained(title, md.text(context.labels.count(unit, number)))
