"""`seeds/changes/<date>.yml`: what changed in the dossier, as people recorded it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.model.change import ASPECTS, Aspect, ChangeRecord, Entry, Matter, Move, Turn
from generator.model.journal import MOVABLE, can_move
from generator.model.registry import Place
from generator.read.decode import decode
from generator.read.files import MAX_YAML, list_files, read_text
from generator.read.findings import shown
from generator.read.shape import LINE, Field, Fields, ListOf, Record, Text, choice, is_reserved
from generator.read.tree import parse

if TYPE_CHECKING:
    from pathlib import Path

    from generator.read.files import File
    from generator.read.findings import Findings

CHANGES: Final = "seeds/changes"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PAGE_HINT = f"a page of an entity, a source or a dispute, like akteure/kim.md; folders: {', '.join(MOVABLE)}"

ASPECT = Record(
    name="aspect",
    description="One thing that is different.",
    fields={
        "what": Field(choice("something that can change", *ASPECTS), "what it is", required=True),
        "before": Field(LINE, "what it was (left out: nothing)"),
        "after": Field(LINE, "what it is now (left out: nothing)"),
    },
    build=lambda fields: Aspect(fields["what"], fields.get("before", ""), fields.get("after", "")),
)
ENTRY = Record(
    name="entry",
    description="Something that came, changed or went.",
    fields={
        "change": Field(choice("a change", *Turn), "what happened", required=True),
        "id": Field(LINE, "its id; of a page: its path, akteure/kim-jong-un.md", required=True),
        "title": Field(LINE, "its name; of a statement: its words"),
        "formerly": Field(LINE, "its id before, where it was another"),
        "aspects": Field(ListOf(ASPECT), "what is different"),
    },
    build=lambda fields: fields,
)
MOVE = Record(
    name="move",
    description="A page that stands elsewhere now, or nowhere any more.",
    fields={
        "from": Field(LINE, "where it was: akteure/kim.md", required=True),
        "to": Field(LINE, "where it is; left out: nowhere any more"),
        "title": Field(LINE, "what it is called"),
    },
    build=lambda fields: fields,
)
SHAPE = Record(
    name="change record",
    description="What changed in the dossier on a day; the name of the file is the day: 2026-11-23.yml.",
    fields={
        "note": Field(Text("a note", format="text"), "what readers should know; an empty line begins a paragraph"),
        "sources": Field(ListOf(ENTRY), "sources"),
        "statements": Field(ListOf(ENTRY), "statements"),
        "disputes": Field(ListOf(ENTRY), "disputes"),
        "relations": Field(ListOf(ENTRY), "relations"),
        "events": Field(ListOf(ENTRY), "events"),
        "pages": Field(ListOf(ENTRY), "pages"),
        "moved": Field(ListOf(MOVE), "pages whose old address leads on"),
    },
    build=lambda fields: fields,
)


def gather_changes(project: Path, findings: Findings) -> tuple[ChangeRecord, ...]:
    """The records of `project`, the newest first; problems go to `findings`."""
    records = (_record(file, findings) for file in list_files(project, CHANGES, findings))
    return tuple(sorted((each for each in records if each), key=lambda each: each.date, reverse=True))


def _record(file: File, findings: Findings) -> ChangeRecord | None:
    place = Place(file.shown, 0)
    if file.suffix != ".yml":
        findings.problem(place, "SRC008", f'files with the ending "{file.suffix}" are not read here', "use <date>.yml")
        return None
    if not is_day(file.stem):
        findings.problem(place, "CHG001", "the name of a record is the day it tells of", "2026-11-23.yml")
        return None
    before = len(findings.problems)
    text = read_text(file, MAX_YAML, findings)
    node = parse(text, file.shown, findings) if text is not None else None
    fields = decode(SHAPE, node, findings) if node is not None else None
    if isinstance(fields, Fields) and any(fields.values.values()):
        return _understood(file.stem, Place(file.shown, 1), fields, findings)
    if len(findings.problems) == before:
        findings.problem(Place(file.shown, 1), "CHG002", "the record says nothing", "write a note or remove the file")
    return None


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar in ISO 8601: 2026-11-23."""
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _understood(day: str, place: Place, fields: Fields, findings: Findings) -> ChangeRecord:
    entries = (_entry(matter, each) for matter in Matter for each in fields.get(matter.value, ()))
    note = fields.get("note", "").replace("\r\n", "\n").replace("\r", "\n")
    return ChangeRecord(day, place, note, tuple(entries), tuple(_moves(fields.get("moved", ()), findings)))


def _entry(matter: Matter, fields: Fields) -> Entry:
    return Entry(
        matter,
        Turn(fields["change"]),
        fields["id"],
        fields.get("title", ""),
        fields.get("formerly", ""),
        fields.get("aspects", ()),
    )


def _moves(listed: tuple[Fields, ...], findings: Findings) -> list[Move]:
    moves: dict[str, Move] = {}
    for fields in listed:
        old, new = fields["from"], fields.get("to", "")
        for key in ("from", "to"):
            if fields.get(key) and not _is_page(fields[key]):
                message = f'"{shown(fields[key])}" is not a page that can move'
                findings.problem(fields.places[key], "CHG003", message, _PAGE_HINT)
        if old == new or old in moves:
            what = "moves to itself" if old == new else "moves twice"
            findings.problem(fields.places["from"], "CHG004", f"{shown(old)} {what}", "keep where it is now")
        moves.setdefault(old, Move(old, new, fields.get("title", "")))
    return list(moves.values())


def _is_page(path: str) -> bool:
    return can_move(path) and not is_reserved(path.rpartition("/")[2].removesuffix(".md"))
