"""The flow on one page: seeds/ to documents, to annotations, to a dossier, to pages, to docs/, to site/."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from typing import TYPE_CHECKING

from generator import check as checking
from generator.annotate import annotate
from generator.assemble import assemble
from generator.cache import remembering
from generator.cache.run import Run, inputs_of, keep, recall
from generator.errors import InputError, Problem
from generator.export.annotation import annotation_json
from generator.export.files import data_files
from generator.export.followthemoney.checked import accepted
from generator.export.jsonld import fragments
from generator.german.names.known import known_names
from generator.model.edtf import bounds, is_edtf
from generator.model.ids import Edtf
from generator.model.issue import Severity
from generator.model.registry import Registry
from generator.publish import Changes, compare, publish, settled, state
from generator.read.project import read_project
from generator.read.registry import read_registry
from generator.read.source import read_source
from generator.render import render
from generator.site import build_site as run_site
from generator.site.engine import identity
from generator.site.serve import local_url
from generator.site.serve import serve as serve_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.german.names.known import KnownNames
    from generator.model.annotation import AnnotatedDocument
    from generator.model.document import Document
    from generator.model.dossier import Dossier
    from generator.model.issue import Issue
    from generator.model.page import Page
    from generator.model.settings import Settings
    from generator.site import Engine

    Annotate = Callable[[Document, KnownNames], AnnotatedDocument]
    Read = tuple[Settings, Registry, tuple[Document, ...]]
    Progress = Callable[[str, int, int], None]
    """Called with the name of the stage, how much is done and how much there is to do."""

counts = checking.counts


def silent(_stage: str, _done: int, _total: int) -> None:
    """A Progress that shows nothing."""


def build_dossier(project: Path, progress: Progress = silent) -> Dossier:
    """Read `seeds/` and put the dossier together. Raises InputError with every problem of the input."""
    return _assemble(project, read_project(project), progress)


def _assemble(project: Path, read: Read, progress: Progress) -> Dossier:
    settings, registry, documents = read
    reading = remembering(project / ".cache" / "annotations")
    return assemble(settings, registry, _annotate_all(reading, documents, registry, progress))


def _annotate_all(
    reading: Annotate,
    documents: Sequence[Document],
    registry: Registry,
    progress: Progress,
) -> list[AnnotatedDocument]:
    known = known_names(registry)
    annotated = []
    for number, document in enumerate(documents):
        progress("reading the articles", number, len(documents))
        annotated.append(reading(document, known))
    progress("reading the articles", len(documents), len(documents))
    return annotated


def pages(dossier: Dossier) -> tuple[Page, ...]:
    """Everything that belongs into docs/: the pages and the files of /daten/."""
    return (*render(dossier), *data_files(dossier))


def generate(project: Path, progress: Progress = silent) -> tuple[Mapping[str, int], Changes]:
    """Bring docs/ up to date with seeds/; gives the counts of the dossier and what changed.

    If nothing that was read last time has changed, nothing is done. Raises InputError for bad input and for a dossier
    that breaks a promise.
    """
    read = read_project(project)
    docs, memory, inputs = project / "docs", project / ".cache" / "generated.json", inputs_of(*read)
    last = recall(memory)
    if last and last.inputs == inputs and last.state == state(docs):
        return last.counts, Changes((), (), ())
    dossier = _assemble(project, read, progress)
    _stop_on_errors(dossier)
    changes = publish(pages(dossier), docs)
    keep(Run(inputs, str(state(docs)), counts(dossier)), memory)
    return counts(dossier), changes


def _stop_on_errors(dossier: Dossier) -> None:
    """A dossier that breaks a promise, or is not as its settings expect, is not published."""
    errors = [issue.problem for issue in checking.check(dossier) if issue.severity is Severity.ERROR]
    if errors:
        raise InputError(errors)


def outdated(project: Path, progress: Progress = silent) -> Changes:
    """What `generate` would change."""
    return compare(pages(build_dossier(project, progress)), project / "docs")


def issues(project: Path, progress: Progress = silent) -> tuple[Issue, ...]:
    """Everything that a person should look at."""
    return checking.check(build_dossier(project, progress))


def export_ftm(project: Path, output: Path, progress: Progress = silent) -> None:
    """Write FollowTheMoney entities as the installed package accepts them; InputError if it is missing or refuses."""
    entities = accepted(build_dossier(project, progress))
    output.write_text(entities, encoding="utf-8", newline="\n")


def build_site(project: Path, engine: Engine, progress: Progress = silent, url: str | None = None) -> None:
    """Build site/ from docs/; `url` stands in for the address of the settings."""
    settings, _, documents = read_project(project)
    published = [bounds(d.meta.published)[1] for d in documents if d.meta.published]
    newest = max(published, default=dt.date(1970, 1, 1))
    seconds = int(dt.datetime.combine(newest, dt.time(), dt.UTC).timestamp())
    address = url or settings.site_url
    identified = identity(settings.title, address, max(seconds, 0))
    with settled(project / "docs"):
        run_site(project, engine, progress, identified, _linked_data(project, settings.site_url))


def _linked_data(project: Path, address: str) -> dict[str, str]:
    """The JSON-LD of each page, from the file that `generate` wrote."""
    file = project / "docs" / "daten" / "dossier.jsonld"
    return fragments(json.loads(file.read_text(encoding="utf-8"))["@graph"], address) if file.is_file() else {}


def serve(project: Path, port: int, say: Callable[[str], None]) -> None:
    """Build, show the site on this machine and rebuild what changes, until Ctrl-C."""
    serve_site(project, partial(_rebuild, project, local_url(port)), port, say)


def _rebuild(project: Path, url: str) -> None:
    generate(project)
    build_site(project, "mkdocs", url=url)


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
    return _annotate_all(annotate, documents, registry, progress)


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
