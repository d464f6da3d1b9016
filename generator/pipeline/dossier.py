"""seeds/ to documents, to annotations, to a dossier, to pages, to docs/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import check as checking
from generator.cache.renewal import gather, no_collector, renew
from generator.cache.run import Run, inputs_of, keep, recall
from generator.errors import InputError
from generator.export.catalogue import MEDIA_TYPES, place
from generator.export.files import data_files
from generator.pipeline.progress import silent
from generator.publish import Changes, compare, intact, manifest_hash, publish, state
from generator.read.project import read_project
from generator.render import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.model.dossier import Dossier
    from generator.model.issue import Issue
    from generator.model.page import File
    from generator.pipeline.progress import Progress

_DATA = frozenset(map(place, MEDIA_TYPES))
"""What is put together anew every time, so that nobody asks what stands there before it is published."""


def build_dossier(project: Path, progress: Progress = silent) -> Dossier:
    """Read `seeds/` and put the dossier together. Raises InputError with every problem of the input."""
    return gather(project / ".cache", *read_project(project), progress).dossier


def pages(dossier: Dossier) -> tuple[File, ...]:
    """Everything that belongs into docs/: the pages and the files of /daten/."""
    return (*render(dossier), *data_files(dossier))


def generate(project: Path, progress: Progress = silent) -> tuple[Mapping[str, int], Changes]:
    """Bring docs/ up to date with seeds/; gives the counts of the dossier and what changed.

    If nothing that was read last time has changed, nothing is done; else only what depends on what changed. Raises
    InputError for bad input and for a dossier that breaks a promise.
    """
    with no_collector():
        return _generate(project, progress)


def _generate(project: Path, progress: Progress) -> tuple[Mapping[str, int], Changes]:
    read = read_project(project)
    docs, cache, inputs = project / "docs", project / ".cache", inputs_of(*read)
    last = recall(cache / "generated.json")
    if last and last.inputs == inputs and last.state == state(docs):
        return last.counts, Changes((), (), ())
    found = gather(cache, *read, progress)
    _stop_on_errors(found.dossier)
    files = renew(cache, found, intact(docs, apart=_DATA))
    changes = publish(files.made, docs, standing=files.standing)
    keep(Run(inputs, manifest_hash(docs), checking.counts(found.dossier)), cache / "generated.json")
    return checking.counts(found.dossier), changes


def _stop_on_errors(dossier: Dossier) -> None:
    """A dossier that breaks a promise, or is not as its settings expect, is not published."""
    errors = checking.errors(dossier)
    if errors:
        raise InputError([issue.problem for issue in errors])


def outdated(project: Path, progress: Progress = silent) -> Changes:
    """What `generate` would change."""
    docs, cache = project / "docs", project / ".cache"
    with no_collector():
        found = gather(cache, *read_project(project), progress)
        _stop_on_errors(found.dossier)
        files = renew(cache, found, intact(docs, apart=_DATA))
    return compare(files.made, docs, standing=files.standing)


def issues(project: Path, progress: Progress = silent) -> tuple[Issue, ...]:
    """Everything that a person should look at."""
    return checking.check(build_dossier(project, progress))
