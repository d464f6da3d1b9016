"""A whole project: settings, registry and sources, with everything that is wrong in any of them at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.registry import Decision, Wording
from generator.read.changes import gather_changes
from generator.read.evidence import check_evidence
from generator.read.findings import Findings
from generator.read.registry import gather_registry
from generator.read.registry.references import check_references
from generator.read.settings import gather_settings
from generator.read.sources import gather_sources

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document
    from generator.model.registry import Registry
    from generator.model.settings import Settings


def read_project(project: Path) -> tuple[Settings, Registry, tuple[Document, ...]]:
    """Settings, registry and sources of the project in the folder `project`.

    Raises `InputError` once, with every problem of every file. What it returns is consistent: every id is the id of
    something, and every wording stands in its source.
    """
    findings = Findings()
    settings = gather_settings(project, findings)
    registry = replace(gather_registry(project, findings), changes=gather_changes(project, findings))
    documents = gather_sources(project, settings.rights if settings else "excerpts", findings)
    check_references(findings)
    evidence = check_evidence(findings.of_type(Wording), findings.of_type(Decision), documents)
    findings.problems.extend(evidence)
    return findings.sound(settings), registry, documents
