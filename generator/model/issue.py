"""What a person should look at: derived from the dossier, never a reason to stop unless it says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.errors import Problem


class Severity(StrEnum):
    """How much an issue matters."""

    ERROR = "error"  # the build stops
    REVIEW = "review"  # a person should decide
    NOTE = "note"  # shown with -v: what was set aside, and why


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One line of the review list; `line` counts from 1 in the file at `path`, `code` is permanent."""

    path: str
    line: int
    code: str
    message: str
    severity: Severity
    hint: str = ""

    @property
    def problem(self) -> Problem:
        """The same as a problem of the input: what is printed, and what stops a build."""
        return Problem(self.path, self.line, self.code, self.message, self.hint)
