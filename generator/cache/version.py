"""A fingerprint of everything beside the source and the registry that decides what is found."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = Path(__file__).parents[1]
_CODE = ("annotate", "cache", "german", "model")
_LIBRARIES = ("HanTa", "numpy", "python-crfsuite", "spacy-lookups-data")
_MADE_FROM_LIBRARIES = "word_clusters."


def fingerprint(root: Path = _PACKAGE, folders: Iterable[str] = _CODE, libraries: Iterable[str] = _LIBRARIES) -> str:
    """A hash of the code and the word lists (those of the annotators), and of the versions of what they build on.

    Files are read as they are: a change in a comment counts. 10 ms.
    """
    found = hashlib.sha256()
    for part in (sys.version_info[:2], unicodedata.unidata_version, *map(_version, libraries)):
        found.update(f"{part}\0".encode())
    for path in sorted(path for folder in folders for path in _files(root / folder)):
        content = path.read_bytes()
        found.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and path.parent.name != "__pycache__" and not path.name.startswith(_MADE_FROM_LIBRARIES):
            yield path


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "-"
