"""How many statements have which status, as one bar of coloured pieces."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.model.lists import CERTAINTY
from generator.render.markdown import EMPTY, Element, blocks, paragraph, text, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.dossier import Statement
    from generator.model.listed import Found
    from generator.render.labels import Labels
    from generator.render.markdown import Markdown

WIDTH, HEIGHT = 320, 8
FEWEST = 3
"""Of fewer statements nobody needs a summary."""


def by_status(labels: Labels, counts: Counter[Certainty]) -> Markdown:
    """The bar of some statements with the same in words: „5 Aussagen: 3 behauptet, 2 möglich“; empty for very few."""
    if counts.total() < FEWEST:
        return EMPTY
    said = f"{labels.count('page.count.statement', counts.total())}: {in_words(labels, counts)}"
    return blocks(statusbar(counts), paragraph(text(said)))


def counted(statements: Found[Statement]) -> Counter[Certainty]:
    """How many of some statements have which status."""
    return Counter({Certainty(status): len(found) for status, found in statements.by(CERTAINTY).items()})


def in_words(labels: Labels, counts: Mapping[Certainty, int]) -> str:
    """„3 behauptet, 2 möglich, 1 Frage“."""
    return ", ".join(_counted(labels, status, counts[status]) for status in Certainty if counts.get(status))


def _counted(labels: Labels, status: Certainty, number: int) -> str:
    """„3 behauptet“, „2 Fragen“."""
    if status is Certainty.QUESTION:
        return labels.count("page.count.question", number)
    return f"{number} {labels(f'certainty.{status}')}"


def statusbar(counts: Mapping[Certainty, int]) -> Markdown:
    """A bar whose pieces are as long as their share; only for the eye: the words beside it say the same."""
    total = max(sum(counts.values()), 1)
    pieces, done = [], 0
    for status in Certainty:
        start, done = done, done + counts.get(status, 0)
        if done > start:
            x = WIDTH * start // total
            shape = (("x", str(x)), ("y", "0"), ("width", str(WIDTH * done // total - x)), ("height", str(HEIGHT)))
            pieces.append(Element("rect", (*shape, ("fill", f"var(--{status})"))))
    size = (("viewBox", f"0 0 {WIDTH} {HEIGHT}"), ("width", str(WIDTH)), ("height", str(HEIGHT)))
    picture = Element("svg", (("class", "statusbalken"), *size, ("aria-hidden", "true")), tuple(pieces))
    return verbatim(Element("div", (), (picture,)))
