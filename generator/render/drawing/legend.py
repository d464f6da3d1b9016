"""The key to a network: a sample of each shape and of each line that the picture uses, with its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Certainty, Kind
from generator.render.drawing.arrows import line_sample
from generator.render.drawing.shapes import outline
from generator.render.markdown import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from generator.render.labels import Labels

WIDTH, HEIGHT = 36, 18


def legend(
    labels: Labels,
    kinds: Collection[Kind],
    certainties: Collection[Certainty],
    sample: Callable[[Certainty], Element] = line_sample,
) -> Element:
    """List the kinds and the statuses in the order of their vocabularies; `sample` draws a status."""
    shapes = [_entry(("data-kind", str(kind)), labels(f"kind.{kind}"), _shape(kind)) for kind in Kind if kind in kinds]
    lines = [
        _entry(("data-status", str(certainty)), labels(f"certainty.{certainty}"), sample(certainty))
        for certainty in Certainty
        if certainty in certainties
    ]
    lists = (Element("ul", (), tuple(entries)) for entries in (shapes, lines) if entries)
    attributes = (("class", "bild zeichen"), ("data-search-exclude", ""))
    return Element("div", attributes, tuple(lists))


def _shape(kind: Kind) -> Element:
    return Element("g", (("class", "node"),), (outline(kind, 2, 2, WIDTH - 4, HEIGHT - 4),))


def _entry(key: tuple[str, str], word: str, sample: Element) -> Element:
    size = (("viewBox", f"0 0 {WIDTH} {HEIGHT}"), ("width", str(WIDTH)), ("height", str(HEIGHT)))
    return Element("li", (key,), (Element("svg", (*size, ("aria-hidden", "true")), (sample,)), word))
