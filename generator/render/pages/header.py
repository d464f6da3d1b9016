"""Which names, relations and statements the header picture of the start page is drawn from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.ids import Certainty, Kind
from generator.model.lists import CERTAINTY
from generator.render import markdown as md
from generator.render.collation import collation_key
from generator.render.drawing.header import MOST_STROKES, Arc, Name, draw

if TYPE_CHECKING:
    from generator.render.context import Context

MOST_NAMES = 40


def header(context: Context) -> md.Markdown:
    """The most connected names by kind, the relations between them, all statements or some; empty without."""
    relations = [r for r in context.dossier.relations if {r.subject, r.object} <= context.called.keys()]
    weight = Counter(end for relation in relations for end in (relation.subject, relation.object))
    ranked = sorted(weight, key=lambda key: (-weight[key], collation_key(context.called[key].name)))[:MOST_NAMES]
    order = list(Kind)
    chosen = sorted(ranked, key=lambda key: order.index(context.called[key].kind))
    numbers = {key: number for number, key in enumerate(chosen)}
    names = [Name(context.called[key].kind, weight[key]) for key in chosen]
    arcs = [
        Arc(numbers[relation.subject], numbers[relation.object], relation.certainty)
        for relation in relations
        if relation.subject in numbers and relation.object in numbers
    ]
    statements = context.lists.statements
    step = max(1, -(-len(statements) // MOST_STROKES))
    statuses = [Certainty(statements.key_at(CERTAINTY, place) or "") for place in range(0, len(statements), step)]
    return md.verbatim(draw(names, arcs, statuses)) if statuses else md.EMPTY
