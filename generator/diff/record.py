"""A difference as a file of `seeds/changes/`, short, for a person to go over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from generator.errors import InputError, Problem
from generator.model.change import Matter, Turn, told

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.change import Difference, Item, Turnover

FOLDER: Final = "seeds/changes"
RECORDED: Final = (Matter.SOURCES, Matter.STATEMENTS, Matter.DISPUTES, Matter.PAGES)
"""What a reader of the site is told of; the rest is in `dossier diff`."""
LONGEST: Final = 300
_HEAD = "# Written by `dossier diff --record`; yours to edit. seeds/README.md says what may stand here.\n"
_NOTE = "# note: What readers should know, in a sentence or two.\n"


def record_text(difference: Difference, note: str = "") -> str:
    """The file, which the reader of `seeds/` accepts; without a `note` there is a line to write it in."""
    matters = told(difference)
    content: dict[str, Any] = {matter.value: _entries(matters[matter]) for matter in RECORDED}
    content["moved"] = [
        {"from": move.old, "to": move.new.partition("#")[0]} | _titled(move.title) for move in difference.moved
    ]
    kept = {"note": _clean(note)} | {key: value for key, value in content.items() if value}
    written = {key: value for key, value in kept.items() if value}
    body = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=110) if written else ""
    return _HEAD + ("" if note else _NOTE) + body


def write_record(project: Path, date: str, text: str) -> Path:
    """Write the record of `date`; InputError if there is one already: a person may have edited it."""
    path = project / FOLDER / f"{date}.yml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        hint = "add to it by hand, take another date, or move it away to have it written anew"
        raise InputError([Problem(f"{FOLDER}/{date}.yml", 0, "DIF006", "there is such a record already", hint)]) from (
            error
        )
    except OSError as error:
        reason = (error.strerror or "an error").lower()
        raise InputError([Problem(f"{FOLDER}/{date}.yml", 0, "DIF004", f"cannot be written: {reason}")]) from error
    return path


def _entries(turnover: Turnover) -> list[dict[str, Any]]:
    entries = [_entry(Turn.NEW, item) for item in turnover.new]
    for change in turnover.changed:
        formerly = {"formerly": change.before.id} if change.before.id != change.after.id else {}
        aspects = [
            {"what": aspect.name} | _given(before=aspect.before, after=aspect.after) for aspect in change.aspects
        ]
        entries.append(
            _entry(Turn.CHANGED, change.after) | formerly | ({"aspects": aspects} if aspects else {}),
        )
    return entries + [_entry(Turn.GONE, item) for item in turnover.gone]


def _entry(turn: Turn, item: Item) -> dict[str, Any]:
    return {"change": turn.value, "id": item.id} | _titled(item.title)


def _titled(title: str) -> dict[str, str]:
    return _given(title=title)


def _given(**values: str) -> dict[str, str]:
    return {key: shown for key, value in values.items() if (shown := _clean(value))}


def _clean(text: str) -> str:
    """`text` on one line, at most `LONGEST` long, without characters that nobody sees: `seeds/` may not hold them."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
