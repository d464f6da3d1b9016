"""Rule `credit`: the agencies that sign pictures ("Bild: keystone"), as they sign, in small letters too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.german.data import read_lines
from generator.german.names.forms import fold
from generator.german.names.gazetteer import names
from generator.model.annotation import Mention
from generator.model.ids import Kind

if TYPE_CHECKING:
    from generator.model.annotation import Sentence


def credited(sentence: Sentence) -> list[Mention]:
    """The agencies in the sentence of a picture credit."""
    found = []
    for token in sentence.tokens:
        if fold(token.text) in _agencies():
            listed = next((e.name for e in names().exact(token.text) if e.kind is Kind.OUTLET), token.text)
            found.append(Mention(token.span, Kind.OUTLET, listed, "credit"))
    return found


@cache
def _agencies() -> frozenset[str]:
    return frozenset(fold(line) for line in read_lines("agencies.txt"))
