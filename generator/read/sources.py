"""`seeds/articles/`: which files are sources and which are the metadata beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.model.ids import SourceId
from generator.model.registry import Place
from generator.read.files import File, list_files, refuse_controls
from generator.read.findings import Findings, Name, shown
from generator.read.shape import MAX_ID, SOURCE_ID, is_reserved
from generator.read.source import HTML, METADATA, load_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.model.document import Document, Rights
    from generator.model.settings import Settings

ARTICLES: Final = "seeds/articles"
SUFFIXES: Final = (".txt", ".md", *HTML)


def read_sources(project: Path, settings: Settings) -> tuple[Document, ...]:
    """The sources of `project` by id; `InputError` with everything that is wrong, references to entities aside."""
    findings = Findings()
    return findings.sound(gather_sources(project, settings.rights, findings))


def gather_sources(project: Path, rights: Rights, findings: Findings) -> tuple[Document, ...]:
    """What could be read of the sources of `project`, by id; problems go to `findings`."""
    files = list_files(project, ARTICLES, findings)
    texts = [file for file in files if file.suffix in SUFFIXES]
    articles = [file for file in texts if _has_id(file, findings)]
    beside = {file.stem: file for file in files if file.suffix == METADATA}
    _check_endings(files, findings)
    _check_orphans(beside, {file.stem for file in texts}, findings)
    _declare(articles, findings)
    if not texts:
        hint = f"an article is a file in {ARTICLES}/ with one of the endings {', '.join(SUFFIXES)}"
        findings.problem(Place(ARTICLES, 0), "SRC001", "there are no articles", hint)
    loaded = [_load(file, beside.get(file.stem), rights, findings) for file in articles]
    documents = tuple(sorted((each for each in loaded if each is not None), key=lambda document: document.id))
    _check_former(documents, findings)
    return documents


def _load(file: File, beside: File | None, rights: Rights, findings: Findings) -> Document | None:
    document = load_source(file, SourceId(file.stem), beside, rights, findings)
    if document is not None:
        refuse_controls(document.text, file, findings)
    return document


def _check_former(documents: Sequence[Document], findings: Findings) -> None:
    """No earlier id may be the id of a source, or one that another source had."""
    owner = {document.id: document for document in documents}
    for document in documents:
        for old in document.meta.formerly:
            other = owner.setdefault(old, document)
            if other is not document or old == document.id:
                message = f'"{old}" cannot be a former id of {document.id}'
                hint = f"it belongs to {other.path}; an id that addresses were made of is never given to another text"
                findings.problem(Place(document.path, 0), "SRC017", message, hint)


def _has_id(file: File, findings: Findings) -> bool:
    if re.fullmatch(SOURCE_ID, file.stem) and len(file.stem) <= MAX_ID and not is_reserved(file.stem):
        return True
    hint = f"a–z, 0–9, - and _, a letter or digit first, at most {MAX_ID}, and no reserved name such as index"
    findings.problem(Place(file.shown, 0), "SRC009", "the file's name cannot be an id", hint)
    return False


def _check_endings(files: Sequence[File], findings: Findings) -> None:
    for file in files:
        if file.suffix not in (*SUFFIXES, METADATA):
            message = f'files with the ending "{shown(file.suffix)}" are not read here'
            hint = f"articles: {', '.join(SUFFIXES)}; metadata: {METADATA}"
            findings.problem(Place(file.shown, 0), "SRC008", message, hint)


def _check_orphans(beside: Mapping[str, File], stems: set[str], findings: Findings) -> None:
    for stem, file in beside.items():
        if stem not in stems:
            hint = shown(f"name it like the article it belongs to: {stem}.txt, .md or .html is missing")
            findings.problem(Place(file.shown, 0), "SRC011", "these metadata belong to no article", hint)


def _declare(articles: Sequence[File], findings: Findings) -> None:
    first: dict[str, File] = {}
    for file in articles:
        findings.declared.append(Name("source", file.stem, Place(file.shown, 0)))
        earlier = first.setdefault(file.stem, file)
        if earlier is not file:
            message = f'{earlier.shown} has the id "{file.stem}" too'
            findings.problem(Place(file.shown, 0), "SRC010", message, "rename one of the two")
