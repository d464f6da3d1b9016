"""The one exception of this program and the problems it carries.

Bad input is never reported one problem at a time: whoever reads input gathers every `Problem` and raises
`InputError` once. Only `cli` turns it into text on the terminal and exit code 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with the input.

    `path` is relative to the project, `line` counts from 1 (0: the file as a whole), `code` is permanent
    (`SRC001`), `message` says what is wrong and `hint` what to do about it.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`path:line: CODE message`, the hint on a line of its own."""
        head = _printable(f"{self.path}:{self.line}: {self.code} {self.message}")
        return f"{head}\n    hint: {_printable(self.hint)}" if self.hint else head


def _printable(text: str) -> str:
    """`text` with nothing in it that moves a cursor, turns a line round or is not seen."""
    return "".join(c if c.isprintable() or c == "\u00a0" else f"\\u{ord(c):04x}" for c in text)


class InputError(Exception):
    """The input cannot be used; `problems` lists every reason, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
