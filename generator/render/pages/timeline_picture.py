"""What the picture of the timeline shows: every event, or, of very many, what happened in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.edtf import bounds
from generator.model.ids import Certainty, Edtf
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.drawing.legend import legend
from generator.render.drawing.timeline import Row, bar_sample, draw
from generator.render.graph import framed
from generator.render.statement import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.dossier import Event, Statement
    from generator.render.context import Context

MOST_ROWS = 80
"""More rows are longer than a picture should be; then years share one, of many years decades, then centuries."""


def timeline_picture(context: Context, rows: Sequence[Row]) -> md.Markdown:
    """Draw what happened when, with the key to the lines; undated events come last."""
    for digits in (4, 3, 2):
        if len(rows) > MOST_ROWS:
            rows = _merged(context, rows, digits)
    if not rows:
        return md.EMPTY
    name = context.labels("timeline.picture")
    key = legend(context.labels, (), {row.certainty for row in rows}, bar_sample)
    drawn = framed(draw(rows, name), "bild zeit", name)
    return md.blocks(md.verbatim(drawn), md.verbatim(key))


def event_row(context: Context, event: Event) -> Row:
    """The row of an event."""
    return Row(event.edtf, _when(context, event.edtf), event.title, event.certainty, f"#{event.id}")


def statements_row(context: Context, edtf: Edtf, said: Sequence[Statement], anchor: str) -> Row:
    """The row of a date that only statements speak of: the words of one, the number of several."""
    first = said[0]
    words = shortened(context.sources[first.source], first)
    what = words if len(said) == 1 else context.labels.count("page.count.statement", len(said))
    return Row(edtf, _when(context, edtf), what, first.certainty, f"#{anchor}")


def _merged(context: Context, rows: Sequence[Row], digits: int) -> list[Row]:
    """One row a period, with how much happened in it, leading to the first of it."""
    groups: dict[Edtf | None, list[Row]] = {}
    for row in rows:
        period = Edtf(f"{bounds(row.edtf)[0].year:04}"[:digits].ljust(4, "X")) if row.edtf else None
        groups.setdefault(period, []).append(row)
    return [
        Row(
            period,
            _when(context, period),
            context.labels.count("timeline.entries", sum(row.entries for row in members)),
            Certainty.ASSERTED,
            members[0].target,
            sum(row.entries for row in members),
        )
        for period, members in groups.items()
    ]


def _when(context: Context, edtf: Edtf | None) -> str:
    words = phrase(edtf, context.labels.language) if edtf else context.labels("text.undated")
    return words[:1].upper() + words[1:]
