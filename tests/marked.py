"""Sentences with marked names, for cases that a linguist can read: `[Polen]{state}`, `[Kims]{person Kim Jong Il}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.annotate.certainty import find_claims
from generator.annotate.layout import find_blocks
from generator.annotate.sentences import find_sentences
from generator.annotate.temporal import find_dates
from generator.assemble import assemble
from generator.model.annotation import AnnotatedDocument, Mention, Parse
from generator.model.document import Document, Metadata
from generator.model.ids import Edtf, Kind, SourceId
from generator.model.registry import Registry
from generator.model.settings import Settings
from generator.model.span import Span

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

CASES = Path(__file__).parent / "cases"
PUBLISHED = Edtf("2024-03-05")
_MARK = re.compile(r"\[([^\]]+)\]\{(\w+)(?: ([^}]+))?\}")


@dataclass(frozen=True)
class Case:
    """A marked sentence and what is expected of it, one line each."""

    name: str
    sentence: str
    expected: tuple[str, ...]


def cases(folder: str) -> list[Case]:
    """Every case of the files in `tests/cases/<folder>`."""
    found: list[Case] = []
    for file in sorted((CASES / folder).glob("*.txt")):
        if file.stem == "README":
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line.startswith("=> "):
                last = found[-1]
                found[-1] = Case(last.name, last.sentence, (*last.expected, line.removeprefix("=> ")))
            elif line.strip() and not line.startswith("# "):
                found.append(Case(f"{file.stem}:{number}", line, ()))
    assert all(case.expected for case in found)
    return found


def dossier_of(marked: str) -> Dossier:
    """The dossier of one sentence with the names that are marked in it, and nobody's words but the article's."""
    text, mentions, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        start, position = len(text), mark.end()
        text += mark[1]
        mentions.append(Mention(Span(start, len(text)), Kind(mark[2]), mark[3] or mark[1], "test"))
    text += marked[position:] + "\n"
    document = Document(SourceId("fall"), "seeds/articles/fall.txt", text, "0" * 64, Metadata(published=PUBLISHED))
    blocks = find_blocks(document)
    parse = Parse(document, blocks, find_sentences(text, blocks))
    claims = find_claims(parse, (), tuple(mentions))
    annotated = AnnotatedDocument(parse, tuple(mentions), (), find_dates(parse, PUBLISHED), claims)
    return assemble(Settings("Probe", "https://probe.example/"), Registry(), [annotated])
