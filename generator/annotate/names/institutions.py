"""Rule `institution`: a head noun with its place or its subject is the name of an authority or institution.

"das Landgericht Kassel", "das Spital Zofingen", "das Amt für Jagd und Fischerei Graubünden", "die Medizinische
Hochschule Hannover". An adjective with a capital inside a sentence belongs to the name (the official spelling rules,
§ 60, write only names so); "Rostocker" does not.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.annotate.names.view import belongs_to_name
from generator.german.names.clusters import COMMON, cluster, own_cluster
from generator.german.names.forms import bases, fold
from generator.german.names.gazetteer import names
from generator.german.names.vocabulary import compound_head, head, role
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View
    from generator.german.names.vocabulary import Head
    from generator.model.annotation import Token

_AND = ("und", "sowie", "&")
_MOST_SUBJECTS = 5
_PLACES = (Kind.PLACE, Kind.STATE)


def institutions(view: View) -> list[Mention]:
    """The institutions of a sentence that a head noun opens."""
    found = []
    for index, token in enumerate(view.tokens[:-1]):
        if token.text[0].isupper() and token.tag.startswith(("N", "FM", "XY")):
            mention = _by_subject(view, index) or _by_place(view, index) or _by_adjective(view, index)
            if mention:
                found.append(mention)
    return found


def _by_subject(view: View, index: int) -> Mention | None:
    opening = compound_head(view.tokens[index].text, "subject")
    if opening is None or view.tokens[index + 1].text != "für" or _is_any(view.tokens, index, opening):
        return None
    end = _subjects(view.tokens, index + 2)
    return _mention(view, opening, index, _place(view, end) or end) if end else None


def _is_any(tokens: tuple[Token, ...], index: int, opening: Head) -> bool:
    """Whether it is one of several: "ein Institut für Tänze", "eigene Ministerien für Arbeit"."""
    if not any(fold(base).endswith(fold(opening.noun)) for base in bases(tokens[index].text)):
        return True
    while index and tokens[index - 1].tag.startswith("ADJ"):
        index -= 1
    return index > 0 and (fold(tokens[index - 1].lemma) in ("ein", "eine", "kein") or tokens[index].text[0].islower())


def _by_place(view: View, index: int) -> Mention | None:
    opening = compound_head(view.tokens[index].text, "open")
    end = _place(view, index + 1) if opening else 0
    return _mention(view, opening, index, end) if opening and end else None


def _by_adjective(view: View, index: int) -> Mention | None:
    """A kind of institution behind an adjective with a capital: "die Europäische Südsternwarte"."""
    word = view.tokens[index].text
    opening = compound_head(word, "open") or compound_head(word, "compound")
    if (
        opening is None
        or opening.kind is not Kind.ORGANISATION
        or not index
        or not belongs_to_name(view.tokens, index - 1)
    ):
        return None
    span = Span(view.tokens[index - 1].span.start, view.tokens[index].span.end)
    known = any(class_ != "derived" for _, class_ in view.seen_over(span)) or names().exact(span.of(view.text))
    return None if known else _mention(view, opening, index, index + 1)


def _subjects(tokens: tuple[Token, ...], start: int) -> int:
    """Behind the subjects from `start` on: "Bildung, Wissenschaft und Forschung"; 0 if there is none."""
    end = _noun(tokens, start)
    position = end
    for _ in range(_MOST_SUBJECTS):
        if (
            not position
            or position >= len(tokens)
            or not (tokens[position].text in _AND or tokens[position].text == ",")
        ):
            break
        last = tokens[position].text in _AND
        position = _noun(tokens, position + 1)
        if position and last and not _is_other(tokens[position - 1]):
            return position
    return end


def _noun(tokens: tuple[Token, ...], start: int) -> int:
    """Behind the noun at `start`, which attributes may precede; 0 if something else stands there."""
    end = start
    while end < len(tokens) and tokens[end].tag.startswith("ADJ"):
        end += 1
    is_noun = end < len(tokens) and tokens[end].tag.startswith("N") and tokens[end].text[0].isupper()
    return end + 1 if is_noun else 0


def _is_other(noun: Token) -> bool:
    """Whether the noun behind "und" is no further subject: "das Amt für Umwelt und Minister Huber"."""
    proper = noun.tag.startswith("NE") and not own_cluster(noun.text).startswith(COMMON)
    return proper or role(noun.text) is not None or head(noun.text) is not None


def _place(view: View, index: int) -> int:
    """Behind the place that starts at token `index`, by list, model or as an unknown proper noun; 0 without."""
    if index >= len(view.tokens):
        return 0
    token = view.tokens[index]
    first = bisect_left(view.parts, index, key=lambda part: part.token)
    for match in names().matches(view.parts, first):
        if match.value.kind in _PLACES and not match.value.everyday and not _is_genitive(token.text):
            return view.parts[match.end - 1].token + 1
    for span, class_ in view.seen_over(token.span):
        if span.start == token.span.start and class_ == "place" and not _is_genitive(token.text):
            return view.token_at(span.end - 1) + 1
    unknown = token.tag.startswith("NE") and token.text[0].isupper() and not cluster(token.text)
    return index + 1 if unknown and not view.seen_over(token.span) else 0


def _is_genitive(place: str) -> bool:
    return any(fold(entry.name) != fold(place) for entry in names().exact(place) if place.endswith("s"))


def _mention(view: View, opening: Head, index: int, end: int) -> Mention:
    start = index
    while start and belongs_to_name(view.tokens, start - 1):
        start -= 1
    span = Span(view.tokens[start].span.start, view.tokens[end - 1].span.end)
    wider = (s.end for s, class_ in view.seen_over(span) if class_ == "organisation" and s.contains(span))
    span = Span(span.start, next((end for end in wider if _goes_on(view, span.end, end)), span.end))
    word = view.tokens[index].text
    base = next((b for b in bases(word) if fold(b).endswith(fold(opening.noun))), word)
    return Mention(span, opening.kind, span.of(view.text).replace(word, base, 1), "institution")


def _goes_on(view: View, end: int, wider: int) -> bool:
    """Whether the name goes on until `wider` for the model: "Universität Leipzig Medizin", not "… den Fund"."""
    return end < wider and view.text[end:wider].lstrip()[:1].isupper()
