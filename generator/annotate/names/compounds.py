"""Rules `compound-name` and `in-compound`: names that are compounds, and names inside compounds.

"das US-Aussenministerium", "das Sejong-Institut" are organisations as a whole, "die US-Regierung" is the state;
"Russland-Nordkorea-Gipfel" and "UN-Bericht" contain names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import names
from generator.german.names.vocabulary import compound_head
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View
    from generator.german.names.gazetteer import Entry
    from generator.german.names.matcher import Match, Part
    from generator.german.names.vocabulary import Head
    from generator.model.annotation import Token

_GOVERNMENT = frozenset({"regierung", "führung", "administration"})
_NAME_CLUSTER = "000"
_LONGEST = 120  # characters; what is longer is no compound


def compounds(view: View) -> list[Mention]:
    """Whole compounds first, then the names inside the others."""
    whole = [m for token in view.tokens if "-" in token.text for m in [_whole(view, token)] if m]
    return whole + [m for m in _inside(view) if not any(w.span.overlaps(m.span) for w in whole)]


def _whole(view: View, token: Token) -> Mention | None:
    first, _, last = token.text.rpartition("-")
    if not last[:1].isupper() or len(token.text) > _LONGEST:
        return None
    entry = next(iter(names().exact(first)), None)
    if entry and entry.kind is Kind.STATE and any(base in _GOVERNMENT for base in bases(fold(last))):
        return Mention(token.span, Kind.STATE, entry.name, "compound-name")
    head = compound_head(last, "compound")
    if head is None or not (_takes(head, entry) if entry else _is_name(view, token, first)):
        return None
    name = next((b for b in bases(token.text) if fold(b).endswith(fold(head.noun))), token.text)
    return Mention(token.span, head.kind, name, "compound-name")


def _takes(head: Head, entry: Entry) -> bool:
    """Whether head noun and listed name make a name: "US-Armee", "Siemens-Stiftung"; a "US-Konzern" is any."""
    return "national" in head.uses or entry.kind is not Kind.STATE


def _is_name(view: View, token: Token, first: str) -> bool:
    """Whether the first part of a compound is a name: by the model or its cluster."""
    if (token.span, "organisation") in view.seen_over(token.span):
        return True
    return first[:1].isupper() and cluster(first).startswith(_NAME_CLUSTER)


def _inside(view: View) -> list[Mention]:
    found: list[Mention] = []
    position = 0
    while position < len(view.parts):
        match = next((m for m in names().matches(view.parts, position) if _is_piece(view.parts, m)), None)
        if match:
            found.append(_mention(view.parts, match))
            position = match.end
        else:
            position += 1
    return found


def _is_piece(parts: tuple[Part, ...], match: Match[Entry]) -> bool:
    """Whether the name opens a compound, or goes on in one that opens with another name ("Russland-Nordkorea-…")."""
    first, last = parts[match.start], parts[match.end - 1]
    if match.value.everyday or last.closes or first.token != last.token:
        return False
    return first.opens or bool(names().exact(parts[match.start - 1].text))


def _mention(parts: tuple[Part, ...], match: Match[Entry]) -> Mention:
    span = Span(parts[match.start].span.start, parts[match.end - 1].span.end)
    return Mention(span, match.value.kind, match.value.name, "in-compound")
