"""Whether anything has changed since docs/ was last brought up to date: `.cache/generated.json`.

The one thing quicker than doing only what changed is to see that nothing has.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.cache.sealed import hashed
from generator.cache.version import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.model.document import Document
    from generator.model.registry import Registry
    from generator.model.settings import Settings

_LIBRARIES = ("HanTa", "babel", "lxml", "numpy", "python-crfsuite", "pyyaml", "spacy-lookups-data", "trafilatura")


@dataclass(frozen=True, slots=True)
class Run:
    """A generation: the digest of all that went in, the state of docs/ that came out, and what it counted."""

    inputs: str
    state: str
    counts: Mapping[str, int]


@cache
def code() -> str:
    """A hash of the whole program and its libraries, as they were when this process first asked."""
    return fingerprint(folders=["."], libraries=_LIBRARIES)


def inputs_of(settings: Settings, registry: Registry, documents: Sequence[Document]) -> str:
    """A hash of everything that decides what stands in docs/: what was read, the program and its libraries.

    For the text of a source stands the hash of its file, from which the same program reads the same text.
    """
    files = [(document.path, document.sha256, document.meta) for document in documents]
    return hashed(code(), repr((settings, registry, files)))


def recall(file: Path) -> Run | None:
    """The run that `file` tells of; None if there is none or it cannot be read."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        run = Run(**json.loads(file.read_bytes()))
        if isinstance(run.counts, dict) and all(type(count) is int for count in run.counts.values()):
            return run
    return None


def keep(run: Run, file: Path) -> None:
    """Write `run` down, in one move; where nothing can be written nothing is kept."""
    unfinished = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(asdict(run)), encoding="utf-8")
        unfinished.replace(file)
