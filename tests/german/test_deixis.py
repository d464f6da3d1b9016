from __future__ import annotations

import pytest

from generator.annotate.sentences import find_sentences
from generator.german.deixis import points_back
from generator.model.annotation import Block, BlockKind
from generator.model.span import Span


def pointing(text: str) -> bool:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test"),)
    return points_back(find_sentences(text, blocks)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Pjöngjang bestreitet das.",
        "Zudem sei unklar, ob es gelingt.",
        "Im August besuchte er fünf Fabriken.",
        "Die moderneren Waffen seien hingegen weniger geeignet.",
        "Die Sowjetunion reduzierte jedoch den Geldfluss.",
        "Washington hat beiden Ländern mit Sanktionen gedroht.",
        "Bern weist diesen Vorwurf zurück.",
    ],
)
def test_a_sentence_that_needs_the_one_before(text: str) -> None:
    assert pointing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das Land ist arm.",
        "Kim reist, weil er sich im Zug sicherer fühlt.",
        "Das Schiff, das im Hafen liegt, ist alt.",
        "Die Schweiz verkauft Waffen.",
    ],
)
def test_a_sentence_that_stands_by_itself(text: str) -> None:
    assert not pointing(text)
