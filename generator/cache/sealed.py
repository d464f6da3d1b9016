"""A file on the disk with a key and a checksum in its first line; it is kept in one move, and damage is found.

What it holds is a head, which is always read, and a rest, which is handed out as it lies in memory.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from generator.model import postings
from generator.model.page import BUFFER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.model.page import Bytes

_WIDTH = 12
"""Digits of the length of a head."""


def unseal(file: Path, key: str) -> tuple[memoryview, memoryview] | None:
    """The head and the rest in `file`; None if there is no such file, if it has another key, or if it is damaged."""
    try:
        with file.open("rb", buffering=0) as content:
            whole = memoryview(content.readall() or b"")
    except OSError:
        return None
    start = len(_first(key, 0, ()))
    size = bytes(whole[start - _WIDTH - 1 : start - 1])
    end = start + int(size) if size.isdigit() else start
    found = whole[start:end], whole[end:]
    return found if whole[:start] == _first(key, end - start, found) else None


def seal(file: Path, key: str, head: bytes, rest: Sequence[Bytes] = ()) -> None:
    """Keep `head` and the pieces of the `rest`, in one move; where nothing can be written nothing is kept."""
    unfinished = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb", buffering=BUFFER) as content:
            content.writelines((_first(key, len(head), (head, *rest)), head, *rest))
        unfinished.replace(file)


def cut(rest: Bytes, lengths: Iterable[int]) -> Iterator[Bytes]:
    """The pieces of a rest, of which the head knows the lengths."""
    start = 0
    for length in lengths:
        yield rest[start : start + length]
        start += length


def hashed(*parts: str) -> str:
    """A hash of `parts`, in hex."""
    return postings.hashed(parts)


def _first(key: str, size: int, pieces: Iterable[Bytes]) -> bytes:
    """The first line: a key, the checksum of what is below, and how long the head is."""
    checksum = 0
    for piece in pieces:
        checksum = crc32(piece, checksum)
    return f"{key} {checksum:08x} {size:0{_WIDTH}}\n".encode()
