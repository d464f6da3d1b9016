"""Runs the annotators, without a registry, over labelled texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.annotate import annotate
from generator.german.names.known import known_names
from generator.model.document import Document, Metadata
from generator.model.ids import Edtf, SourceId
from generator.model.registry import Registry
from tests.evaluation.labels import read_labelled
from tests.evaluation.score import score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.german.names.known import KnownNames
    from generator.model.annotation import AnnotatedDocument
    from tests.evaluation.gold import LabelledText
    from tests.evaluation.score import Figures

ARTICLES = Path(__file__).parent / "articles"


def own_set() -> list[LabelledText]:
    """Every article of our own set, by file and line."""
    return [text for path in sorted(ARTICLES.glob("*.txt")) for text in read_labelled(path)]


def evaluate(texts: Sequence[LabelledText]) -> Figures:
    """What the annotators reach on these texts."""
    return score([(one, annotate_text(one.text, one.published)) for one in texts])


def annotate_text(text: str, published: str | None) -> AnnotatedDocument:
    """What the annotators see in a text of which only the date is known."""
    meta = Metadata(published=Edtf(published) if published else None)
    return annotate(Document(SourceId("text"), "text.txt", text, "", meta), _nobody())


@cache
def _nobody() -> KnownNames:
    return known_names(Registry())
