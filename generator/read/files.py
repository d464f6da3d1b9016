"""The files of a folder of `seeds/`, safely: no links are followed, nothing blocks, nothing large is loaded."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.model.position import line_of
from generator.model.registry import Place
from generator.read.findings import shown

if TYPE_CHECKING:
    from pathlib import Path

    from generator.read.findings import Findings

MAX_ARTICLE: Final = 2_000_000
MAX_YAML: Final = 1_000_000
_BOM = b"\xef\xbb\xbf"
_LEFT_BY_EDITORS = re.compile(r"[.#].*|.*(~|\.bak|\.orig|\.swp|\.tmp)|Thumbs\.db|desktop\.ini")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class File:
    """A regular file: where it is, how messages call it, its name in two parts (`suffix` with its dot, lower case)."""

    path: Path
    shown: str
    stem: str
    suffix: str


def list_files(project: Path, folder: str, findings: Findings) -> tuple[File, ...]:
    """The regular files of `folder` in the order of their names; everything else that is visible is a problem.

    Hidden files and what editors leave behind are passed over. A folder that does not exist is empty.
    """
    directory = project / folder
    try:
        if directory.is_symlink():
            findings.problem(Place(folder, 0), "SRC003", "is a symbolic link", "put the folder itself here")
            return ()
        names = sorted(os.listdir(directory)) if directory.exists() else []  # noqa: PTH208  only the names are needed
    except OSError as error:
        findings.problem(Place(folder, 0), "SRC002", f"cannot be read: {_reason(error)}")
        return ()
    wanted = [name for name in names if not _LEFT_BY_EDITORS.fullmatch(name)]
    files = [as_file(directory / name, f"{folder}/{name}") for name in wanted]
    return tuple(file for file in files if is_regular(file, findings))


def as_file(path: Path, called: str) -> File:
    """The file at `path`, which messages call `called`."""
    printable = os.fsencode(called).decode("utf-8", "backslashreplace")
    return File(path, shown(printable, 300), path.stem, path.suffix.lower())


def is_regular(file: File, findings: Findings) -> bool:
    """Whether `file` is a plain file and no link; a problem says what it is instead."""
    try:
        mode = file.path.lstat().st_mode
    except OSError as error:
        findings.problem(Place(file.shown, 0), "SRC002", f"cannot be read: {_reason(error)}")
        return False
    if stat.S_ISLNK(mode):
        findings.problem(Place(file.shown, 0), "SRC003", "is a symbolic link", "put the file itself here")
    elif not stat.S_ISREG(mode):
        what = "is a folder" if stat.S_ISDIR(mode) else "is not a regular file"
        findings.problem(Place(file.shown, 0), "SRC004", what, "only plain files are read, folders in folders are not")
    return stat.S_ISREG(mode)


def read_bytes(file: File, limit: int, findings: Findings) -> bytes | None:
    """The content of `file`; None after a problem. What is checked is the open file, whatever its path leads to."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(file.path, flags), "rb") as stream:
            found = os.fstat(stream.fileno())
            if not stat.S_ISREG(found.st_mode):
                findings.problem(Place(file.shown, 0), "SRC004", "is not a regular file")
                return None
            data = stream.read(min(found.st_size, limit) + 1)  # room for 2 MB costs more than to read 3 kB
    except OSError as error:
        findings.problem(Place(file.shown, 0), "SRC002", f"cannot be read: {_reason(error)}")
        return None
    if len(data) > limit:
        findings.problem(
            Place(file.shown, 0), "SRC005", f"is larger than {limit // 1000} kB", "split it or remove what is not text"
        )
        return None
    return data


def decode_utf8(data: bytes, file: File, findings: Findings) -> str | None:
    """`data` as text, a byte order mark dropped and nothing else changed; None after a problem."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = start + error.start
        place = Place(file.shown, data.count(b"\n", 0, offset) + 1)
        message = f"is not UTF-8: byte 0x{data[offset]:02x} at offset {offset}"
        hint = (
            "it looks like UTF-16: save it as UTF-8" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "save it as UTF-8"
        )
        findings.problem(place, "SRC006", message, hint)
        return None


def read_text(file: File, limit: int, findings: Findings) -> str | None:
    """The decoded text of `file`; None after a problem."""
    data = read_bytes(file, limit, findings)
    return None if data is None else decode_utf8(data, file, findings)


def refuse_controls(text: str, file: File, findings: Findings) -> bool:
    """Whether `text` holds control characters other than tab and line breaks; a problem names the first."""
    found = _CONTROL.search(text)
    if found is None:
        return False
    more = sum(1 for _ in _CONTROL.finditer(text, found.end()))
    message = f"holds the control character U+{ord(found.group()):04X}" + (f" and {more} more" if more else "")
    hint = "text of Windows-1252 saved as if it were Latin-1?" if "\x80" <= found.group() <= "\x9f" else "remove it"
    findings.problem(Place(file.shown, line_of(text, found.start())), "SRC007", message, hint)
    return True


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
