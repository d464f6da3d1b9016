from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.layout import Box, place


def over_each_other(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < (a.width + b.width) // 2 and abs(a.y - b.y) < (a.height + b.height) // 2


def distance(a: Box, b: Box) -> float:
    return abs(complex(a.x - b.x, a.y - b.y))


def test_an_empty_network_has_no_boxes() -> None:
    assert place({}, []) == {}


def test_one_node_lies_in_the_corner() -> None:
    assert place({"a": (40, 20)}, [("a", "a")]) == {"a": Box(20, 10, 40, 20)}


def test_neighbours_lie_closer_than_strangers() -> None:
    sizes = dict.fromkeys("abcdef", (20, 20))
    boxes = place(sizes, [("a", "b"), ("c", "d"), ("e", "f")])
    assert distance(boxes["a"], boxes["b"]) < min(distance(boxes["a"], boxes[n]) for n in "cdef")


def test_the_direction_of_an_edge_does_not_matter() -> None:
    sizes = dict.fromkeys("abc", (20, 20))
    assert place(sizes, [("a", "b"), ("c", "b")]) == place(sizes, [("b", "c"), ("b", "a"), ("a", "b")])


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(30, 200), min_size=2, max_size=25),
    st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40),
)
def test_no_box_lies_over_another(widths: list[int], pairs: list[tuple[int, int]]) -> None:
    sizes = {f"n{i}": (width, 30) for i, width in enumerate(widths)}
    edges = [(f"n{a}", f"n{b}") for a, b in pairs if a < len(widths) and b < len(widths)]
    boxes = place(sizes, edges)
    assert not [pair for pair in combinations(boxes.values(), 2) if over_each_other(*pair)]
    assert min(b.x - b.width / 2 for b in boxes.values()) >= -1
    assert min(b.y - b.height / 2 for b in boxes.values()) >= -1
