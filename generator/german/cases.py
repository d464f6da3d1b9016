"""Which cases a noun phrase can stand in, read from its determiner: "der Schweiz" is no subject."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import Mention, Token

_CASES = {
    "der": "nom dat gen",
    "die": "nom acc",
    "das": "nom acc",
    "den": "acc dat",
    "dem": "dat",
    "des": "gen",
    "ein": "nom acc",
    "eine": "nom acc",
    "einer": "dat gen",
    "einen": "acc",
    "einem": "dat",
    "eines": "gen",
}
_ENDINGS = {"er": "nom dat gen", "en": "acc dat", "em": "dat", "es": "gen nom acc", "e": "nom acc", "": "nom acc"}
ALL = frozenset(("nom", "acc", "dat", "gen"))


def cases(article: str, head: Mention | None, words: Sequence[Token]) -> frozenset[str]:
    """Which cases the determiner allows ("seiner" by its ending); any for a bare name."""
    if article in _CASES:
        found = frozenset(_CASES[article].split())
    elif article:
        ending = next(end for end in ("er", "en", "em", "es", "e", "") if article.endswith(end))
        found = frozenset(_ENDINGS[ending].split())
    else:
        return ALL
    return found - {"nom"} if article == "der" and _is_no_nominative(head, words) else found


def _is_no_nominative(head: Mention | None, words: Sequence[Token]) -> bool:
    """Whether "der" is a genitive or a dative: "der Schweiz", "der Freien Union" (a subject would be "der Freie")."""
    behind = words[1:]
    return (head is not None and " ".join(token.text for token in behind) in _feminine()) or any(
        token.text.endswith("en") for token in behind[:-1] if token.tag == "ADJ(A)" or token.text[:1].isupper()
    )


@cache
def _feminine() -> frozenset[str]:
    return frozenset(read_lines("feminine_names.txt"))
