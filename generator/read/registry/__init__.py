"""`seeds/registry/*.yml` and `seeds/notes/*.md`: what people have decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.registry import (
    Decision,
    Place,
    Registry,
    RegistryDispute,
    RegistryEvent,
    RegistryRelation,
)
from generator.read.decode import decode
from generator.read.files import MAX_YAML, list_files, read_text
from generator.read.findings import Findings
from generator.read.registry.checks import check_registry
from generator.read.registry.entity import ENTITY, EntityEntry
from generator.read.registry.matters import DECISION, DISPUTE, EVENT, RELATION
from generator.read.registry.notes import gather_notes
from generator.read.registry.references import check_entity_references
from generator.read.shape import Field, ListOf, Record
from generator.read.tree import parse

if TYPE_CHECKING:
    from pathlib import Path

    from generator.read.files import File

REGISTRY: Final = "seeds/registry"

SHAPE = Record(
    name="registry",
    description="What people have decided, and on which sentence each decision rests.",
    fields={
        "entities": Field(ListOf(ENTITY), "who and what there is"),
        "decisions": Field(ListOf(DECISION), "what ambiguous mentions mean"),
        "relations": Field(ListOf(RELATION), "what the rules cannot read from the text by themselves"),
        "events": Field(ListOf(EVENT), "what happened, is planned or is claimed"),
        "disputes": Field(ListOf(DISPUTE), "what the sources disagree on"),
    },
    build=lambda fields: fields,
)


def read_registry(project: Path) -> Registry:
    """The registry of `project`; `InputError` with everything that is wrong in it, the sources not considered."""
    findings = Findings()
    registry = gather_registry(project, findings)
    if not findings.unread:
        check_entity_references(findings)
    return findings.sound(registry)


def gather_registry(project: Path, findings: Findings) -> Registry:
    """What could be understood of the registry of `project`; problems go to `findings`."""
    for file in list_files(project, REGISTRY, findings):
        _gather_file(file, findings)
    check_registry(findings)
    return Registry(
        entities=tuple(entry.entity for entry in findings.of_type(EntityEntry)),
        decisions=findings.of_type(Decision),
        relations=findings.of_type(RegistryRelation),
        events=findings.of_type(RegistryEvent),
        disputes=findings.of_type(RegistryDispute),
        notes=gather_notes(project, findings),
    )


def _gather_file(file: File, findings: Findings) -> None:
    if file.suffix != ".yml":
        findings.problem(
            Place(file.shown, 0), "SRC008", f'files with the ending "{file.suffix}" are not read here', "use .yml"
        )
        return
    before = len(findings.problems)
    text = read_text(file, MAX_YAML, findings)
    node = parse(text, file.shown, findings) if text is not None else None
    if node is not None:
        decode(SHAPE, node, findings)
    elif len(findings.problems) > before:
        findings.unread = True
