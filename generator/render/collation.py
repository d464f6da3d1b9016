"""The order of names in a German index: DIN 5007-1, umlauts as their plain letters, ß as ss, signs do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

OTHER = "#"
"""The group of names that begin with no Latin letter."""

_BASE = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_SIGNS = re.compile(r"[^\w\s]+|_+")


@lru_cache(maxsize=1 << 16)
def collation_key(name: str) -> tuple[str, str]:
    """Sort „Öl“ with „Ol“, „«Held Kim Kun Ok»“ under H; the name itself decides between equals."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_BASE))
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    return " ".join(_SIGNS.sub(" ", letters).split()), name


def initial(name: str) -> str:
    """The letter of the index under which `name` stands: „Österreich“ under O, „3M“ under #."""
    first = collation_key(name)[0][:1].upper()
    return first if "A" <= first <= "Z" else OTHER
