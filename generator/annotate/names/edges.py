"""Where a name that the model sees really begins and ends: without punctuation, titles, roles and trades."""

from __future__ import annotations

import re

from generator.german.happenings import of_noun
from generator.german.names.clusters import COMMON, REGIONAL, own_cluster
from generator.german.names.forms import fold
from generator.german.names.gazetteer import is_first_name, is_inhabitant, names
from generator.german.names.person_names import kin, looks_given
from generator.german.names.toponyms import words
from generator.german.names.vocabulary import compound_head, role
from generator.model.span import Span

_TITLE = re.compile(
    r"(?:(?:(?:Univ|Hon|Prof|D?Dr|M?Mag|Ing|Lic|Dipl)[.-]*)+(?:in|a)?\b\.?|(?:Frau|Herrn?|Sir|Lady)(?=\s|$))\s*"
)
_INITIALS = re.compile(r"(?:(?<!\w)[A-ZÄÖÜ]\.\s?)*(?<!\w)[A-ZÄÖÜ]$")
_EDGE = "«»„“”\"‹›‚‘’'()[]{}.,;:!?…–—*/|&+-"
_OBJECT = re.compile(
    r"(?<=\w)(?<!\b[a-z]{2})(?<!\b[a-z]{3}) (?:den|dem|einen|einem|ein|eine) (?=[A-ZÄÖÜ])"
)  # not "in den"
_LETTER = 1


def edged(text: str, span: Span, class_: str) -> Span | None:
    """What of `span` is the name; None if nothing is."""
    trimmed = trim(text, span)
    if trimmed is None or class_ not in ("person", "organisation", "place"):
        return trimmed
    if class_ == "place":
        return _without_canton(text, trimmed)
    if class_ == "organisation":
        bare = _without_happening(text, _without_object(text, _without_trade(text, trimmed)))
        return bare if bare.end - bare.start > _LETTER else None
    return _with_full_stop(text, _without_titles(text, trimmed))


def trim(text: str, span: Span) -> Span | None:
    """`span` without punctuation at its edges."""
    start, end = span.start, span.end
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _without_canton(text: str, span: Span) -> Span:
    """A place's span without the letters of its canton: "Ruswil LU"."""
    place, _, canton = span.of(text).rpartition(" ")
    return Span(span.start, span.start + len(place.rstrip())) if place.strip() and canton in words("canton") else span


def _without_titles(text: str, span: Span | None) -> Span | None:
    """A person's span without "Dr.", "Frau" and roles in front: "Maga. Eva Moser", "Älpler Gion Derungs"."""
    while span is not None:
        title = _TITLE.match(text, span.start, span.end)
        start = title.end() if title else _behind_role(text, span)
        if start == span.start:
            break
        span = Span(start, span.end) if start < span.end else None
    return span


def _behind_role(text: str, span: Span) -> int:
    """Where the name behind a role starts; where the span starts if it opens with none.

    A common noun before a given name is a role even if no list has it.
    """
    first, *rest = span.of(text).split()
    if not rest or is_first_name(first) or fold(first) in kin():
        return span.start
    common = own_cluster(first).startswith(COMMON) and looks_given(rest[0])
    return text.index(rest[0], span.start + len(first)) if common or role(first) is not None else span.start


def _without_trade(text: str, span: Span) -> Span:
    """A firm's span without the noun for what it does: "Autozulieferer Hallstein Antriebstechnik AG".

    Nor with the town before that noun: "Basler Firma Helvapharm", "Londoner Denkfabrik Horn Institute".
    """
    first, *rest = span.of(text).split()
    if (
        len(rest) > 1
        and rest[1][0].isupper()
        and _is_regional(first)
        and (compound_head(rest[0], "trade") or compound_head(rest[0], "frame"))
    ):
        return Span(text.index(rest[1], text.index(rest[0], span.start + len(first)) + len(rest[0])), span.end)
    if rest and rest[0][0].isalnum() and compound_head(first, "trade"):
        return Span(text.index(rest[0], span.start + len(first)), span.end)
    return span


def _is_regional(word: str) -> bool:
    return word.endswith("er") and (own_cluster(word) == REGIONAL or is_inhabitant(word))


def _without_happening(text: str, span: Span) -> Span:
    """A body's span without what is said to happen behind it in a headline: "Addis Abeba Drohnenangriff"."""
    name, _, last = span.of(text).rpartition(" ")
    happens = name and names().exact(name.strip()) and of_noun(last) is not None
    return Span(span.start, span.start + len(name.rstrip())) if happens else span


def _without_object(text: str, span: Span) -> Span:
    """An organisation's span up to the object of its verb: "bestätigt das Observatorium den Fund"."""
    article = _OBJECT.search(text, span.start, span.end)
    return Span(span.start, article.start()) if article else span


def _with_full_stop(text: str, span: Span | None) -> Span | None:
    """A person's span with the full stop of a last initial: "Heidi K.", "P. S."."""
    if span and text[span.end : span.end + 1] == "." and _INITIALS.search(text, span.start, span.end):
        return Span(span.start, span.end + 1)
    return span
