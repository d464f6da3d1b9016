"""A shape for each kind of entity, so that a picture can be read without its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Kind
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Callable

CUT, ROUND = 9, 22
"""How much of a corner is cut off, and how far one is rounded at most, in pixels."""
Corners = tuple[tuple[int, int], ...]


def outline(kind: Kind, left: int, top: int, width: int, height: int) -> Element:
    """The outline of a box: round for persons, pointed for weapons, leaning for outlets, and so on."""
    if kind in _CORNERS:
        points = " ".join(f"{x},{y}" for x, y in _CORNERS[kind](left, top, left + width, top + height))
        return Element("polygon", (("class", "form"), ("points", points)))
    radius = {Kind.PERSON: min(height // 2, ROUND), Kind.STATE: 0}.get(kind, 6)
    frame = (("x", left), ("y", top), ("width", width), ("height", height), ("rx", radius))
    return Element("rect", (("class", "form"), *((name, str(value)) for name, value in frame)))


def _pointed(left: int, top: int, right: int, bottom: int) -> Corners:
    cut, middle = _cut(top, bottom), (top + bottom) // 2
    outer = ((right, middle), (right - cut, bottom), (left + cut, bottom), (left, middle))
    return ((left + cut, top), (right - cut, top), *outer)


def _leaning(left: int, top: int, right: int, bottom: int) -> Corners:
    cut = _cut(top, bottom)
    return (left + cut, top), (right, top), (right - cut, bottom), (left, bottom)


def _dog_eared(left: int, top: int, right: int, bottom: int) -> Corners:
    cut = _cut(top, bottom)
    return (left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)


def _signpost(left: int, top: int, right: int, bottom: int) -> Corners:
    cut, middle = _cut(top, bottom), (top + bottom) // 2
    return (left + cut, top), (right, top), (right, bottom), (left + cut, bottom), (left, middle)


def _eight_cornered(left: int, top: int, right: int, bottom: int) -> Corners:
    cut = _cut(top, bottom)
    upper = ((left, top + cut), (left + cut, top), (right - cut, top), (right, top + cut))
    lower = ((right, bottom - cut), (right - cut, bottom), (left + cut, bottom), (left, bottom - cut))
    return (*upper, *lower)


def _cut(top: int, bottom: int) -> int:
    return min(CUT, (bottom - top) // 2)


_CORNERS: dict[Kind, Callable[[int, int, int, int], Corners]] = {
    Kind.WEAPON: _pointed,
    Kind.OUTLET: _leaning,
    Kind.DOCUMENT: _dog_eared,
    Kind.PLACE: _signpost,
    Kind.EVENT: _eight_cornered,
}
"""The corners of a shape within (left, top, right, bottom)."""


def room_beside(kind: Kind) -> int:
    """How much wider than its words a box is, in pixels."""
    return 34 if kind in {Kind.WEAPON, Kind.OUTLET, Kind.PERSON, Kind.PLACE, Kind.EVENT} else 24
