"""Who said what: direct and indirect speech and reported statements of an article, with speaker, cue and outlet.

The way of a text: quotation marks (`marks`) → units (`units`) → clauses (`clauses`) → cues (`cues`, `nominal`,
`nouns`) → frames with their content (`frames`, `content`, `preceding`) and speaker (`speakers`, `sources`) → a scene
(`scene`) → quotations (`attribute`, `direct`, `voices`) and parties (`parties`, `naming`, `outlets`). What the noun
phrases of a clause are stands in `phrases`, `grammar` and `growth`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.quotations.attribute import attribute
from generator.annotate.quotations.marks import find_quoted
from generator.annotate.quotations.turns import find_turns
from generator.annotate.quotations.units import find_units
from generator.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.annotation import Mention, Parse, Quotation

__all__ = ["find_quotations"]


def find_quotations(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The quotations of `parse` in text order; `mentions` only enrich the parties with names and entities.

    "Denkbar wäre ein Nachschub, so Bremer." → indirect, speaker "Bremer", cue "so".
    """
    turns = find_turns(parse, mentions)
    units = [u for u in find_units(parse, find_quoted(parse)) if u.block not in turns]
    found = [*turns.values(), *_joined(attribute(parse, units, mentions))]
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end, q.type)))


def _joined(found: Iterable[tuple[int, Quotation]]) -> Iterator[Quotation]:
    """The quotations of the numbered units, with speech that runs on through neighbouring units made one."""
    held: Quotation | None = None
    last = -1
    for number, one in found:
        if not one.running:
            yield one
            continue
        if held is not None and number == last + 1:
            held = replace(held, span=Span(held.span.start, one.span.end))
        else:
            if held is not None:
                yield held
            held = one
        last = number
    if held is not None:
        yield held
