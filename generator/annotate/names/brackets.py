"""Rule `bracketed`: a full name and its abbreviation introduce each other.

"International Institute for Strategic Studies (IISS)": both are the organisation, here and wherever the
abbreviation stands later.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.german.names.forms import bases
from generator.german.names.vocabulary import role
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.annotate.names.view import View
    from generator.model.annotation import Token

_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}[A-ZÄÖÜ]|[A-ZÄÖÜ]{2,8}")
_LINKS = frozenset(
    {
        "for",
        "of",
        "and",
        "the",
        "on",
        "für",
        "der",
        "des",
        "und",
        "zur",
        "de",
        "du",
        "la",
        "les",
        "et",
        "&",
        "von",
        "in",
    }
)
_STOPS = ("APPR", "ART", "V", "$", "KO", "P", "AD")
_LONGEST = 10
_LONG_WORD = 12  # letters of a word that is abbreviated by its parts
_PAIR = 2


def bracketed(view: View) -> list[Mention]:
    """The full name and the abbreviation, both named by the full name."""
    found = []
    tokens = view.tokens
    for index in range(1, len(tokens) - 2):
        if (
            tokens[index].text != "("
            or tokens[index + 2].text != ")"
            or not _ABBREVIATION.fullmatch(tokens[index + 1].text)
        ):
            continue
        start = _full_name(tokens, index, tokens[index + 1].text)
        if start is not None:
            span = Span(tokens[start].span.start, tokens[index - 1].span.end)
            name = _nominative(tokens, start, span.of(view.text))
            found.append(Mention(span, Kind.ORGANISATION, name, "bracketed"))
            found.append(Mention(tokens[index + 1].span, Kind.ORGANISATION, name, "bracketed"))
    return found


def _nominative(tokens: Sequence[Token], start: int, name: str) -> str:
    """The full name without the genitive of its first word: "des Oberkommandos der Marine"."""
    if start and tokens[start - 1].text in ("des", "eines", "dieses"):
        first, _, rest = name.partition(" ")
        return f"{bases(first)[-1]} {rest}"
    return name


def _full_name(tokens: Sequence[Token], end: int, abbreviation: str) -> int | None:
    """Where the full name before token `end` starts: at the word that gives the abbreviation its first letter.

    The other letters must follow in order among the letters of the words between; words between are capitalised or
    link words.
    """
    letters = abbreviation.upper()
    best = None
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        word = tokens[start].text
        if not (word[:1].isupper() or word in _LINKS):
            break
        if word[:1].upper() == letters[0] and word[:1].isupper() and _spells(tokens[start:end], letters):
            best = start
    if best is not None and end - best == 1:
        return best if _is_one_long_word(tokens[best], letters) else None
    return best


def _is_one_long_word(word: Token, letters: str) -> bool:
    """Whether a compound by itself gives the letters: "Finanzmarktaufsicht (FMA)"; not "Fraktionschef (FDP)"."""
    long = len(word.text) >= _LONG_WORD and len(letters) > _PAIR and word.tag.startswith("N")
    return long and role(word.text) is None


def _spells(words: Sequence[Token], letters: str) -> bool:
    """Whether `letters` are initials, or stand in order in the words, with at least as many letters as long words."""
    initials = "".join(w.text[0].upper() for w in words if w.text not in _LINKS)
    if letters.startswith(initials[: len(letters)]) and len(initials) >= len(letters):
        return True
    text = "".join(w.text for w in words).upper()
    position = 0
    for letter in letters:
        position = text.find(letter, position) + 1
        if not position:
            return False
    single = len(words) == 1
    return (single or len(initials) >= max(2, len(letters) - 2)) and initials[0] == letters[0]


def spread(mentions: Iterable[Mention], text: str) -> list[Mention]:
    """Give later mentions of a bracketed abbreviation its full name."""
    found = list(mentions)
    full = {m.span.of(text): m.name for m in found if m.rule == "bracketed"}
    if not full:
        return found
    return [_named(m, full, text) for m in found]


def _named(mention: Mention, full: dict[str, str], text: str) -> Mention:
    if mention.kind not in (Kind.ORGANISATION, Kind.OTHER):
        return mention
    name = next((full[base] for base in bases(mention.span.of(text)) if base in full), None)
    return replace(mention, kind=Kind.ORGANISATION, name=name) if name else mention
