"""Rule `listed`: states, organisations, media and places that the word lists know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.names.metonyms import acts
from generator.annotate.names.seen import CLASSES
from generator.german.names.clusters import is_person
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import Entry, is_first_name, names
from generator.german.names.vocabulary import head, role
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.names.view import View
    from generator.german.names.matcher import Match
    from generator.model.annotation import Token

_REPORTS = frozenset({"berichten", "melden", "schreiben", "zitieren"})
_REACH = 5  # tokens from a medium to its verb
_ARTICLES = frozenset({"der", "dem", "den", "des", "im", "vom", "zum", "beim"})


def listed(view: View) -> list[Mention]:
    """Names of the lists as whole words; everyday words among them only where something else speaks for the name."""
    found: list[Mention] = []
    position = 0
    while position < len(view.parts):
        matches = [m for m in names().matches(view.parts, position) if _counts(view, m)]
        if matches:
            found.append(_mention(view, matches[0]))
            position = matches[0].end
        else:
            position += 1
    return found


def _counts(view: View, match: Match[Entry]) -> bool:
    first, last = view.parts[match.start], view.parts[match.end - 1]
    if not (first.opens and last.closes) or first.text == "US":
        return False
    span = Span(first.span.start, last.span.end)
    if any(_outranks(view, seen, class_, span, match.value) for seen, class_ in view.seen_over(span)):
        return False
    return not match.value.everyday or _supported(view, match, span)


def _outranks(view: View, seen: Span, class_: str, span: Span, entry: Entry) -> bool:
    """Whether the model sees another name here: a longer one, or a person where the list has a place or a firm.

    "Universität Zürich", "Israel Kirzner"; "Jordan" behind "Michael".
    """
    if class_ == "derived" or not seen.contains(span):
        return False
    return seen != span or (class_ == "person" and not _is_surely(view, span, entry))


def _is_surely(view: View, span: Span, entry: Entry) -> bool:
    """Whether the list knows better than the model's guess at a person: "Brüssel" and "Swissmedic" call nobody."""
    word = span.of(view.text)
    return entry.kind is Kind.STATE or not any(is_person(b) or is_first_name(b) for b in bases(word))


def _supported(view: View, match: Match[Entry], span: Span) -> bool:
    """An everyday word counts in quotation marks («Bild») or where the model sees a name of its class."""
    first, behind = view.parts[match.start].token, view.parts[match.end - 1].token + 1
    if (first, behind) in view.quoted or (span, CLASSES[match.value.kind]) in view.seen_over(span):
        return True
    if match.value.kind is Kind.OUTLET:
        return _reports(view.tokens, first, behind)
    return match.value.kind is Kind.ORGANISATION and _is_body(view.tokens, first, behind)


def _reports(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """Whether a medium reports: "Der Standard hatte berichtet"; not "die Presse berichtet", which is any."""
    if head(tokens[behind - 1].text) is not None or not tokens[max(0, first - 1)].tag.startswith("ART"):
        return False
    verb = next(iter(tokens[behind : behind + 1]), None)
    report = any(fold(t.lemma) in _REPORTS for t in tokens[behind : behind + _REACH])
    return verb is not None and verb.tag.startswith("V") and report


def _is_body(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """Whether a word for an office is the body: "dem Nationalrat", not "Nationalrat Huber" or "ein Nationalrat"."""
    before = tokens[first - 1].text.lower() if first else ""
    named = behind < len(tokens) and tokens[behind].tag.startswith("NE")
    return role(tokens[first].text) is not None and before in _ARTICLES and not named


def _mention(view: View, match: Match[Entry]) -> Mention:
    entry = match.value
    first, last = view.parts[match.start], view.parts[match.end - 1]
    span = Span(first.span.start, last.span.end)
    if entry.state and acts(view.tokens, first.token, last.token + 1):
        return Mention(span, Kind.STATE, entry.state, "metonym", metonym=True)
    return Mention(span, entry.kind, entry.name, f"listed-{entry.kind}")
