"""Rules `quoted-name` and `framed-name`: a head noun tells what the name behind it is.

"die Nachrichtenagentur Unian", "das U-Boot «Held Kim Kun Ok»", "die Serie «Dark»".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.names.companies import LEGAL_FORMS
from generator.german.names.clusters import cluster
from generator.german.names.forms import fold
from generator.german.names.gazetteer import names
from generator.german.names.vocabulary import Head, compound_head, weapon_category
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.view import View
    from generator.german.names.gazetteer import Entry
    from generator.model.annotation import Token

_NAME_TAGS = ("NE", "FM", "XY")
_AND = frozenset({"und", "oder", "sowie", ","})
_LONGEST_REST = 4
_TITLE_SHAPE = 2  # a quoted stretch of one small word is no name


def framed(view: View) -> list[Mention]:
    """Names behind a head noun, in quotation marks or bare; in quotation marks also the media of the lists."""
    quoted = _all_quoted(view)
    return quoted + [m for index in range(len(view.tokens) - 1) for m in [_bare(view, index)] if m]


def _all_quoted(view: View) -> list[Mention]:
    """The names in quotation marks; those in a row are what the first is: "die Schiffe «Elbe» und «Oder»"."""
    found: list[Mention] = []
    last = (0, 0)
    for start, end in view.quoted:
        mention = _quoted(view, start, end)
        between = view.tokens[last[1] + 1 : start - 1]
        if mention is None and found and last[1] and len(between) == 1 and between[0].text in _AND:
            span = Span(view.tokens[start].span.start, view.tokens[end - 1].span.end)
            mention = replace(found[-1], span=span, name=span.of(view.text))
        if mention:
            found.append(mention)
        last = (start, end) if mention else (0, 0)
    return found


def _quoted(view: View, start: int, end: int) -> Mention | None:
    """The name in the quotation marks around tokens `start` to `end`."""
    span = Span(view.tokens[start].span.start, view.tokens[end - 1].span.end)
    inner = span.of(view.text)
    entry = _listed(inner)
    if entry:
        return Mention(span, entry.kind, entry.name, "quoted-name")
    head = _frame(view, start - 2) if start > 1 else None
    if head and (inner[:1].isupper() or inner[:1].isdigit()) and inner[-1] not in ".!?,":
        return Mention(span, head.kind, inner, "quoted-name")
    return None


def _listed(text: str) -> Entry | None:
    return next((entry for entry in names().exact(text) if entry.kind is Kind.OUTLET), None)


def _frame(view: View, index: int) -> Head | None:
    """The head noun at token `index` if it stands before names."""
    token = view.tokens[index]
    if not token.tag.startswith(("NN", "NE")):
        return None
    last = token.text.rpartition("-")[2] if weapon_category(token.text) is None else token.text
    return compound_head(token.text, "frame") or compound_head(last, "frame")


def _bare(view: View, index: int) -> Mention | None:
    """A bare name behind the head noun at `index`: what the model sees there, or else a run of proper nouns.

    The model's span is kept and only its class is that of the head; the run must not be a genitive's article.
    """
    head = _frame(view, index)
    if head is None or head.kind is Kind.WEAPON:
        return None
    if any(_is_one_name(span, class_, view, index) for span, class_ in view.seen_over(view.tokens[index].span)):
        return None
    start = view.tokens[index + 1].span.start
    if _is_listed(view, index + 1):
        return None
    seen = next(((s, c) for s, c in view.seen_over(view.tokens[index + 1].span) if s.start == start), None)
    if seen:
        return Mention(seen[0], head.kind, seen[0].of(view.text), "framed-name") if _fits(view, head, *seen) else None
    end = _run(view, index + 1, unknown="trade" in head.uses)
    if end == index + 1 or head.kind not in (Kind.OUTLET, Kind.ORGANISATION):
        return None
    span = Span(start, view.tokens[end - 1].span.end)
    return Mention(span, head.kind, span.of(view.text), "framed-name")


def _is_listed(view: View, index: int) -> bool:
    """Whether a name of several parts that a list knows starts at `index`: "die Organisation | Global 2000"."""
    first = bisect_left(view.parts, index, key=lambda part: part.token)
    found = names().matches(view.parts, first)
    return any(match.end - match.start > 1 and match.value.kind is Kind.ORGANISATION for match in found)


def _is_one_name(span: Span, class_: str, view: View, index: int) -> bool:
    """Whether the head noun at `index` belongs to the name that the model sees: not "Bieler Branchenverband Horlog"."""
    first = view.tokens[view.token_at(span.start)]
    regional = first.tag.startswith("ADJ") and first.text.endswith("er")
    return not (class_ == "place" and regional and span.end > view.tokens[index].span.end)


def _fits(view: View, head: Head, span: Span, class_: str) -> bool:
    """Whether what the model sees behind a head noun can be of its kind; an unknown place can be a firm."""
    if class_ in ("organisation", "other"):
        return True
    name = span.of(view.text)
    if class_ == "place":
        return head.kind in (Kind.ORGANISATION, Kind.OUTLET) and not names().exact(name) and not cluster(name)
    return class_ == "person" and head.kind is Kind.OUTLET


def _run(view: View, start: int, *, unknown: bool) -> int:
    """Where the run of proper nouns from token `start` ends; `unknown` nouns are names if nobody has ever seen them."""
    end = start
    while end < len(view.tokens) and _may_be_name(view.tokens[end], unknown=unknown):
        word = view.tokens[end].text
        if not word[0].isupper() or names().exact(word) or len(fold(word)) < _TITLE_SHAPE:
            break
        end += 1
    return _behind_legal_form(view.tokens, end) if end > start else end


def _behind_legal_form(tokens: Sequence[Token], end: int) -> int:
    """Behind the legal form that ends the firm's name, where only nouns stand between: "Hallwyl Getriebe AG"."""
    for index in range(end, min(len(tokens), end + _LONGEST_REST)):
        if tokens[index].text in LEGAL_FORMS:
            return index + 1
        if not tokens[index].tag.startswith("N"):
            break
    return end


def _may_be_name(token: Token, *, unknown: bool) -> bool:
    return token.tag.startswith(_NAME_TAGS) or (unknown and token.tag.startswith("NN") and not cluster(token.text))
