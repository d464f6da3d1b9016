"""What the annotators see in any German text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate import annotate
from generator.errors import InputError, Problem
from generator.export.annotation import annotation_json
from generator.german.names.known import known_names
from generator.model.edtf import is_edtf
from generator.model.ids import Edtf
from generator.model.registry import Registry
from generator.pipeline.progress import silent
from generator.read.registry import read_registry
from generator.read.source import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document
    from generator.pipeline.progress import Progress


def annotate_files(
    files: Sequence[Path],
    published: str | None,
    project: Path | None,
    progress: Progress = silent,
) -> list[AnnotatedDocument]:
    """What the annotators see in each file, in the order given.

    The names are those of the registry of `project`, if that is given and has one.
    """
    documents = _read_all(files, published)
    has_registry = project is not None and (project / "seeds" / "registry").is_dir()
    registry = read_registry(project) if project and has_registry else Registry()
    known = known_names(registry)
    annotated = []
    for number, document in enumerate(documents):
        progress("reading the articles", number, len(documents))
        annotated.append(annotate(document, known))
    progress("reading the articles", len(documents), len(documents))
    return annotated


def write_annotations(files: Sequence[Path], annotated: Sequence[AnnotatedDocument], output: Path) -> None:
    """One `output/<stem>.json` a file, as annotation.schema.json describes it."""
    output.mkdir(parents=True, exist_ok=True)
    for file, one in zip(files, annotated, strict=True):
        (output / f"{file.stem}.json").write_text(annotation_json(one), encoding="utf-8", newline="\n")


def _read_all(files: Sequence[Path], published: str | None) -> list[Document]:
    """The documents, or every problem of every file at once."""
    problems: list[Problem] = []
    if published is not None and not is_edtf(published):
        problems.append(Problem("--published", 0, "CLI001", f"“{published}” is no EDTF date", "2023-09-05 or 2023-09"))
    documents = []
    for file in files:
        try:
            documents.append(read_source(file, Edtf(published) if published else None))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return documents
