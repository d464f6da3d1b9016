"""How those who speak are called by themselves: "laut dem Bericht" is "der Bericht", "in einer Aussendung" "eine …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.german.names.nominative import gender_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME_FOR_ALL = {"einem": "ein", "einer": "eine", "seinem": "sein", "seiner": "seine", "ihrem": "ihr", "ihrer": "ihre"}
_BY_GENDER = {"dem": {"m": "der", "n": "das"}, "diesem": {"m": "dieser", "n": "dieses"}}


def subject_form(words: Sequence[str]) -> str | None:
    """The words of a noun phrase in the dative as its subject; None where its form tells too little.

    Only an article and its noun are changed: an adjective between them would have to change, too.

    >>> subject_form(["dem", "Ministerium"])
    'das Ministerium'
    """
    article, noun = words[0].lower(), words[1] if len(words) > 1 else ""
    if not noun[:1].isupper():
        return None
    first = _SAME_FOR_ALL.get(article) or _BY_GENDER.get(article, {}).get(gender_of(noun))
    return " ".join([first, *words[1:]]) if first else None
