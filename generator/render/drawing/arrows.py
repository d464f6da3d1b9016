"""The lines between boxes: dashed by status, bent where several join the same two, with a head where they point."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.render.graph import Edge
    from generator.render.layout import Box

Point = tuple[float, float]
SAMPLES = 16
DETOURS = (0.0, 45.0, -45.0, 90.0, -90.0, 140.0, -140.0)
"""How far aside a line may be pulled, in pixels; the first that meets no box is taken."""

DASHES = {
    Certainty.POSSIBLE: "1 4",
    Certainty.CONDITIONAL: "1 4",
    Certainty.QUESTION: "1 4",
    Certainty.ANNOUNCED: "7 4",
    Certainty.ALLEGED: "7 4",
    Certainty.DENIED: "10 3 2 3",
}
"""Plain lines are asserted or reported."""
HEAD, HALF_HEAD = 9.0, 4.0
"""Length and half the width of an arrow head, in pixels."""
APART = 30
"""How far apart the middles of lines between the same two boxes lie, in pixels."""


def lines(edges: Iterable[Edge], boxes: Mapping[str, Box]) -> Iterator[Element]:
    """Draw the edges; one that begins where it ends is left to the table."""
    bundles: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        if edge.start != edge.end:
            bundles.setdefault((min(edge.start, edge.end), max(edge.start, edge.end)), []).append(edge)
    for bundle in bundles.values():
        alone = _around(bundle[0], boxes) if len(bundle) == 1 and bundle[0].port is None else 0.0
        for place, edge in enumerate(bundle):
            aside = (place - (len(bundle) - 1) / 2) * APART + (alone if edge.start < edge.end else -alone)
            yield _line(edge, boxes, aside if edge.start < edge.end else -aside)


def line_sample(certainty: Certainty) -> Element:
    """A short line as the pictures draw it, for a key to them."""
    line = Element("path", (*_stroke(certainty), ("d", "M1,9 H25")))
    return Element("g", (("class", f"edge edge-{certainty}"),), (line, _head((34, 9), (25, 9))))


def _line(edge: Edge, boxes: Mapping[str, Box], aside: float) -> Element:
    start, end = boxes[edge.start], boxes[edge.end]
    way, head = _from_the_side(edge, start, end) if edge.port is not None else _across(edge, start, end, aside)
    names = (("data-from", edge.start), ("data-to", edge.end), ("data-status", str(edge.certainty)))
    return Element(
        "g",
        (("class", f"edge edge-{edge.certainty}"), *(names if edge.named else ())),
        (Element("title", (), (edge.label,)), Element("path", (*_stroke(edge.certainty), ("d", way))), *head),
    )


def _across(edge: Edge, start: Box, end: Box, aside: float) -> tuple[str, tuple[Element, ...]]:
    """A line from centre to centre, as far as it lies outside the boxes; bent if others lie beside or before it."""
    bend = _bend(start, end, aside)
    a = border(start, (end.x, end.y) if _inside(bend, start) else bend)
    b = border(end, (start.x, start.y) if _inside(bend, end) else bend)
    stop = _before(b, bend if aside else a, HEAD - 1) if edge.directed else b
    way = f"M{_at(a)} Q{_at(bend)} {_at(stop)}" if aside else f"M{_at(a)} L{_at(stop)}"
    return way, (_head(b, bend if aside else a),) if edge.directed else ()


def _around(edge: Edge, boxes: Mapping[str, Box]) -> float:
    """How far aside a single line is pulled so that it does not run under a third box; 0 if nothing helps."""
    start, end = boxes[edge.start], boxes[edge.end]
    low, high = min(start.x, end.x) + DETOURS[-1], max(start.x, end.x) - DETOURS[-1]
    others = [
        box
        for name, box in boxes.items()
        if name not in {edge.start, edge.end} and low < box.x + box.width // 2 and box.x - box.width // 2 < high
    ]
    free = (aside for aside in DETOURS if not _meets(start, end, aside, others))
    return next(free, 0.0)


def _meets(start: Box, end: Box, aside: float, others: Sequence[Box]) -> bool:
    bend = _bend(start, end, aside)
    points = [_on_curve((start.x, start.y), bend, (end.x, end.y), step / SAMPLES) for step in range(1, SAMPLES)]
    return any(_inside(point, box) for point in points for box in others)


def _on_curve(a: Point, bend: Point, b: Point, t: float) -> Point:
    first, second, third = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
    return first * a[0] + second * bend[0] + third * b[0], first * a[1] + second * bend[1] + third * b[1]


def _inside(point: Point, box: Box) -> bool:
    return abs(point[0] - box.x) <= box.width / 2 and abs(point[1] - box.y) <= box.height / 2


def _from_the_side(edge: Edge, start: Box, end: Box) -> tuple[str, tuple[Element, ...]]:
    """A wave from the side of one box to the facing side of another."""
    way = 1 if start.x < end.x else -1
    port = float(edge.port or 0)
    a = (start.x + way * start.width / 2, port if edge.start == "" else float(start.y))
    b = (end.x - way * end.width / 2, port if edge.end == "" else float(end.y))
    stop = (b[0] - way * (HEAD - 1), b[1]) if edge.directed else b
    middle = (a[0] + stop[0]) / 2
    path = f"M{_at(a)} C{_at((middle, a[1]))} {_at((middle, stop[1]))} {_at(stop)}"
    return path, (_head(b, (b[0] - way, b[1])),) if edge.directed else ()


def _stroke(certainty: Certainty) -> tuple[tuple[str, str], ...]:
    dashes = DASHES.get(certainty)
    return (("fill", "none"), ("stroke", "currentColor"), *([("stroke-dasharray", dashes)] if dashes else []))


def _bend(start: Box, end: Box, aside: float) -> Point:
    """The point that pulls a line aside; for a straight one the middle between the boxes."""
    dx, dy = end.x - start.x, end.y - start.y
    length = max(sqrt(dx * dx + dy * dy), 1.0)
    return (start.x + end.x) / 2 - dy / length * aside, (start.y + end.y) / 2 + dx / length * aside


def border(box: Box, towards: Point) -> Point:
    """Find where the line from the centre of `box` towards a point leaves the box."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    reach = min(box.width / 2 / abs(dx) if dx else 1.0, box.height / 2 / abs(dy) if dy else 1.0, 1.0)
    return box.x + dx * reach, box.y + dy * reach


def _before(point: Point, towards: Point, distance: float) -> Point:
    dx, dy = towards[0] - point[0], towards[1] - point[1]
    length = max(sqrt(dx * dx + dy * dy), 1e-6)
    return point[0] + dx / length * distance, point[1] + dy / length * distance


def _head(tip: Point, towards: Point) -> Element:
    base = _before(tip, towards, HEAD)
    dx, dy = (base[0] - tip[0]) / HEAD * HALF_HEAD, (base[1] - tip[1]) / HEAD * HALF_HEAD
    corners = (tip, (base[0] - dy, base[1] + dx), (base[0] + dy, base[1] - dx))
    points = " ".join(_at(corner) for corner in corners)
    return Element("polygon", (("fill", "currentColor"), ("points", points)))


def _at(point: Point) -> str:
    return f"{_whole(point[0])},{_whole(point[1])}"


def _whole(value: float) -> str:
    """A number with one decimal, without a superfluous one and never „-0“."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
