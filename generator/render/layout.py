"""Where the nodes of a network go: forces pull neighbours together and push all others apart.

The method of Fruchterman and Reingold (1991) from a fixed start, then boxes that lie over each other move apart.
Only +, −, ×, ÷ and the square root are applied to rounded numbers, which every machine computes alike: the same
network gives the same picture everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROUNDS = 200
SPREADING = 150
IDEAL = 85.0
"""The length of an edge that nothing else pulls at, in pixels."""
PULL_TO_CENTRE = 2.0
GAP = 14.0
WIDE = 1.5
"""How much wider than high the picture is drawn: labels are wide."""


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
    centres = _circle(list(sizes))
    for turn in range(ROUNDS):
        _move(centres, links, heat=IDEAL * (1 - turn / ROUNDS))
    for centre in centres.values():
        centre[0] *= WIDE
    _spread(centres, sizes)
    return _boxes(centres, sizes)


def _circle(names: list[str]) -> Vectors:
    radius = IDEAL * sqrt(len(names))
    angles = {name: 2 * pi * i / len(names) for i, name in enumerate(names)}
    return {name: [round(radius * cos(a), 3), round(radius * sin(a), 3)] for name, a in angles.items()}


def _move(centres: Vectors, links: list[tuple[str, str]], heat: float) -> None:
    """One round: everybody goes where the forces pull, at most as far as `heat`."""
    forces: Vectors = {name: [-PULL_TO_CENTRE * x, -PULL_TO_CENTRE * y] for name, (x, y) in centres.items()}
    for a, b in combinations(centres, 2):
        distance, way = _between(centres[a], centres[b])
        _push(forces[a], forces[b], way, IDEAL * IDEAL / (distance * distance))
    for a, b in links:
        distance, way = _between(centres[a], centres[b])
        _push(forces[a], forces[b], way, -distance / IDEAL)
    for name, (fx, fy) in forces.items():
        length = max(sqrt(fx * fx + fy * fy), 1e-9)
        step = min(length, heat) / length
        centres[name][0] += fx * step
        centres[name][1] += fy * step


def _between(a: list[float], b: list[float]) -> tuple[float, tuple[float, float]]:
    dx, dy = b[0] - a[0], b[1] - a[1]
    return max(sqrt(dx * dx + dy * dy), 1.0), (dx, dy)


def _push(a: list[float], b: list[float], way: tuple[float, float], strength: float) -> None:
    """Push the forces on `a` and `b` apart along the way between them (together if `strength` is negative)."""
    for axis in (0, 1):
        a[axis] -= way[axis] * strength
        b[axis] += way[axis] * strength


def _spread(centres: Vectors, sizes: Mapping[str, tuple[int, int]]) -> None:
    """Move boxes that lie over each other apart, along the shorter way, until none does."""
    for _ in range(SPREADING):
        crowded = [pair for pair in combinations(centres, 2) if _part(centres, sizes, *pair)]
        if not crowded:
            return


def _part(centres: Vectors, sizes: Mapping[str, tuple[int, int]], a: str, b: str) -> bool:
    """Move `a` and `b` apart by half of what is missing each; False if nothing is."""
    missing = [
        (sizes[a][axis] + sizes[b][axis]) / 2 + GAP - abs(centres[b][axis] - centres[a][axis]) for axis in (0, 1)
    ]
    if min(missing) <= 1e-6:  # noqa: PLR2004  far below a pixel
        return False
    axis = 0 if missing[0] < missing[1] else 1
    direction = 1 if centres[a][axis] <= centres[b][axis] else -1
    centres[a][axis] -= direction * missing[axis] / 2
    centres[b][axis] += direction * missing[axis] / 2
    return True


def _boxes(centres: Vectors, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Box]:
    left = min((x - sizes[name][0] / 2 for name, (x, _) in centres.items()), default=0.0)
    top = min((y - sizes[name][1] / 2 for name, (_, y) in centres.items()), default=0.0)
    return {name: Box(round(x - left), round(y - top), *sizes[name]) for name, (x, y) in centres.items()}
