"""What the program itself wrote and finds again: a manifest, a journal, remembered annotations. Each may be damaged."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.annotate import annotate
from generator.cache.entry import Entry, load, save
from generator.cache.run import recall
from generator.cache.sealed import seal
from generator.errors import InputError
from generator.german.names.known import known_names
from generator.model.page import Page
from generator.model.registry import Registry
from generator.publish import MANIFEST, STAGING, publish, settled
from generator.publish.manifest import read_manifest
from tests.fuzz.annotating import _document
from tests.fuzz.material import folder, text_of

if TYPE_CHECKING:
    from pathlib import Path

_TREASURE = "Von Hand\n"


def manifest(data: bytes) -> None:
    """Whatever stands in the manifest, nothing that the generator did not write is changed."""
    docs = _docs()
    (docs / MANIFEST).write_bytes(data)
    try:
        read_manifest(docs)
        publish([Page("neu.md", "# Neu\n")], docs)
    except InputError as error:
        _about_publishing(error)
    _unharmed(docs)


def journal(data: bytes) -> None:
    """Whatever an interrupted run left, nothing that the generator did not write is changed."""
    docs = _docs()
    publish([Page("alt.md", "# Alt\n")], docs)
    (docs / STAGING / "files").mkdir(parents=True)
    (docs / STAGING / "files" / "neu.md").write_text("# Neu\n", encoding="utf-8")
    (docs / STAGING / "journal.json").write_bytes(data)
    try:
        with settled(docs):
            assert not (docs / STAGING).exists()
    except InputError as error:
        _about_publishing(error)
    _unharmed(docs)


def entry(data: bytes) -> None:
    """An entry whose checksum is right and whose content is anything: an entry, or as if there were none."""
    document = _document("Anna Keller sagte am Montag: «Nein.»")
    save(Entry(annotate(document, known_names(Registry())), frozenset(), ""), folder(), "code")
    kept = folder() / "artikel.json"
    key = kept.read_bytes().partition(b"\n")[0].split()[0]
    for body in (data, _with_a_part_replaced(kept.read_bytes().partition(b"\n")[2], data)):
        seal(kept, key.decode(), body)
        found = load(folder(), "code", document)
        assert found is None or isinstance(found.annotated.parse.sentences, tuple)


def run(data: bytes) -> None:
    """What was remembered of the last generation can be anything."""
    file = folder() / "generated.json"
    file.write_bytes(data)
    recall(file)


def _about_publishing(error: InputError) -> None:
    assert all(problem.code.startswith("PUB") for problem in error.problems)


def _with_a_part_replaced(body: bytes, data: bytes) -> bytes:
    """What was written, one part of it replaced by what `data` means."""
    if not data:
        return body
    pieces = body.decode().split(",")
    pieces[data[0] % len(pieces)] = text_of(data[1:])
    return ",".join(pieces).encode("utf-8", "replace")


def _docs() -> Path:
    """A folder docs/ with a page that somebody wrote, and another one beside it."""
    project = folder() / "project"
    shutil.rmtree(project, ignore_errors=True)
    docs = project / "docs"
    docs.mkdir(parents=True)
    for place in (project, docs):
        (place / "treasure.md").write_text(_TREASURE, encoding="utf-8")
    return docs


def _unharmed(docs: Path) -> None:
    for place in (docs.parent, docs):
        assert (place / "treasure.md").read_text(encoding="utf-8") == _TREASURE
    assert sorted(path.name for path in docs.parent.iterdir()) == ["docs", "treasure.md"]
