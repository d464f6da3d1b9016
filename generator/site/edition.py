"""What the finishing step knows of a dossier beyond its built pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Edition:
    """`words` are those of the interface by dotted key; `indexed` whether search engines may list the site.

    `dates` (as W3C writes them: 2023, 2023-09, 2023-09-13) and `languages` are those of the sources by their page in
    the site. A date that no source has stays away: the clock is never asked.
    """

    title: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    indexed: bool = True
    dates: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)

    @property
    def newest(self) -> str:
        """The newest date of a source; empty if none has one."""
        return max(self.dates.values(), default="")


EMPTY = Edition()
