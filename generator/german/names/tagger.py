"""Names in a sentence, as a small trained model sees them; `generator/training/names.py` trains it."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from generator.german.names.features import features
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pycrfsuite import Tagger

    from generator.model.annotation import Token

DERIVED = "derived"
"""The class of words that are made from a name and are none: "russisch", "US-Präsident"."""


@cache
def _model() -> Tagger:
    from pycrfsuite import Tagger  # noqa: PLC0415  only when names are sought

    tagger = Tagger()
    with as_file(files("generator.german").joinpath("names/names.crfsuite")) as path:
        tagger.open(str(path))
    return tagger


def find_spans(tokens: Sequence[Token]) -> list[tuple[Span, str]]:
    """The names of one sentence and their class: person, place, organisation, other or `DERIVED`."""
    labels: list[str] = _model().tag(features(tokens)) if tokens else []
    return list(_join(tokens, labels))


def _join(tokens: Sequence[Token], labels: list[str]) -> Iterator[tuple[Span, str]]:
    """Join the labels B-x I-x … into spans; an I-x without its beginning begins a span."""
    start, end, current = 0, 0, ""
    for token, label in zip(tokens, labels, strict=True):
        mark, _, class_ = label.partition("-")
        if current and not (mark == "I" and class_ == current):
            yield Span(start, end), current
            current = ""
        if class_ and not current:
            start, current = token.span.start, class_
        end = token.span.end
    if current:
        yield Span(start, end), current
