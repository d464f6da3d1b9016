"""`seeds/notes/<entity id>.md`: what people want to say on an entity's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.ids import EntityId
from generator.model.registry import Place
from generator.read.files import MAX_YAML, File, list_files, read_text, refuse_controls
from generator.read.findings import Name

if TYPE_CHECKING:
    from pathlib import Path

    from generator.read.findings import Findings

NOTES: Final = "seeds/notes"


def gather_notes(project: Path, findings: Findings) -> tuple[tuple[EntityId, str], ...]:
    """The notes by entity id, in the order of ids; every line ends in a line feed."""
    notes = []
    for file in list_files(project, NOTES, findings):
        text = _note(file, findings)
        if text is not None:
            findings.used.append(Name("entity", file.stem, Place(file.shown, 0)))
            notes.append((EntityId(file.stem), text))
    return tuple(sorted(notes))


def _note(file: File, findings: Findings) -> str | None:
    place = Place(file.shown, 0)
    if file.suffix != ".md":
        findings.problem(
            place, "SRC008", f'files with the ending "{file.suffix}" are not read here', "use <entity id>.md"
        )
        return None
    text = read_text(file, MAX_YAML, findings)
    if text is None or refuse_controls(text, file, findings):
        return None
    if not text.strip():
        findings.problem(place, "REG013", "the note is empty", "write it or remove the file")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
