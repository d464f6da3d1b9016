"""Rule `ampersand`: firms that are called after two: "Kettner & Söhne", "Procter & Gamble"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import COMMON, own_cluster
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View


def firms(view: View) -> list[Mention]:
    """A name, an ampersand and a capitalised word, and a legal form behind it; not "Forschung & Entwicklung"."""
    found = []
    for index in range(1, len(view.tokens) - 1):
        first, second = view.tokens[index - 1], view.tokens[index + 1]
        if view.tokens[index].text != "&" or not (first.text[0].isupper() and second.text[0].isupper()):
            continue
        span = Span(first.span.start, second.span.end)
        if own_cluster(first.text).startswith(COMMON) or view.seen_over(view.tokens[index].span):
            continue
        found.append(Mention(span, Kind.ORGANISATION, span.of(view.text), "ampersand"))
    return found
