"""The settings of a dossier: `seeds/dossier.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.model.document import Rights

Language = Literal["de", "en"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """A count of the dossier (`quotations`, `unresolved`, …) and the range it should lie in."""

    count: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What people set for the whole dossier.

    `language` is that of the interface; `rights` is the default for sources that do not say; `indexed` is whether
    search engines may list the site.
    """

    title: str
    site_url: str
    description: str = ""
    language: Language = "de"
    rights: Rights = "excerpts"
    expectations: tuple[Expectation, ...] = ()
    indexed: bool = True
