"""Where the nodes of a network go: forces pull neighbours together, then boxes that lie over each other move apart.

The forces are rustworkx's (Fruchterman and Reingold, 1991), from a fixed start: scalar arithmetic without fused or
reordered operations, so every machine computes the same; its result is rounded before anything is built on it. What
hangs together is laid out by itself, and the parts stand in columns, the largest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from rustworkx import PyGraph, connected_components, spring_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROUNDS = 400
SPREADING = 200
GROWING, GROWTH, CROWDED = 14, 1.12, 0.3
"""How often and how much a crowded part grows, and how many overlaps a box it may have before boxes are moved."""
TINY = 1e-6
"""Far below a pixel."""
IDEAL = 115.0
"""The mean length of an edge before boxes move apart, in pixels."""
GAP = 16.0
BETWEEN_PARTS = 32
WIDE = 1.5
"""How much wider than high a part is drawn: labels are wide."""
SCREEN = 1.8
"""How much wider than high the room is that the parts together should fill."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its centre and its size, in pixels."""

    x: int
    y: int
    width: int
    height: int


Vectors = dict[str, list[float]]


def place(sizes: Mapping[str, tuple[int, int]], edges: Iterable[tuple[str, str]]) -> dict[str, Box]:
    """A box for each node of `sizes` (width, height), none over another; the picture starts at (0, 0)."""
    links = sorted({(min(e), max(e)) for e in edges if e[0] != e[1]})
    parts = [_part(sizes, part, links) for part in _parts(list(sizes), links)]
    placed = _packed(sorted(parts, key=lambda part: -_area(part)))
    return {name: placed[name] for name in sizes}


def _parts(names: list[str], links: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """What hangs together, each part in the order of `names`."""
    numbers = {name: number for number, name in enumerate(names)}
    graph: PyGraph[None, None] = PyGraph()
    graph.add_nodes_from([None] * len(names))
    graph.add_edges_from([(numbers[a], numbers[b], None) for a, b in links])
    for part in sorted(sorted(found) for found in connected_components(graph)):
        yield [names[number] for number in part]


def _part(
    sizes: Mapping[str, tuple[int, int]], part: Sequence[str], links: Iterable[tuple[str, str]]
) -> dict[str, Box]:
    members = set(part)
    inside = [(a, b) for a, b in links if a in members]
    centres = _scaled(_pulled(part, inside), inside)
    _spread(centres, sizes)
    return _boxes(centres, sizes)


def _pulled(part: Sequence[str], links: Sequence[tuple[str, str]]) -> Vectors:
    numbers = {name: number for number, name in enumerate(part)}
    graph: PyGraph[None, None] = PyGraph()
    graph.add_nodes_from([None] * len(part))
    graph.add_edges_from([(numbers[a], numbers[b], None) for a, b in links])
    found = spring_layout(graph, pos=_circle(len(part)), k=1.0, adaptive_cooling=False, num_iter=ROUNDS, seed=0)
    return {name: [round(axis, 4) for axis in found[number]] for name, number in numbers.items()}


def _circle(number: int) -> dict[int, tuple[float, float]]:
    radius = sqrt(number)
    angles = [2 * pi * (i / number + 1 / 4) for i in range(number)]
    return {i: (round(radius * cos(a), 3), round(radius * sin(a), 3)) for i, a in enumerate(angles)}


def _scaled(centres: Vectors, links: Sequence[tuple[str, str]]) -> Vectors:
    """Make the mean edge as long as it should be, and the whole wider than high."""
    lengths = [sqrt(sum((centres[a][axis] - centres[b][axis]) ** 2 for axis in (0, 1))) for a, b in links]
    scale = IDEAL * len(lengths) / max(sum(lengths), 1e-3) if lengths else 0.0
    return {name: [round(x * scale * WIDE, 1), round(y * scale, 1)] for name, (x, y) in centres.items()}


def _spread(centres: Vectors, sizes: Mapping[str, tuple[int, int]]) -> None:
    """Give a crowd more room until few boxes lie over each other, move those apart, and put what is left in rows."""
    for _ in range(GROWING):
        if sum(1 for pair in _near(centres, sizes) if _missing(centres, sizes, *pair)) <= len(centres) * CROWDED:
            break
        for centre in centres.values():
            centre[0], centre[1] = round(centre[0] * GROWTH, 2), round(centre[1] * GROWTH, 2)
    for _ in range(SPREADING):
        if not [pair for pair in _near(centres, sizes) if _apart(centres, sizes, *pair)]:
            return
    _in_rows(centres, sizes)


def _near(centres: Vectors, sizes: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Find the pairs whose boxes may touch across: only they can lie over each other."""
    widest = max((width for width, _ in sizes.values()), default=0) + GAP
    order = sorted(centres, key=lambda name: (centres[name][0], name))
    across = {name: centres[name][0] for name in order}
    for place, a in enumerate(order):
        for b in order[place + 1 :]:
            if across[b] - across[a] > widest:
                break
            yield a, b


def _missing(centres: Vectors, sizes: Mapping[str, tuple[int, int]], a: str, b: str) -> tuple[float, float] | None:
    """How far apart `a` and `b` would have to move across or down; None if they do not lie over each other."""
    (ax, ay), (bx, by) = centres[a], centres[b]
    across = (sizes[a][0] + sizes[b][0]) / 2 + GAP - abs(bx - ax)
    down = (sizes[a][1] + sizes[b][1]) / 2 + GAP - abs(by - ay)
    return (across, down) if across > TINY and down > TINY else None


def _apart(centres: Vectors, sizes: Mapping[str, tuple[int, int]], a: str, b: str) -> bool:
    """Move `a` and `b` apart by half of what is missing each, the shorter way; False if nothing is."""
    missing = _missing(centres, sizes, a, b)
    if missing is None:
        return False
    axis = 0 if missing[0] < missing[1] else 1
    direction = 1 if centres[a][axis] <= centres[b][axis] else -1
    centres[a][axis] -= direction * missing[axis] / 2
    centres[b][axis] += direction * missing[axis] / 2
    return True


def _in_rows(centres: Vectors, sizes: Mapping[str, tuple[int, int]]) -> None:
    """Push each box below all those before it that it still lies over: what is left of a crowd comes apart."""
    settled: list[str] = []
    for name in sorted(centres, key=lambda name: (centres[name][1], name)):
        for other in settled:
            beside = abs(centres[name][0] - centres[other][0]) >= (sizes[name][0] + sizes[other][0]) / 2 + GAP
            lowest = centres[other][1] + (sizes[name][1] + sizes[other][1]) / 2 + GAP
            if not beside and centres[name][1] < lowest:
                centres[name][1] = lowest
        settled.append(name)
        settled.sort(key=lambda name: centres[name][1])


def _boxes(centres: Vectors, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Box]:
    left = min((x - sizes[name][0] / 2 for name, (x, _) in centres.items()), default=0.0)
    top = min((y - sizes[name][1] / 2 for name, (_, y) in centres.items()), default=0.0)
    return {name: Box(round(x - left), round(y - top), *sizes[name]) for name, (x, y) in centres.items()}


def _extent(part: Mapping[str, Box]) -> tuple[int, int]:
    """How far the boxes reach to the right and down."""
    return (
        max(box.x + (box.width + 1) // 2 for box in part.values()),
        max(box.y + (box.height + 1) // 2 for box in part.values()),
    )


def _area(part: Mapping[str, Box]) -> int:
    width, height = _extent(part)
    return width * height


def _packed(parts: Sequence[Mapping[str, Box]]) -> dict[str, Box]:
    """Put the parts into columns no higher than the highest part, or than a picture of all of them should be."""
    if not parts:
        return {}
    whole = sqrt(sum(_area(part) for part in parts) / SCREEN)
    height = max(round(whole), *(_extent(part)[1] for part in parts))
    placed: dict[str, Box] = {}
    left = top = column = 0
    for part in parts:
        across, down = _extent(part)
        if top and top + down > height:
            left, top, column = left + column + BETWEEN_PARTS, 0, 0
        placed |= {name: Box(b.x + left, b.y + top, b.width, b.height) for name, b in part.items()}
        top, column = top + down + BETWEEN_PARTS, max(column, across)
    return placed
