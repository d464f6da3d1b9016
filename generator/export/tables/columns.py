"""Columns that several tables have, each described once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.tables.table import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.dossier import Evidence, Speaker
    from generator.model.ids import EntityId

SPACE, SEMICOLON = " ", "; "

SOURCE = Column("source", "id of the source")
START = Column("start", "where it begins in the source, in Unicode code points from 0", "integer")
END = Column("end", "where it ends, exclusive", "integer")
CERTAINTY = Column(
    "certainty",
    "how it is put, by grammar and never by a verdict: asserted, reported, possible, alleged, denied, conditional, "
    "announced or question",
)
ORIGIN = Column("origin", "extracted by a rule, registry (written by a person) or external (with its own citation)")
EVIDENCE = Column("evidence", "where it stands: source:start-end, half-open, in code points", separator=SPACE)
URL = Column("url", "its place on the site; empty where there is none", "anyURI")
TYPE = Column("type", "how the words are rendered: direct, indirect or reported; empty: the article's own")
HOLDERS = Column("holders", "ids of those who say so", separator=SPACE)
UNLINKED = Column(
    "unlinked_holders", "holders whom the source names and the dossier does not know", separator=SEMICOLON
)
OUTLET = Column("outlet", "id of the outlet through which it was said")
RULE = Column("rule", "the rule that found it; empty: a person wrote it")
FORMERLY = Column("formerly", "earlier ids of the same, whose addresses lead here", separator=SPACE)
TEXT = Column("text", "the words of the source; empty where its rights do not allow to publish them")


def edtf(name: str, about: str) -> Column:
    """A column of dates in EDTF, whose precision is that of the text."""
    return Column(name, f"{about}, as EDTF")


def refs(evidence: Iterable[Evidence]) -> list[str]:
    """Evidence as the cells of `EVIDENCE` have it: `artikel:12-40`."""
    return [f"{piece.source}:{piece.span.start}-{piece.span.end}" for piece in evidence]


def linked(speakers: Iterable[Speaker]) -> list[EntityId]:
    """The speakers that are entities of the dossier."""
    return [speaker.entity for speaker in speakers if speaker.entity]


def unlinked(speakers: Iterable[Speaker]) -> list[str]:
    """The names of the others."""
    return [speaker.name for speaker in speakers if not speaker.entity]
