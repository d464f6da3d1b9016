"""What a name that the model sees is by the words before it: a person behind a role, a place behind "in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.clusters import cluster, is_person
from generator.german.names.gazetteer import names
from generator.german.names.person_names import looks_given, particles
from generator.german.names.vocabulary import head, role
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.annotate.names.view import View
    from generator.model.annotation import Token


def reread(view: View, span: Span, class_: str) -> tuple[Span, str]:
    """Span and class of a name as the words before it show them; unchanged if they show nothing."""
    first = view.token_at(span.start)
    if class_ == "person":
        return _person(view, span, first)
    return (span, "person") if _is_person(view, span, first) else (span, class_)


def _person(view: View, span: Span, first: int) -> tuple[Span, str]:
    """What the model takes for a person: "in Goris" and "Bezirkshauptmann von Zwettl" are places."""
    single = first < len(view.tokens) and view.tokens[first].span.end >= span.end
    if single and first and view.tokens[first - 1].text in ("in", "In"):
        return span, "place"
    if not single and view.tokens[first].text == "von" and _is_role(view, first - 1):
        return Span(view.tokens[first + 1].span.start, span.end), "place"
    if single and first > 1 and _is_role(view, first - 2) and _is_given(view.tokens[first - 1]):
        return Span(view.tokens[first - 1].span.start, span.end), "person"
    return span, "person"


def _is_role(view: View, index: int) -> bool:
    if index < 0:
        return False
    word = view.tokens[index].text
    return word[0].isupper() and role(word) is not None


def _is_given(token: Token) -> bool:
    """Whether the word between a role and a family name is the given name that the model overlooks: "Balz"."""
    bare = token.text.isalpha() and token.text[0].isupper() and token.text.lower() not in particles()
    return bare and token.tag.startswith("N") and role(token.text) is None and not names().exact(token.text)


def _is_person(view: View, span: Span, first: int) -> bool:
    """Whether a role stands before what looks like a person but is none for the model: "Rätin Noëmi Rüttimann"."""
    given, *rest = span.of(view.text).split()
    if len(rest) != 1 or not _is_role(view, first - 1) or names().exact(span.of(view.text)):
        return False
    family = rest[0]
    return looks_given(given) and head(family) is None and (is_person(family) or not cluster(family))
