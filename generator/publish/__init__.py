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
from generator.publish.journal import STAGING, is_pending, replace, settle
from generator.publish.manifest import MANIFEST, NONE, Manifest, digest, encode_manifest, read_manifest
from generator.publish.names import refuse_names
from generator.publish.tree import read, refuse_links, refuse_obstacles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.model.page import Page

__all__ = ["MANIFEST", "STAGING", "Changes", "compare", "intact", "manifest_hash", "publish", "settled", "state"]


def publish(
    pages: Iterable[Page], docs: Path, waiting: Callable[[], None] = silently, standing: Mapping[str, str] = NONE
) -> Changes:
    """Bring `docs` up to date with `pages` and those that are `standing`, or change nothing at all.

    Files whose bytes stay the same are not touched; of those of `standing`, which `intact` has just found to be as they
    should, only the hash is given. `waiting` is called once if another process is at work there; this one then waits.
    Raises InputError with every file that somebody edited, and for everything that cannot be read or written.
    """
    contents = _contents(pages, standing)
    with reported(docs):
        docs.mkdir(parents=True, exist_ok=True)
        with locked(docs, waiting):
            refuse_links(docs)
            settle(docs)
            return _publish(contents, standing, docs)


def _publish(contents: dict[str, bytes], standing: Mapping[str, str], docs: Path) -> Changes:
    before = read_manifest(docs)
    found = changes(contents, standing, docs, before)
    refuse_to_overwrite(found, docs, before)
    refuse_obstacles((*found.new, *found.changed), found.gone, docs)
    manifest = encode_manifest(contents, standing)
    if found or (docs / MANIFEST).read_bytes() != manifest:
        written = {path: contents[path] for path in (*found.new, *found.changed)}
        replace({**written, MANIFEST: manifest}, found.gone, docs)
    return found


def compare(
    pages: Iterable[Page], docs: Path, waiting: Callable[[], None] = silently, standing: Mapping[str, str] = NONE
) -> Changes:
    """What `publish` would change, without changing it; only an interrupted publication is finished."""
    contents = _contents(pages, standing)
    with reported(docs), settled(docs, waiting):
        return changes(contents, standing, docs, read_manifest(docs))


def intact(docs: Path, waiting: Callable[[], None] = silently) -> Manifest:
    """The files of `docs` that hold what we wrote, with its hash."""
    with reported(docs), settled(docs, waiting):
        return _intact(docs, read_manifest(docs))


def state(docs: Path, waiting: Callable[[], None] = silently) -> str | None:
    """What stands in `docs`, as a hash; None if there is no manifest or anything that it lists is not as written."""
    with reported(docs), settled(docs, waiting):
        manifest = read_manifest(docs)
        whole = bool(manifest) and _intact(docs, manifest) == manifest
        return manifest_hash(docs) if whole else None


def manifest_hash(docs: Path) -> str:
    """What the manifest says stands in `docs`, as a hash."""
    with reported(docs):
        return digest((docs / MANIFEST).read_bytes())


def _intact(docs: Path, manifest: Manifest) -> Manifest:
    found = ((path, read(docs / path)) for path in manifest)
    return {
        path: manifest[path] for path, content in found if content is not None and digest(content) == manifest[path]
    }


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


def _contents(pages: Iterable[Page], standing: Mapping[str, str]) -> dict[str, bytes]:
    listed = tuple(pages)
    refuse_names([*(page.path for page in listed), *standing])
    return {page.path: page.content.encode() for page in listed}
