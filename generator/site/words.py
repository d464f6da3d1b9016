"""What the finishing step itself says to readers, by the language of the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Names of landmarks that screen readers announce, and the words of the page 404."""

    search: str
    navigation: str
    missing: str
    perhaps: str
    home: str


_GERMAN = Words(
    search="Suche",
    navigation="Seitennavigation",
    missing="Diese Seite gibt es nicht",
    perhaps="Vielleicht hilft die Suche oben, sonst geht es hier weiter: ",
    home="Startseite des Dossiers",
)
_ENGLISH = Words(
    search="Search",
    navigation="Page navigation",
    missing="There is no such page",
    perhaps="Perhaps the search above helps; otherwise go on here: ",
    home="start page of the dossier",
)


def words(language: str) -> Words:
    """The words for `language` (the `lang` of a page); English for every language but German."""
    return _GERMAN if language.partition("-")[0] == "de" else _ENGLISH
