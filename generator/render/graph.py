"""A network as a picture: SVG with real links, in the colours of the page, readable in light and dark.

Where the boxes stand is decided elsewhere (`layout.place` for a whole network, `ego.star` for one entity).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.render.links import built
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.render.layout import Box

LETTER = 7.2
SMALL_LETTER = 6.0
LONGEST_NAME = 30
LONGEST_NOTE = 44
MARGIN = 12
_SPACE_AROUND_WORDS = 20
_PLAIN_HEIGHT = 28
_NOTE_HEIGHT = 14
_BESIDE = 7
"""How far lines between the same two boxes lie apart."""

_DASHES = {
    Certainty.POSSIBLE: "2 4",
    Certainty.CONDITIONAL: "2 4",
    Certainty.QUESTION: "2 4",
    Certainty.ANNOUNCED: "8 4",
    Certainty.ALLEGED: "8 4",
    Certainty.DENIED: "12 4 2 4",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A box: a name, small lines under it, the page it leads to (none: no link), whether it is the main one."""

    id: str
    name: str
    kind: str
    notes: tuple[str, ...] = ()
    page: str | None = None
    main: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, wide enough for the words."""
        name = len(_short(self.name, LONGEST_NAME)) * LETTER
        notes = [len(_short(note, LONGEST_NOTE)) * SMALL_LETTER for note in self.notes]
        return round(max(name, *notes, 0)) + _SPACE_AROUND_WORDS, _PLAIN_HEIGHT + _NOTE_HEIGHT * len(self.notes)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from `start` to `end` (ids of nodes); `label` is read out and shown on hovering."""

    start: str
    end: str
    label: str
    certainty: Certainty = Certainty.ASSERTED
    directed: bool = True


def drawing(nodes: Sequence[Node], edges: Iterable[Edge], boxes: Mapping[str, Box], page: str, title: str) -> Element:
    """Draw `nodes` in their `boxes`, joined by `edges`, for `page`; `title` is what a screen reader says."""
    width = max(box.x + box.width // 2 for box in boxes.values()) + MARGIN
    height = max(box.y + box.height // 2 for box in boxes.values()) + MARGIN
    lines = [_edge(edge, boxes, aside) for edge, aside in _side_by_side(edges)]
    svg = Element(
        "svg",
        (
            ("viewBox", f"{-MARGIN} {-MARGIN} {width + MARGIN} {height + MARGIN}"),
            ("width", str(width + MARGIN)),
            ("height", str(height + MARGIN)),
            ("role", "group"),
            ("aria-label", title),
        ),
        (_arrow_head(), *lines, *(_node(node, boxes[node.id], page) for node in nodes)),
    )
    return framed(svg, "bild netz", title)


def framed(svg: Element, css: str, title: str) -> Element:
    """Put a drawing into a region that can be scrolled; its words stand on the page too and are not for the search."""
    region = (("role", "region"), ("tabindex", "0"), ("aria-label", title), ("data-search-exclude", ""))
    return Element("div", (("class", css), *region), (svg,))


def _arrow_head() -> Element:
    shape = Element("path", (("d", "M0,0 L8,4 L0,8 z"), ("fill", "currentColor")))
    size = (("markerWidth", "8"), ("markerHeight", "8"), ("refX", "8"), ("refY", "4"), ("orient", "auto"))
    return Element("defs", (), (Element("marker", (("id", "graph-arrow"), *size), (shape,)),))


def _side_by_side(edges: Iterable[Edge]) -> Iterator[tuple[Edge, float]]:
    """Say for each edge how far it lies from the middle line, so that edges between the same two boxes are seen."""
    bundles: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        if edge.start != edge.end:
            bundles.setdefault((min(edge.start, edge.end), max(edge.start, edge.end)), []).append(edge)
    for bundle in bundles.values():
        for place, edge in enumerate(bundle):
            aside = (place - (len(bundle) - 1) / 2) * _BESIDE
            yield edge, aside if edge.start < edge.end else -aside


def _edge(edge: Edge, boxes: Mapping[str, Box], aside: float) -> Element:
    (x1, y1), (x2, y2) = _border(boxes[edge.start], boxes[edge.end]), _border(boxes[edge.end], boxes[edge.start])
    length = max(sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2), 1.0)
    dx, dy = (y1 - y2) / length * aside, (x2 - x1) / length * aside
    x1, y1, x2, y2 = x1 + dx, y1 + dy, x2 + dx, y2 + dy
    dashes = _DASHES.get(edge.certainty)
    attributes = [
        ("class", f"edge edge-{edge.certainty}"),
        *((name, f"{value:.0f}") for name, value in (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2))),
        ("stroke", "currentColor"),
        *([("stroke-dasharray", dashes)] if dashes else []),
        *([("marker-end", "url(#graph-arrow)")] if edge.directed else []),
    ]
    return Element("line", tuple(attributes), (Element("title", (), (edge.label,)),))


def _border(box: Box, other: Box) -> tuple[float, float]:
    """Find where the line from the centre of `box` to that of `other` leaves `box`."""
    dx, dy = other.x - box.x, other.y - box.y
    reach = min(
        box.width / 2 / abs(dx) if dx else 1.0,
        box.height / 2 / abs(dy) if dy else 1.0,
        1.0,
    )
    return box.x + dx * reach, box.y + dy * reach


def _node(node: Node, box: Box, page: str) -> Element:
    left, top = box.x - box.width // 2, box.y - box.height // 2
    frame = (("x", left), ("y", top), ("width", box.width), ("height", box.height), ("rx", 6))
    look = (("fill", "var(--md-default-bg-color)"), ("stroke", "currentColor"))
    parts = [
        Element("rect", (*((name, str(value)) for name, value in frame), *look)),
        _line(_short(node.name, LONGEST_NAME), box.x, top + 19, "13", bold=node.main),
    ]
    for row, note in enumerate(node.notes):
        parts.append(_line(_short(note, LONGEST_NOTE), box.x, top + 34 + row * _NOTE_HEIGHT, "11", bold=False))
    css = f"node node-{node.kind}" + (" node-main" if node.main else "")
    if node.page is None or node.page == page:
        return Element("g", (("class", css),), tuple(parts))
    return Element("a", (("class", css), ("href", built(page, node.page))), tuple(parts))


def _line(words: str, x: int, y: int, size: str, *, bold: bool) -> Element:
    place = (("x", str(x)), ("y", str(y)), ("text-anchor", "middle"), ("font-size", size), ("fill", "currentColor"))
    return Element("text", (*place, ("font-weight", "600")) if bold else place, (words,))


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
