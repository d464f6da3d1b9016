"""Text with its marks as Markdown: `nest` says what opens where, this module builds the elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.render.markdown import Markdown, continued, join
from generator.render.markdown import text as plain
from generator.render.nesting import Close, Mark, Open, Text, nest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model.span import Span

T = TypeVar("T")


def weave(
    text: str,
    whole: Span,
    marks: Iterable[Mark[T]],
    wrap: Callable[[T, bool, Markdown], Markdown],
) -> Markdown:
    """`whole` of `text`, with each mark's stretch put into `wrap(value, first, content)`.

    `first` is false for the later pieces of a mark that had to be split: an id may stand only once on a page.
    """
    level: list[Markdown] = []
    outer: list[list[Markdown]] = []
    firsts: list[bool] = []
    for piece in nest(whole, marks):
        match piece:
            case Open(_, first):
                outer.append(level)
                firsts.append(first)
                level = []
            case Text(start, end):
                after_a_word = whole.start < start and text[start - 1].isalnum()
                level.append((continued if after_a_word else plain)(text[start:end]))
            case Close(mark):
                wrapped = wrap(mark.value, firsts.pop(), join(*level))
                level = [*outer.pop(), wrapped]
    return join(*level)
