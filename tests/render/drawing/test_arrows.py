from __future__ import annotations

import re

from generator.model.ids import Certainty, Kind
from generator.render.drawing.arrows import DASHES, lines
from generator.render.drawing.shapes import outline
from generator.render.graph import Edge
from generator.render.layout import Box
from generator.render.markdown import Element

ROW = {name: Box(x, 100, 60, 30) for name, x in (("a", 0), ("b", 200), ("c", 400))}


def ways(*edges: Edge, boxes: dict[str, Box] = ROW) -> list[str]:
    """The way of each line."""
    return [
        dict(child.attributes)["d"]
        for line in lines(edges, boxes)
        for child in line.children
        if isinstance(child, Element) and child.tag == "path"
    ]


def test_a_line_goes_from_border_to_border_and_stops_for_its_head() -> None:
    assert ways(Edge("a", "b", "", directed=False)) == ["M30,100 L170,100"]
    assert ways(Edge("a", "b", "")) == ["M30,100 L162,100"]


def test_a_line_does_not_run_under_a_third_box() -> None:
    (way,) = ways(Edge("a", "c", "", directed=False))
    bend = re.search(r"Q(-?[\d.]+),(-?[\d.]+)", way)
    assert bend, "it is bent"
    assert abs(float(bend[2]) - 100) / 2 > 15, "half of the bend is more than half of the box"


def test_lines_between_the_same_two_lie_apart_whichever_way_they_point() -> None:
    there, back = ways(Edge("a", "b", ""), Edge("b", "a", ""))
    (first,), (second,) = (re.findall(r"Q[-\d.]+,([-\d.]+)", way) for way in (there, back))
    assert {float(first) - 100, float(second) - 100} == {15.0, -15.0}


def test_boxes_that_nearly_touch_are_still_joined() -> None:
    wide = {"a": Box(0, 0, 300, 30), "b": Box(200, 40, 60, 30)}
    (way,) = ways(Edge("a", "b", "", directed=False), boxes=wide)
    assert way == "M75,15 L170,34"


def test_what_begins_where_it_ends_is_not_drawn() -> None:
    assert ways(Edge("a", "a", "")) == []


def test_a_status_has_its_own_kind_of_line() -> None:
    statuses = (Certainty.ASSERTED, Certainty.POSSIBLE, Certainty.ALLEGED, Certainty.DENIED)
    assert DASHES.get(Certainty.ASSERTED) is None
    assert len({DASHES.get(status) for status in statuses}) == 4


def test_kinds_can_be_told_apart_without_colour() -> None:
    entities = (Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE, Kind.WEAPON)
    others = (Kind.EVENT, Kind.DOCUMENT)
    assert len({outline(kind, 0, 0, 100, 30).attributes for kind in (*entities, *others)}) == 8
