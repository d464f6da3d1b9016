"""The words around a date that belong to it: prepositions („seit 2019“), vagueness („um 1900“), spans."""

from __future__ import annotations

import re

_ABOUT = r"(?:etwa|rund|circa|ca\.|ungefähr|zirka)"
_EDGE = r"(?:(?:spätestens|frühestens|kurz)\s+)?"
_PREPOSITION = r"(?:am|an|auf|aus|im|in|vom|von|seit|ab|bis|zum|zur|zu|für|um|gegen|vor|nach|während|zwischen)"
_BETWEEN_WORDS = rf"(?:\s+(?:zum|zur|in|der|die|das|dem|den|frühen|späten|{_ABOUT}))*"
_PART = r"(?:anfang|beginn|mitte|ende)(?:\s+(?:der|des|dem|den|frühen|späten))*"
_BEFORE = re.compile(
    rf"(?<!\w){_EDGE}(?:{_ABOUT}\s+)?(?:{_PREPOSITION}{_BETWEEN_WORDS}(?:\s+{_PART})?|{_PART}|{_ABOUT})\s+$",
    re.IGNORECASE,
)
_VAGUE = re.compile(rf"(?<!\w)(?:{_ABOUT}\s|um\s+(?:das\s+|die\s+|den\s+)?$)", re.IGNORECASE)
_LONGEST = 40


def widen(text: str, least: int, start: int) -> tuple[int, bool]:
    """Find where the words before a date begin that belong to it, not before `least`, and whether they blur it.

    "seit etwa 2019" begins with "seit"; "um 1900" and "etwa 1900" are approximate.
    """
    before = text[max(least, start - _LONGEST) : start]
    match = _BEFORE.search(before)
    return (start - len(match[0]), bool(_VAGUE.search(match[0]))) if match else (start, False)


_UNTIL = re.compile(r"\s*(?:[–-]|bis(?:\s+(?:zum|zur|in\s+den|in\s+die|einschließlich|einschliesslich))?)\s*")
_AND = re.compile(r"\s+und\s+(?:dem\s+|der\s+|den\s+)?")
_BETWEEN = re.compile(r"(?<!\w)zwischen\s+(?:dem\s+|der\s+|den\s+)?$", re.IGNORECASE)


def spans(text: str, least: int, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two neighbouring dates are the ends of a span: "von Mai bis Juli", "zwischen Mai und Juli"."""
    gap = text[first[1] : second[0]]
    before = text[max(least, first[0] - _LONGEST) : first[0]]
    return bool(_UNTIL.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(before)))


_HABIT = re.compile(r"\b(?:jede[nmrs]?|alle|jeweils|immer)(?:\s+(?:am|an|im|zu))?\s+$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:\b(?:Bild|Welt|NZZ|Presse|Krone|Kurier)\s+am|(?:stra(?:ss|ß)e|platz|brücke|park)\s+des)\s+$", re.IGNORECASE
)


def is_no_time(text: str, least: int, start: int) -> bool:
    """Whether what looks like a date is a habit ("jeden Montag") or part of a name ("Welt am Sonntag")."""
    before = text[max(least, start - _LONGEST) : start]
    return bool(_HABIT.search(before) or _NAME.search(before))
