"""What several parts of a registry share: evidence, citations, certainty and references to entities."""

from __future__ import annotations

from typing import Final

from generator.model.ids import Certainty
from generator.model.registry import Citation, Wording
from generator.read.shape import DATE, LINE, ORDINAL, URL, WORDS, Field, Fields, ListOf, Record, choice, reference

ENTITY_REF: Final = reference("entity")
ENTITY_REFS: Final = ListOf(ENTITY_REF)
CERTAINTY: Final = Field(choice("a certainty", *Certainty), "how the source puts it (default: asserted)")


def _wording(fields: Fields) -> Wording:
    nth = fields.get("nth")
    return Wording(fields["source"], fields["text"], fields.places["text"], int(nth) if nth else None)


EVIDENCE = Record(
    name="evidence",
    description="The words of a source that something rests on.",
    fields={
        "source": Field(reference("source"), "the source's id (its file name without the ending)", required=True),
        "text": Field(WORDS, "its words, verbatim", required=True),
        "nth": Field(ORDINAL, "which occurrence is meant, if the words stand there several times"),
    },
    build=_wording,
)
EVIDENCE_LIST: Final = ListOf(EVIDENCE, least=1, or_one=True)
EVIDENCE_MEANING: Final = "the words of a source that it rests on, or a list of such"

CITATION = Record(
    name="citation",
    description="Something outside the sources of the dossier that an external fact rests on.",
    fields={
        "title": Field(LINE, "what is cited, as a reader should see it", required=True),
        "url": Field(URL, "where it is found", required=True),
        "accessed": Field(DATE, "when it was read"),
    },
    build=lambda fields: Citation(fields["title"], fields["url"], fields.get("accessed")),
)
