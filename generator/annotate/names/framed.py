"""Rules `quoted-name` and `framed-name`: a head noun tells what the name behind it is.

"die Nachrichtenagentur Unian", "das U-Boot «Held Kim Kun Ok»", "die Serie «Dark»".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.forms import fold
from generator.german.names.gazetteer import names
from generator.german.names.vocabulary import Head, compound_head, weapon_category
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View
    from generator.german.names.gazetteer import Entry

_NAME_TAGS = ("NE", "FM", "XY")
_TITLE_SHAPE = 2  # a quoted stretch of one small word is no name


def framed(view: View) -> list[Mention]:
    """Names behind a head noun, in quotation marks or bare; in quotation marks also the media of the lists."""
    quoted = [m for start, end in view.quoted for m in [_quoted(view, start, end)] if m]
    return quoted + [m for index in range(len(view.tokens) - 1) for m in [_bare(view, index)] if m]


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
    if view.seen_over(view.tokens[index].span):
        return None
    start = view.tokens[index + 1].span.start
    seen = next(((s, c) for s, c in view.seen_over(view.tokens[index + 1].span) if s.start == start), None)
    if seen:
        fits = seen[1] in ("organisation", "other") or (seen[1] == "person" and head.kind is Kind.OUTLET)
        return Mention(seen[0], head.kind, seen[0].of(view.text), "framed-name") if fits else None
    end = _run(view, index + 1)
    if end == index + 1 or head.kind not in (Kind.OUTLET, Kind.ORGANISATION):
        return None
    span = Span(start, view.tokens[end - 1].span.end)
    return Mention(span, head.kind, span.of(view.text), "framed-name")


def _run(view: View, start: int) -> int:
    """Where the run of proper nouns from token `start` ends; a noun that is capitalised as all nouns are ends it."""
    end = start
    while end < len(view.tokens) and view.tokens[end].tag.startswith(_NAME_TAGS):
        word = view.tokens[end].text
        if not word[0].isupper() or names().exact(word) or len(fold(word)) < _TITLE_SHAPE:
            break
        end += 1
    return end
