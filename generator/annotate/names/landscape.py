"""Rules `place-opener`, `on-river`, `canton`, `landscape` and `settlement`: places by how their names are built.

"auf der Alp Nadels", "Hohenau an der March", "in Eggiwil BE", "im Tullnerfeld", "in Oberlunkhofen".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import COMMON, REGIONAL, cluster, own_cluster
from generator.german.names.forms import fold
from generator.german.names.gazetteer import names
from generator.german.names.toponyms import last_part, rivers, words
from generator.german.names.vocabulary import head, role
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_ON = frozenset({"an der", "am", "ob der", "a. d."})
_WITH_ARTICLE = ("ART", "APPRART")
_WHERE = frozenset({"in", "nach", "aus", "bei", "von", "bis"})


def landscape(view: View) -> list[Mention]:
    """The places of a sentence that their form shows."""
    found = []
    for index, token in enumerate(view.tokens):
        if token.text[0].isupper():
            found += [m for m in (_opened(view, index), _on_river(view, index), _by_form(view, index)) if m]
    return found


def _opened(view: View, index: int) -> Mention | None:
    """Opener and name: "Alp Nadels", "Piz Bernina"."""
    if index + 1 >= len(view.tokens) or view.tokens[index].text not in words("opener"):
        return None
    name = view.tokens[index + 1]
    bare = name.text[0].isupper() and name.text.isalpha() and not name.tag.startswith(("ART", "APPR", "KO", "PP"))
    return _mention(view, index, index + 2, "place-opener") if bare else None


def _on_river(view: View, index: int) -> Mention | None:
    """A town with its river: "Frankfurt an der Oder"."""
    for width in (1, 2):
        between = " ".join(t.text for t in view.tokens[index + 1 : index + 1 + width])
        river = index + 1 + width
        if between in _ON and river < len(view.tokens) and view.tokens[river].text in rivers():
            return _mention(view, index, river + 1, "on-river") if _is_town(view, index) else None
    return None


def _is_town(view: View, index: int) -> bool:
    """Whether the model or a list has a place there."""
    token = view.tokens[index]
    seen = any(span == token.span and class_ == "place" for span, class_ in view.seen_over(token.span))
    return seen or any(entry.kind is Kind.PLACE for entry in names().exact(token.text))


def _by_form(view: View, index: int) -> Mention | None:
    token, before = view.tokens[index], view.tokens[index - 1] if index else None
    if not token.text.isalpha() or names().exact(token.text) or head(token.text):
        return None
    follower = view.tokens[index + 1].text if index + 1 < len(view.tokens) else ""
    if before is None or role(token.text) or _is_part(view, token):
        return None
    unknown, where = not cluster(token.text), fold(before.text) in _WHERE
    if follower in words("canton") and where and (unknown or not own_cluster(token.text).startswith(COMMON)):
        return _mention(view, index, index + 1, "canton")
    if before.tag.startswith(_WITH_ARTICLE) and last_part(token.text, "nature") and _is_proper(token):
        return _mention(view, index, index + 1, "landscape")
    if unknown and where and last_part(token.text, "settlement"):
        return _mention(view, index, index + 1, "settlement")
    return None


def _is_part(view: View, token: Token) -> bool:
    """Whether the model sees a longer name or a person there: "Franz von Jungenfeld"."""
    first = view.token_at(token.span.start) - 2
    titled = first >= 0 and view.tokens[first].tag.startswith("NE") and view.tokens[first + 1].text == "von"
    return titled or any(class_ != "derived" and span != token.span for span, class_ in view.seen_over(token.span))


def _is_proper(token: Token) -> bool:
    """Whether what stands before the last part is no common noun: "Aletsch-", "Tullner-"; not "Stau-", "Spiel-"."""
    word = token.text
    first = word[: len(word) - len(last_part(word, "nature"))]
    path = cluster(first)
    if path == REGIONAL:
        return True
    return not path.startswith(COMMON) if path else not own_cluster(word)


def _mention(view: View, start: int, end: int, rule: str) -> Mention:
    span = Span(view.tokens[start].span.start, view.tokens[end - 1].span.end)
    return Mention(span, Kind.PLACE, span.of(view.text), rule)
