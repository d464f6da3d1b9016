"""The words of `time_words.tsv`: their values, and the patterns that find them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines
from generator.german.verb_forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_ADJECTIVES = frozenset({"which", "same", "ordinal", "deictic_adjective"})
_ENDING = r"(?:e[nmrs]?)"


@cache
def values(kind: str) -> dict[str, str]:
    """Map the folded forms of a kind ("month", "weekday", …) to their values: "jänner" → "1"."""
    rows = (line.split("\t") for line in read_lines("time_words.tsv"))
    found = {fold(form): value for k, value, forms in rows if k == kind for form in forms.split("/")}
    return found | _compound_numbers(found) if kind == "number" else found


def value(kind: str, word: str) -> str:
    """Give the value of an inflected form that `pattern` found; "vergangenen" → "last"; KeyError for others."""
    known = values(kind)
    key = re.sub(r"\s+", " ", fold(word))
    if kind not in _ADJECTIVES:
        return known.get(key) or known[key.removesuffix("s")]
    return known[key] if key in known else known[re.sub(r"e[nmrs]?$", "", key)]


@cache
def pattern(kind: str) -> str:
    """Build a regular expression for all forms of a kind, longest first, ß or ss, any space between words."""
    endings = _ENDING if kind in _ADJECTIVES else "s?" if kind == "month" else ""
    return f"(?:{_alternatives(values(kind))}){endings}"


def _alternatives(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(f).replace("ss", "(?:ss|ß)").replace(r"\ ", r"\s+") for f in longest_first)


def _compound_numbers(simple: dict[str, str]) -> dict[str, str]:
    """Build einundzwanzig to neunundneunzig."""
    ones = [(form, int(n)) for form, n in simple.items() if n in set("123456789") and form not in _INFLECTED]
    tens = [(form, int(n)) for form, n in simple.items() if n in {str(ten) for ten in range(20, 100, 10)}]
    return {f"{one}und{ten}": str(n + m) for one, n in ones for ten, m in tens}


_INFLECTED = frozenset({"eine", "einem", "einen", "einer", "eines", "beiden", "zwo", "zween"})
