"""The timeline as a picture: a row for each event, drawn as long as its date is vague, dashed as its status is.

Places across are percentages, so that the picture is as wide as the page while its words keep their size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.edtf import DateSet, Point, parse
from generator.render.drawing.arrows import DASHES
from generator.render.drawing.axis import cuts, extent, scale
from generator.render.graph import shortened
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.model.ids import Certainty, Edtf
    from generator.render.drawing.axis import Piece

HEAD = 26
ROW = 40
BAR_TOP, BAR = 23, 9
LONGEST = 96
"""Letters of a row that fit on a large screen; on a phone the end fades away."""
THIN = 10
"""The least width of a bar, in thousandths."""
LETTER = 15
"""The width of a letter above the axis on a phone, in thousandths."""
MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """What is drawn in a line: when (None: nobody knows), what, how certain, and where the page tells it.

    `entries` says for how many entries of the page it stands.
    """

    edtf: Edtf | None
    when: str
    what: str
    certainty: Certainty
    target: str
    entries: int = 1


def draw(rows: Sequence[Row], name: str) -> Element:
    """The rows under each other, with years or months above; `name` says what the picture shows."""
    axis = scale(parse(row.edtf).bounds for row in rows if row.edtf)
    height = HEAD + ROW * len(rows)
    drawn = (_row(row, axis, HEAD + ROW * place) for place, row in enumerate(rows))
    attributes = (("class", "zeitachse"), ("width", "100%"), ("height", str(height)))
    named = (("role", "group"), ("aria-label", name))
    return Element("svg", (*attributes, *named), (*_marks(axis), *_breaks(axis), *drawn))


def bar_sample(certainty: Certainty) -> Element:
    """A short bar as the picture draws it, for a key to it."""
    dashes = DASHES.get(certainty)
    look = (("stroke-dasharray", dashes),) if dashes else ()
    place = (("x", "2"), ("y", "5"), ("width", "32"), ("height", str(BAR)), ("rx", "2"))
    bar = Element("rect", (("class", "dauer"), *place, *look))
    return Element("g", (("class", f"zeile edge-{certainty}"),), (bar,))


def _marks(axis: Sequence[Piece]) -> Iterator[Element]:
    """A line for each year or month that is marked, its label where there is room."""
    free = 0
    for piece in axis:
        for day in piece.marks(max(1, MOST_MARKS * piece.width // 500)):
            x, label = piece.at(day), _label(day, piece)
            line = Element("line", (("x1", _share(x)), ("x2", _share(x)), ("y1", "18"), ("y2", "100%")))
            words: tuple[Element, ...] = ()
            if x >= free:
                words = (Element("text", (("x", _share(x)), ("y", "12")), (label,)),)
                free = x + LETTER * len(label) + LETTER
            yield Element("g", (("class", "jahr"),), (line, *words))


def _label(day: date, piece: Piece) -> str:
    return f"{day.month}/{day.year}" if piece.monthly else str(day.year)


def _breaks(axis: Sequence[Piece]) -> Iterator[Element]:
    """Two slanted strokes where time is cut out."""
    for x in cuts(axis):
        strokes = Element("path", (("d", "M-5,22 L0,14 M0,22 L5,14"),))
        yield Element("svg", (("class", "bruch"), ("x", _share(x))), (strokes,))


def _row(row: Row, axis: Sequence[Piece], top: int) -> Element:
    what = shortened(row.what, max(LONGEST - len(row.when), 12))
    when = Element("tspan", (("class", "wann"),), (row.when,))
    words = Element("text", (("x", "0"), ("y", "15")), (when, f" {what}"))
    full = (Element("title", (), (f"{row.when}: {row.what}",)),) if what != row.what else ()
    bar = tuple(_bar(row, axis))
    area = Element("rect", (("class", "flaeche"), ("width", "100%"), ("height", str(ROW))))
    link = Element("a", (("href", row.target),), (*full, area, *bar, words))
    css = f"zeile edge-{row.certainty}"
    return Element("g", (("class", css), ("transform", f"translate(0 {top})")), (link,))


def _bar(row: Row, axis: Sequence[Piece]) -> Iterator[Element]:
    if row.edtf is None:
        line = (("x1", "0"), ("x2", "100%"), ("y1", str(BAR_TOP + 4)), ("y2", str(BAR_TOP + 4)))
        yield Element("line", (("class", "offen"), *line))
        return
    found = parse(row.edtf)
    if isinstance(found, DateSet):
        yield _rect(*extent(found.bounds, axis), row.certainty, "spanne")
        for member in found.members:
            yield _rect(*extent(member.bounds, axis), row.certainty, "dauer")
        return
    vague = isinstance(found, Point) and bool(found.qualifier)
    yield _rect(*extent(found.bounds, axis), row.certainty, "dauer etwa" if vague else "dauer")


def _rect(start: int, end: int, certainty: Certainty, css: str) -> Element:
    width = max(end - start, THIN)
    across = (("x", _share(min(start, 1000 - width))), ("width", _share(width)))
    down = (("y", str(BAR_TOP)), ("height", str(BAR)), ("rx", "2"))
    dashes = DASHES.get(certainty)
    look = (("stroke-dasharray", dashes),) if dashes else ()
    return Element("rect", (("class", css), *across, *down, *look))


def _share(thousandths: int) -> str:
    return f"{thousandths / 10:.1f}".removesuffix(".0") + "%"
