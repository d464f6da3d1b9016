"""One source: from the bytes of a file to a document."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.model.address import slug
from generator.model.document import Document, Metadata
from generator.model.edtf import is_edtf
from generator.model.ids import SourceId
from generator.model.registry import Place
from generator.read.files import (
    MAX_ARTICLE,
    MAX_YAML,
    File,
    as_file,
    decode_utf8,
    read_bytes,
    read_text,
)
from generator.read.findings import Findings, shown
from generator.read.html import extract
from generator.read.metadata import build_metadata, decode_metadata, split_front_matter

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Rights
    from generator.model.ids import Edtf
    from generator.read.shape import Fields

HTML: Final = (".html", ".htm")
METADATA: Final = ".yml"


def read_source(path: Path, published: Edtf | None = None) -> Document:
    """One file outside of any project; `published` overrides what its metadata say. `InputError` as for a project.

    Its id is made of the file's name, an unknown ending counts as plain text, no entity is looked up, and control
    characters are let through: nothing of it is published.
    """
    findings = Findings()
    file = as_file(path.resolve(), path.as_posix())
    if published is not None and not is_edtf(published):
        message = f'the date of publication "{shown(published)}" is not EDTF'
        findings.problem(Place(file.shown, 0), "SRC016", message, "2023-09-13, 2023-09, 2023, 198X")
    beside = path.with_name(path.stem + METADATA)
    beside_file = as_file(beside, beside.as_posix()) if beside != path and beside.is_file() else None
    document = load_source(file, SourceId(slug(file.stem)), beside_file, "excerpts", findings)
    if document is not None and published is not None:
        document = replace(document, meta=replace(document.meta, published=published))
    return findings.sound(document)


def load_source(
    file: File, source: SourceId, beside: File | None, rights: Rights, findings: Findings
) -> Document | None:
    """The document in `file`, with the metadata of its front matter or of the file `beside` it.

    None if there is no text; other problems leave a document that is good enough for further checks.
    """
    data = read_bytes(file, MAX_ARTICLE, findings)
    decoded = None if data is None else decode_utf8(data, file, findings)
    if data is None or decoded is None:
        return None
    text = unicodedata.normalize("NFC", decoded)
    front, body = split_front_matter(text, file, findings)
    written = _written(front, file, beside, findings)
    found = Metadata()
    if not text[body:].strip():
        hint = "put the text below the front matter" if front is not None else "put the text in or remove the file"
        findings.problem(Place(file.shown, 0), "SRC014", "the article is empty", hint)
        return None
    if file.suffix in HTML:
        page = extract(text[body:])
        if page is None:
            hint = "save its text as .txt or .md instead"
            findings.problem(Place(file.shown, 0), "SRC015", "no article was found in the page", hint)
            return None
        text, body, found = unicodedata.normalize("NFC", page.text), 0, page.meta
    sha256 = hashlib.sha256(data).hexdigest()
    as_it_is = None if file.suffix in HTML or text == decoded else decoded
    return Document(source, file.shown, text, sha256, build_metadata(written, found, rights), body, as_it_is)


def _written(front: str | None, file: File, beside: File | None, findings: Findings) -> Fields | None:
    """What people wrote about a source, wherever they did."""
    if front is not None:
        if beside is not None:
            hint = f"keep the front matter or {beside.shown}, not both"
            findings.problem(Place(file.shown, 1), "SRC012", "the metadata stand in two places", hint)
        return decode_metadata(front, file.shown, 2, findings)
    yaml = None if beside is None else read_text(beside, MAX_YAML, findings)
    return None if beside is None or yaml is None else decode_metadata(yaml, beside.shown, 1, findings)
