"""A network as a picture: SVG with real links, in the colours of the page, readable in light and dark.

Where the boxes stand is decided elsewhere (`layout.place` for a whole network, `ego` for one entity).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.ids import Certainty, Kind
from generator.render.drawing.arrows import lines
from generator.render.drawing.shapes import outline, room_beside
from generator.render.links import built
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.render.layout import Box

LETTER = 7.0
SMALL_LETTER = 6.0
LONGEST_NAME = 32
MARGIN = 12
PLAIN_HEIGHT = 30
NOTE_HEIGHT = 15


@dataclass(frozen=True, slots=True)
class Node:
    """A box: a name, small lines under it, the page it leads to (none: no link), whether it is the main one.

    `named`: its id stands in the picture for the script that filters it.
    """

    id: str
    name: str
    kind: Kind
    notes: tuple[str, ...] = ()
    page: str | None = None
    main: bool = False
    named: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, wide enough for the words."""
        name = len(shortened(self.name, LONGEST_NAME)) * LETTER
        notes = [len(note) * SMALL_LETTER for note in self.notes]
        return round(max(name, *notes, 0)) + room_beside(self.kind), PLAIN_HEIGHT + NOTE_HEIGHT * len(self.notes)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from `start` to `end` (ids of nodes); `label` is read out and shown on hovering.

    `named`: its ends and its status stand in the picture for the script that filters it. `port`: how far down it meets
    the box without an id, which it leaves or reaches from the side.
    """

    start: str
    end: str
    label: str
    certainty: Certainty = Certainty.ASSERTED
    directed: bool = True
    named: bool = False
    port: int | None = None


def drawing(nodes: Sequence[Node], edges: Iterable[Edge], boxes: Mapping[str, Box], page: str, title: str) -> Element:
    """Draw `nodes` in their `boxes`, joined by `edges`, for `page`; `title` is what a screen reader says."""
    width = max(box.x + box.width // 2 for box in boxes.values()) + 2 * MARGIN
    height = max(box.y + box.height // 2 for box in boxes.values()) + 2 * MARGIN
    return Element(
        "svg",
        (
            ("viewBox", f"{-MARGIN} {-MARGIN} {width} {height}"),
            ("width", str(width)),
            ("height", str(height)),
            ("role", "group"),
            ("aria-label", title),
        ),
        (*lines(edges, boxes), *(_node(node, boxes[node.id], page) for node in nodes)),
    )


def framed(svg: Element, css: str, title: str) -> Element:
    """Put a drawing into a region that can be scrolled; its words stand on the page too and are not for the search."""
    region = (("role", "region"), ("tabindex", "0"), ("aria-label", title), ("data-search-exclude", ""))
    return Element("div", (("class", css), *region), (svg,))


def shortened(words: str, longest: int) -> str:
    """Cut words that are too long for a box, and say so."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _node(node: Node, box: Box, page: str) -> Element:
    left, top = box.x - box.width // 2, box.y - box.height // 2
    name = shortened(node.name, LONGEST_NAME)
    parts = [
        *([Element("title", (), (node.name,))] if name != node.name else []),
        outline(node.kind, left, top, box.width, box.height),
        _line(name, box.x, (box.y + 5) if node.main else top + 20, "name"),
        *(_line(note, box.x, top + 36 + row * NOTE_HEIGHT, "note") for row, note in enumerate(node.notes)),
    ]
    css = "node node-main" if node.main else "node"
    named = [("data-id", node.id)] if node.named else []
    known = (("class", css), ("data-kind", str(node.kind)), *named)
    if node.page is None or node.page == page:
        return Element("g", known, tuple(parts))
    return Element("a", (*known, ("href", built(page, node.page))), tuple(parts))


def _line(words: str, x: int, y: int, css: str) -> Element:
    return Element("text", (("class", css), ("x", str(x)), ("y", str(y)), ("text-anchor", "middle")), (words,))
