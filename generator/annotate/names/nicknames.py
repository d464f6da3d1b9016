"""Rules `nickname` and `stage-name`: persons whose names hold more than names: "Luca «Katze» Camenzind", "DJ Zange"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster, is_person
from generator.german.names.person_names import looks_given
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View

_STAGE = frozenset({"DJ", "MC"})
_LONGEST = 3  # words of a nickname
_MARKS = 2  # tokens from the first one in quotation marks back to the word before the mark


def nicknames(view: View) -> list[Mention]:
    """The persons of a sentence with a nickname between their names, and those who take the stage as DJs."""
    found = [m for start, end in view.quoted for m in [_nicknamed(view, start, end)] if m]
    for index, token in enumerate(view.tokens[:-1]):
        if token.text in _STAGE and view.tokens[index + 1].text[0].isupper():
            found.append(_mention(view, index, index + 1, "stage-name"))
    return found


def _nicknamed(view: View, start: int, end: int) -> Mention | None:
    """The person whose given name stands before the quotation marks and whose family name behind them."""
    first, last = start - _MARKS, end + 1
    if first < 0 or last >= len(view.tokens) or end - start > _LONGEST:
        return None
    family = view.tokens[last].text
    a_name = family[0].isupper() and (is_person(family) or not cluster(family))
    return _mention(view, first, last, "nickname") if a_name and looks_given(view.tokens[first].text) else None


def _mention(view: View, first: int, last: int, rule: str) -> Mention:
    span = Span(view.tokens[first].span.start, view.tokens[last].span.end)
    return Mention(span, Kind.PERSON, span.of(view.text), rule)
