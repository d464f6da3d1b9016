"""Pages to docs/: everything or nothing, by a manifest, and never over somebody's work.

The manifest `docs/.dossier.json` lists every file that the generator wrote with its SHA-256. Only such files are
replaced or deleted, and only while they still hold what was written: whoever edited one by hand gets a message.
A publication that was interrupted is finished by the next command that looks at docs/ (`journal.py`).
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from generator.lock import locked, silently
from generator.publish.changes import Changes, changes, refuse_to_overwrite
from generator.publish.faults import reported
from generator.publish.journal import STAGING, Journal, is_pending, replace, settle
from generator.publish.manifest import MANIFEST, NONE, Manifest, digest, encode_manifest, hashes, read_manifest
from generator.publish.names import refuse_names
from generator.publish.tree import hash_of, refuse_links, refuse_obstacles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from generator.model.page import Bytes, File

__all__ = ["MANIFEST", "STAGING", "Changes", "compare", "intact", "manifest_hash", "publish", "settled", "state"]


def publish(
    files: Iterable[File], docs: Path, waiting: Callable[[], None] = silently, standing: Mapping[str, str] = NONE
) -> Changes:
    """Bring `docs` up to date with `files` and those that are `standing`, or change nothing at all.

    Files whose bytes stay the same are not touched; of those of `standing`, which `intact` has just found to be as they
    should, only the hash is given. `waiting` is called once if another process is at work there; this one then waits.
    Raises InputError with every file that somebody edited, and for everything that cannot be read or written.
    """
    contents = _contents(files, standing)
    after = hashes(contents)
    with reported(docs):
        docs.mkdir(parents=True, exist_ok=True)
        with locked(docs, waiting):
            refuse_links(docs)
            settle(docs)
            return _publish(contents, after, standing, docs)


def _publish(contents: dict[str, Sequence[Bytes]], after: Manifest, standing: Mapping[str, str], docs: Path) -> Changes:
    manifest = read_manifest(docs)
    before = _before({**manifest, **after}.keys() - standing.keys(), docs)
    found = changes(before, after)
    refuse_to_overwrite(found, before, docs, manifest)
    refuse_obstacles((*found.new, *found.changed), found.gone, docs)
    contents[MANIFEST] = (encode_manifest({**after, **standing}),)
    after[MANIFEST] = digest(contents[MANIFEST])
    before[MANIFEST] = hash_of(docs / MANIFEST)
    if found or before[MANIFEST] != after[MANIFEST]:
        written = (*found.new, *found.changed, MANIFEST)
        journal = Journal(
            gone={path: before[path] for path in found.gone},
            before={path: before[path] for path in written},
            after={path: after[path] for path in written},
        )
        replace(journal, contents, docs)
    return found


def compare(
    files: Iterable[File], docs: Path, waiting: Callable[[], None] = silently, standing: Mapping[str, str] = NONE
) -> Changes:
    """What `publish` would change, without changing it; only an interrupted publication is finished."""
    after = hashes(_contents(files, standing))
    with reported(docs), settled(docs, waiting):
        return changes(_before({**read_manifest(docs), **after}.keys() - standing.keys(), docs), after)


def _before(paths: Iterable[str], docs: Path) -> dict[str, str | None]:
    return {path: hash_of(docs / path) for path in sorted(paths)}


def intact(docs: Path, waiting: Callable[[], None] = silently, apart: AbstractSet[str] = frozenset()) -> Manifest:
    """The files of `docs` that hold what we wrote, with its hash; those that are told `apart` are not looked at."""
    with reported(docs), settled(docs, waiting):
        manifest = read_manifest(docs)
        return _intact(docs, {path: written for path, written in manifest.items() if path not in apart})


def state(docs: Path, waiting: Callable[[], None] = silently) -> str | None:
    """What stands in `docs`, as a hash; None if there is no manifest or anything that it lists is not as written."""
    with reported(docs), settled(docs, waiting):
        manifest = read_manifest(docs)
        whole = bool(manifest) and _intact(docs, manifest) == manifest
        return manifest_hash(docs) if whole else None


def manifest_hash(docs: Path) -> str:
    """What the manifest says stands in `docs`, as a hash."""
    with reported(docs):
        return digest([(docs / MANIFEST).read_bytes()])


def _intact(docs: Path, manifest: Manifest) -> Manifest:
    return {path: written for path, written in manifest.items() if hash_of(docs / path) == written}


@contextmanager
def settled(docs: Path, waiting: Callable[[], None] = silently) -> Iterator[None]:
    """Keep `docs` as it is while somebody reads it: an interrupted publication is finished first, none may begin.

    Raises InputError as `publish` does.
    """
    with ExitStack() as stack:
        with reported(docs):
            stack.enter_context(_at_rest(docs, waiting))
        yield


@contextmanager
def _at_rest(docs: Path, waiting: Callable[[], None]) -> Iterator[None]:
    while docs.exists():
        with locked(docs, waiting, shared=True):
            refuse_links(docs)
            if not is_pending(docs):
                yield
                return
        with locked(docs, waiting):
            settle(docs)
    yield


def _contents(files: Iterable[File], standing: Mapping[str, str]) -> dict[str, Sequence[Bytes]]:
    listed = tuple(files)
    refuse_names([*(file.path for file in listed), *standing])
    return {file.path: file.pieces for file in listed}
