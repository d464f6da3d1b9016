"""How many things were found and right, as percentages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """How many were found and right, found at all, and labelled."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    @property
    def precision(self) -> float:
        """Of the found ones, how many are right; percent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of the labelled ones, how many were found; percent."""
        return 100 * self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; percent."""
        total = self.found + self.labelled
        return 200 * self.right / total if total else 0.0
