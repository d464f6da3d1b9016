"""The table of hostile input, tests/cases/hostile/: its README says how a row is written."""

from __future__ import annotations

import os
import re
import shutil
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CASES: Final = Path(__file__).parents[1] / "cases" / "hostile"
_PART = re.compile(
    r"^--- (?P<path>.+?)(?: \((?P<how>[^()]+)\))?\n(?P<content>(?:(?!--- \S|=> |~> |<< |<! ).*\n?)*)", re.MULTILINE
)
_EXPECTED = re.compile(r"^(=>|~>) (\S.*?:\d+: [A-Z]{3}\d{3}) ?(.*)$|^(<<|<!) (\S+): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class File:
    """One thing that is laid over the good project."""

    path: str
    how: str
    content: str


@dataclass(frozen=True)
class Row:
    """What goes in and what must come of it; `shown` and `hidden` are pairs of a page and words."""

    name: str
    files: tuple[File, ...]
    refused: tuple[tuple[str, str], ...]
    listed: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, str], ...]
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Payload:
    """Words that go into a place of the project of all payloads, and what a reader sees of them."""

    place: str
    words: str
    seen: str


def rows() -> list[Row]:
    """Every row of the files that hold one input a row."""
    names = ("files", "sources", "registry", "settings", "changes")
    texts = [(CASES / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    return [_row(part) for text in texts for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]]


def payloads() -> list[Payload]:
    """Every row of shown.txt."""
    found: list[Payload] = []
    for line in (CASES / "shown.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=> "):
            found[-1] = Payload(found[-1].place, found[-1].words, _characters(line[3:]))
        elif line and not line.startswith("# "):
            place, words = map(_characters, line.split(" :: ", 1))
            found.append(Payload(place, words, words))
    return found


def lay(project: Path, file: File) -> None:
    """Put one thing into the project."""
    path = Path(os.fsdecode(os.fsencode(project) + b"/" + _name(file)))
    if file.how == "absent":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() or path.is_symlink():
        path.unlink()
    _make(path, file)


def _make(path: Path, file: File) -> None:
    if file.how == "folder":
        path.mkdir()
    elif file.how == "pipe":
        os.mkfifo(path)
    elif file.how == "socket":
        _bind(path)
    elif file.how.startswith("link to "):
        path.symlink_to(file.how.removeprefix("link to "))
    else:
        path.write_bytes(_content(file))


def _bind(path: Path) -> None:
    """A socket; the name of one may be no longer than a hundred bytes, hence the detour."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _content(file: File) -> bytes:
    times = re.fullmatch(r"(\d+) times(?: (\d+))?", file.how)
    if times and times[2]:
        return file.content.rstrip("\n").encode() * int(times[2])
    if times:
        return file.content.encode() * int(times[1])
    return _bytes(file.content) if file.how == "escaped" else file.content.encode()


def _name(file: File) -> bytes:
    return _bytes(file.path) if file.how == "escaped name" else file.path.encode()


def _bytes(written: str) -> bytes:
    return re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes.fromhex(found[1].decode()), written.encode())


def _characters(written: str) -> str:
    plain = written.replace("\\n", "\n")
    return re.sub(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))", lambda found: chr(int(found[1] or found[2], 16)), plain)


def _row(part: str) -> Row:
    name, _, rest = part.partition("\n")
    rest = re.sub(r"\n+\Z", "\n", rest)
    files = tuple(File(found["path"], found["how"] or "", found["content"]) for found in _PART.finditer(rest))
    expected = _EXPECTED.findall(rest)
    problems = {sign: tuple((head, words) for s, head, words, *_ in expected if s == sign) for sign in ("=>", "~>")}
    pages = {sign: tuple((page, words) for *_, s, page, words in expected if s == sign) for sign in ("<<", "<!")}
    assert files, f"nothing goes in: {name}"
    assert expected, f"nothing is expected: {name}"
    return Row(name, files, problems["=>"], problems["~>"], pages["<<"], pages["<!"])
