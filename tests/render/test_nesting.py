from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Span
from generator.render.nesting import Close, Mark, Open, Piece, Text, nest

TEXT = "abcdefghijklmnopqrst"


WHOLE = Span(0, 20)


def show(marks: list[Mark[str]], whole: Span = WHOLE) -> str:
    return "".join(map(_show, nest(whole, marks)))


def _show(piece: Piece[str]) -> str:
    match piece:
        case Open(mark, first):
            return f"<{mark.value}{'' if first else '+'}>"
        case Text(start, end):
            return TEXT[start:end]
        case Close(mark):
            return f"</{mark.value}>"


def mark(start: int, end: int, rank: int, name: str) -> Mark[str]:
    return Mark(Span(start, end), rank, name)


def test_text_without_marks() -> None:
    assert show([]) == TEXT


def test_a_mark_inside_another() -> None:
    assert show([mark(5, 8, 0, "in"), mark(2, 10, 1, "out")]) == "ab<out>cde<in>fgh</in>ij</out>klmnopqrst"


def test_the_same_stretch_twice_puts_the_lower_rank_outside() -> None:
    assert show([mark(0, 20, 2, "b"), mark(0, 20, 1, "a")]) == f"<a><b>{TEXT}</b></a>"


def test_a_later_mark_of_higher_rank_is_split() -> None:
    assert show([mark(0, 10, 0, "a"), mark(5, 15, 1, "b")]) == "<a>abcde<b>fghij</b></a><b+>klmno</b>pqrst"


def test_an_earlier_mark_of_higher_rank_is_split() -> None:
    assert show([mark(0, 10, 1, "b"), mark(5, 15, 0, "a")]) == "<b>abcde</b><a><b+>fghij</b>klmno</a>pqrst"


def test_touching_marks_do_not_nest() -> None:
    assert show([mark(0, 5, 1, "a"), mark(5, 20, 1, "b")]) == "<a>abcde</a><b>fghijklmnopqrst</b>"


def test_only_the_part_inside_counts() -> None:
    assert show([mark(0, 7, 0, "a")], Span(5, 10)) == "<a>fg</a>hij"


def test_an_inner_mark_that_ends_with_a_split_one_leaves_no_empty_element() -> None:
    marks = [mark(0, 6, 3, "c"), mark(2, 10, 1, "a"), mark(4, 6, 2, "b")]
    assert show(marks) == "<c>ab</c><a><c+>cd<b>ef</b></c>ghij</a>klmnopqrst"


def test_a_mark_in_between_does_not_hide_the_one_to_be_split() -> None:
    marks = [mark(0, 3, 1, "a"), mark(1, 4, 1, "b"), mark(2, 4, 0, "whole")]
    assert show(marks, Span(0, 5)) == "<a>a<b>b</b></a><whole><b+><a+>c</a>d</b></whole>e"


MARKS = st.lists(
    st.builds(
        lambda start, length, rank, number: mark(start, min(start + length, 20), rank, f"m{number}"),
        st.integers(0, 19),
        st.integers(1, 20),
        st.integers(0, 3),
        st.integers(0, 1000),
    ),
    max_size=12,
)


@given(MARKS)
def test_the_text_is_unchanged_and_elements_nest(marks: list[Mark[str]]) -> None:
    stack: list[Mark[str]] = []
    text, before = "", None
    for piece in nest(WHOLE, marks):
        match piece:
            case Open(opened, _):
                stack.append(opened)
            case Text(start, end):
                text += TEXT[start:end]
            case Close(closed):
                assert stack.pop() is closed
                assert not isinstance(before, Open), "an empty element"
        before = piece
    assert text == TEXT
    assert stack == []


@given(MARKS)
def test_every_mark_covers_exactly_its_stretch_and_starts_once(marks: list[Mark[str]]) -> None:
    covered: dict[int, set[int]] = {id(m): set() for m in marks}
    firsts: list[int] = []
    stack: list[Mark[str]] = []
    for piece in nest(WHOLE, marks):
        match piece:
            case Open(opened, first):
                stack.append(opened)
                firsts += [id(opened)] if first else []
            case Text(start, end):
                for open_mark in stack:
                    covered[id(open_mark)].update(range(start, end))
            case Close(_):
                stack.pop()
    assert all(covered[id(m)] == set(range(m.span.start, m.span.end)) for m in marks)
    assert sorted(firsts) == sorted(covered)


@given(MARKS)
def test_rank_zero_is_split_only_by_rank_zero(marks: list[Mark[str]]) -> None:
    zeros = [m for m in marks if m.rank == 0]
    crossed = {
        id(a)
        for a in zeros
        for b in zeros
        if a.span.overlaps(b.span) and not a.span.contains(b.span) and not b.span.contains(a.span)
    }
    split = {id(p.mark) for p in nest(WHOLE, marks) if isinstance(p, Open) and not p.first}
    assert {i for i in split if i in {id(m) for m in zeros}} <= crossed
