"""Rules `designation`, `weapon-name` (KN-23, Iskander) and `weapon-category` (Haubitze)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.german.names.forms import bases, fold
from generator.german.names.vocabulary import series, weapon_category, weapon_words
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.names.view import View
    from generator.german.names.matcher import Part
    from generator.model.annotation import Sentence

_NUMBER = re.compile(r"\d{1,4}[A-Z]{0,3}\d?[A-Z]?|[A-Z]{1,2}\d{1,3}")
_SERIES_TOKEN = re.compile(r"([A-Za-z]{1,10})-(\d{1,4}[A-Za-z]{0,3}\d?)(?![\w])")
_SYSTEM_WORDS = frozenset(
    {"system", "batterie", "flugabwehrsystem", "luftabwehrsystem", "luftabwehr", "typ", "modell", "jet"}
)
_MEASURES = frozenset({"millimeter", "mm", "zentimeter", "kilometer", "tonnen", "kilo"})
_MILITARY = frozenset(
    {
        "armee",
        "waffe",
        "truppe",
        "soldat",
        "militär",
        "streitkraft",
        "streitkräfte",
        "luftwaffe",
        "rüstung",
        "luftabwehr",
    },
)


def is_martial(sentences: Iterable[Sentence]) -> bool:
    """Whether a text speaks of weapons or armies, so that "S-400" is a weapon and no road."""
    words = {token.text for sentence in sentences for token in sentence.tokens if token.text[:1].isupper()}
    return any(weapon_category(word) or any(base in _MILITARY for base in bases(fold(word))) for word in words)


def weapons(view: View, *, martial: bool) -> list[Mention]:
    """Weapons of the sentence; `martial` as `is_martial` says of the whole text."""
    return [*_designations(view, martial=martial), *_systems(view), *_categories(view)]


def _designations(view: View, *, martial: bool) -> list[Mention]:
    """A series and a number: "KN-23", "MiG-29", "T 72"; a lone letter only in a text on weapons."""
    found = []
    for index, token in enumerate(view.tokens):
        joined = _SERIES_TOKEN.match(token.text)
        if joined and _is_series(joined[1], martial=martial):
            span = Span(token.span.start, token.span.start + joined.end())
        elif _is_series(token.text, martial=martial) and len(token.text) > 1 and _number_at(view, index + 1):
            span = Span(token.span.start, view.tokens[index + 1].span.end)
        else:
            continue
        found.append(Mention(span, Kind.WEAPON, span.of(view.text), "designation"))
    return found


def _is_series(letters: str, *, martial: bool) -> bool:
    return letters in series("series") or (martial and letters in series("letter"))


def _number_at(view: View, index: int) -> bool:
    return index < len(view.tokens) and _NUMBER.fullmatch(view.tokens[index].text) is not None


def _systems(view: View) -> list[Mention]:
    """Names of systems, also inside compounds; with a number behind ("Leopard 2") it belongs to the name."""
    found = []
    for index, part in enumerate(view.parts):
        name = _system(view, index)
        if name is None or not part.opens:
            continue
        end = part.span.end
        if part.closes and _number_at(view, part.token + 1):
            end = view.tokens[part.token + 1].span.end
            name = f"{name} {view.tokens[part.token + 1].text}"
        found.append(Mention(Span(part.span.start, end), Kind.WEAPON, name, "weapon-name"))
    return found


def _system(view: View, index: int) -> str | None:
    words = weapon_words()
    text = view.parts[index].text
    for base in bases(fold(text)):
        if base in words["name"] and text[:1].isupper():
            return words["name"][base]
        if base in words["doubtful"] and text[:1].isupper() and _beside_weapon(view, index):
            return words["doubtful"][base]
    return None


def _beside_weapon(view: View, index: int) -> bool:
    """Whether a word for weapons stands right before or behind: "Patriot-Systeme", "der Panzer Leopard"."""
    around: list[Part] = list(view.parts[max(0, index - 1) : index] + view.parts[index + 1 : index + 2])
    if any(weapon_category(part.text) or _is_system_word(part.text) for part in around):
        return True
    return view.parts[index].text == "Leopard" and _number_at(view, view.parts[index].token + 1)


def _is_system_word(text: str) -> bool:
    return any(
        base in _SYSTEM_WORDS
        for base in (*bases(fold(text)), fold(text).removesuffix("e"), fold(text).removesuffix("n"))
    )


def _categories(view: View) -> list[Mention]:
    """Kinds of weapons, named by the singular: "Kurzstreckenraketen" → Kurzstreckenrakete."""
    found = []
    for token in view.tokens:
        if not token.text[0].isupper() or not token.tag.startswith("N"):
            continue
        category = weapon_category(token.text)
        if category and not _opens_otherwise(token.text):
            found.append(Mention(token.span, Kind.WEAPON, category, "weapon-category"))
    return found


def _opens_otherwise(word: str) -> bool:
    """Whether a compound opens with a system's name, then the mention ("Iskander-Raketen"), or a measure."""
    first = fold(word.partition("-")[0])
    words = weapon_words()
    return "-" in word and (first in words["name"] or first in words["doubtful"] or first in _MEASURES)
