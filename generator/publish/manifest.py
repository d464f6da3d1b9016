"""`docs/.dossier.json`: every file that the generator wrote, with the SHA-256 of what it wrote."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem
from generator.model.page import digest
from generator.publish.names import fault
from generator.publish.tree import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.model.page import Bytes

MANIFEST = ".dossier.json"
Manifest = dict[str, str]


__all__ = ["MANIFEST", "NONE", "Manifest", "digest", "encode_manifest", "hashes", "read_manifest"]


NONE: Mapping[str, str] = MappingProxyType({})
"""No file."""


def hashes(contents: Mapping[str, Iterable[Bytes]]) -> Manifest:
    """The hash of each file."""
    return {path: digest(content) for path, content in contents.items()}


def encode_manifest(files: Mapping[str, str]) -> bytes:
    """The file that lists `files` with their hashes: a line for each, so that version control can merge it."""
    return (json.dumps(files, indent=0, sort_keys=True) + "\n").encode()


def read_manifest(docs: Path) -> Manifest:
    """What the generator wrote into `docs`; nothing if there is no manifest. Raises InputError if it is unsound."""
    raw = read(docs / MANIFEST)
    if raw is None:
        return {}
    try:
        manifest = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _unsound(docs, "is not readable") from error
    if not isinstance(manifest, dict) or not all(isinstance(value, str) for value in manifest.values()):
        raise _unsound(docs, "is not a list of files")
    outside = next((path for path in manifest if fault(path)), None)
    if outside is not None:
        raise _unsound(docs, f"lists {outside!a}, which the generator never writes")
    return manifest


def _unsound(docs: Path, message: str) -> InputError:
    hint = f"restore it from version control, or delete it and every generated page of {docs.name}/"
    return InputError([Problem(f"{docs.name}/{MANIFEST}", 0, "PUB002", message, hint)])
