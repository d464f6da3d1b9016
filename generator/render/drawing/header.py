"""The header picture: the dossier itself as a drawing. Arcs are its relations, dots its names, strokes its statements.

It is drawn from the same facts as the pages, says nothing that they do not say, and is not read out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.drawing.arrows import DASHES
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.ids import Certainty, Kind

WIDTH, HEIGHT = 1200, 236
LINE = 168
"""How far down the names stand."""
LOWEST, HIGHEST = 26, 158
"""The height of an arc between neighbours, and of the longest one."""
STROKES = 196
LONGEST_STROKE = 36
MOST_STROKES = 160
EDGE = 40
SMALL, STEP, LARGE = 6.0, 1.4, 19.0
"""The radius of a name: of one relation, what each further one adds, and the most."""


@dataclass(frozen=True, slots=True)
class Name:
    """A dot: what it is, and in how many relations it stands."""

    kind: Kind
    relations: int


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation between the names of two numbers."""

    start: int
    end: int
    certainty: Certainty


def draw(names: Sequence[Name], arcs: Sequence[Arc], statements: Sequence[Certainty]) -> Element:
    """Draw a dossier."""
    places = _places(len(names))
    size = (("viewBox", f"0 0 {WIDTH} {HEIGHT}"), ("width", str(WIDTH)), ("height", str(HEIGHT)))
    parts = (
        *_arcs(arcs, places),
        *_strokes(statements),
        *(_dot(name, x) for name, x in zip(names, places, strict=True)),
    )
    svg = Element("svg", (*size, ("aria-hidden", "true")), parts)
    return Element("div", (("class", "kopfbild"), ("data-search-exclude", "")), (svg,))


def _places(number: int) -> list[int]:
    room = WIDTH - 2 * EDGE
    return [EDGE + room * place // max(number - 1, 1) for place in range(number)]


def _arcs(arcs: Sequence[Arc], places: Sequence[int]) -> Iterator[Element]:
    """The longest arc is as high as there is room; the others are lower in proportion."""
    ends = dict.fromkeys((min(arc.start, arc.end), max(arc.start, arc.end), arc.certainty) for arc in arcs)
    longest = max((places[end] - places[start] for start, end, _ in ends), default=0)
    for start, end, certainty in ends:
        if start != end:
            yield _arc(places[start], places[end], certainty, longest)


def _arc(start: int, end: int, certainty: Certainty, longest: int) -> Element:
    top = LINE - (LOWEST + (HIGHEST - LOWEST) * (end - start) // longest) * 4 // 3
    dashes = DASHES.get(certainty)
    look = (("stroke-dasharray", dashes),) if dashes else ()
    way = (("d", f"M{start},{LINE} C{start},{top} {end},{top} {end},{LINE}"),)
    return Element("path", (("class", f"edge edge-{certainty}"), *way, *look))


def _dot(name: Name, x: int) -> Element:
    radius = min(SMALL + STEP * (name.relations - 1), LARGE)
    return Element("circle", (("data-kind", str(name.kind)), ("cx", str(x)), ("cy", str(LINE)), ("r", f"{radius:.1f}")))


def _strokes(statements: Sequence[Certainty]) -> Iterator[Element]:
    """One path a status: a stroke for each statement, in the order of the sources; the uncertain ones are longer."""
    room = WIDTH - 2 * EDGE
    for certainty in dict.fromkeys(statements):
        places = [n for n, found in enumerate(statements) if found is certainty]
        length = LONGEST_STROKE if certainty != "asserted" else LONGEST_STROKE // 2
        way = "".join(f"M{EDGE + room * n // max(len(statements) - 1, 1)},{STROKES}v{length}" for n in places)
        yield Element("path", (("class", f"strich edge-{certainty}"), ("d", way)))
