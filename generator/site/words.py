"""What the finishing step itself says to readers, by the language of the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Names of landmarks that screen readers announce."""

    search: str
    navigation: str


_GERMAN = Words(search="Suche", navigation="Seitennavigation")
_ENGLISH = Words(search="Search", navigation="Page navigation")


def words(language: str) -> Words:
    """The words for `language` (the `lang` of a page); English for every language but German."""
    return _GERMAN if language.partition("-")[0] == "de" else _ENGLISH
