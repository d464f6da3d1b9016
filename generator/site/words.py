"""What the finishing step itself says to readers, by the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """Names of landmarks that screen readers announce, the words of the page 404, of previews and of the footer.

    `kinds` names the kinds of pages that do not say it themselves; `footer` the sections to which every page leads.
    """

    search: str
    navigation: str
    missing: str
    perhaps: str
    home: str
    feed: str
    draft: str
    evidence: str
    kinds: Mapping[str, str]
    footer: Mapping[str, str]


_GERMAN = Words(
    search="Suche",
    navigation="Seitennavigation",
    missing="Diese Seite gibt es nicht",
    perhaps="Vielleicht hilft die Suche oben, sonst geht es hier weiter: ",
    home="Startseite des Dossiers",
    feed="Was ist neu",
    draft="Entwurf",
    evidence="Beleg",
    kinds=MappingProxyType({"source": "Quelle", "dispute": "Streitpunkt", "topic": "Thema"}),
    footer=MappingProxyType(
        {"quellen/": "Quellen und Rechte", "methode/": "So entsteht das Dossier", "daten/": "Daten herunterladen"}
    ),
)
_ENGLISH = Words(
    search="Search",
    navigation="Page navigation",
    missing="There is no such page",
    perhaps="Perhaps the search above helps; otherwise go on here: ",
    home="start page of the dossier",
    feed="What is new",
    draft="draft",
    evidence="Evidence",
    kinds=MappingProxyType({"source": "Source", "dispute": "Dispute", "topic": "Topic"}),
    footer=MappingProxyType(
        {"quellen/": "Sources and rights", "methode/": "How the dossier is made", "daten/": "Download the data"}
    ),
)


def words(language: str) -> Words:
    """The words for `language` (the `lang` of a page); English for every language but German."""
    return _GERMAN if language.partition("-")[0] == "de" else _ENGLISH
