"""The picture of an entity and its direct neighbours: it stands in the middle, who acts on it left, the others right.

Two columns never cover each other, and stay as they are when a neighbour is added.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.render.graph import PLAIN_HEIGHT, Edge, Node, drawing, framed
from generator.render.layout import Box
from generator.render.places import address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.dossier import Entity
    from generator.model.ids import EntityId
    from generator.render.context import Context
    from generator.render.entity.ties import Tie
    from generator.render.markdown import Element

MOST_NEIGHBOURS = 20
COLUMN_GAP = 64
ROW_GAP = 14
NOTE_LENGTH = 36
"""Letters in a line under a name; longer words go on in the next."""
PORT = 13
"""How far apart lines meet the box in the middle, in pixels."""

Column = dict["EntityId", list["Tie"]]


def picture(context: Context, entity: Entity, ties: Sequence[Tie], title: str) -> tuple[Element, int]:
    """Draw the first neighbours of `entity`; the number says how many are left out."""
    left, right, hidden = _columns(ties)
    page = context.pages.get(entity.id, "")
    middle = Node("", entity.name, entity.kind, main=True)
    nodes = [[_node(context, other, found) for other, found in column.items()] for column in (left, right)]
    boxes = _boxes(middle, *nodes)
    edges = [edge for column in (left, right) for edge in _edges(context, entity, column, boxes)]
    return framed(drawing([middle, *nodes[0], *nodes[1]], edges, boxes, page, title), "bild netz", title), hidden


def _columns(ties: Sequence[Tie]) -> tuple[Column, Column, int]:
    left: Column = {}
    right: Column = {}
    neighbours = list(dict.fromkeys(tie.other for tie in ties))
    drawn = set(neighbours[:MOST_NEIGHBOURS])
    for tie in ties:
        if tie.other in drawn:
            column = min(left, right, key=len) if tie.mutual else right if tie.outward else left
            known = next((c for c in (left, right) if tie.other in c), column)
            known.setdefault(tie.other, []).append(tie)
    return left, right, len(neighbours) - len(drawn)


def _node(context: Context, other: EntityId, found: Sequence[Tie]) -> Node:
    entity = context.called[other]
    notes = tuple(line for words in _words(context, found) for line in wrap(words, NOTE_LENGTH))
    return Node(other, entity.name, entity.kind, notes, address(context, other))


def _words(context: Context, found: Sequence[Tie], other: str = "") -> tuple[str, ...]:
    """Say all ties to one neighbour, with its name or without: „Lieferung an Südmark (behauptet, möglich)“."""
    certainties: dict[str, list[Certainty]] = {}
    for tie in found:
        certainties.setdefault(tie.words, []).append(tie.certainty)
    return tuple(f"{words}{other}{_doubts(context, put)}" for words, put in certainties.items())


def _doubts(context: Context, certainties: Sequence[Certainty]) -> str:
    if Certainty.ASSERTED in certainties:
        return ""
    return f" ({', '.join(context.labels(f'certainty.{certainty}') for certainty in dict.fromkeys(certainties))})"


def _edges(context: Context, entity: Entity, column: Column, boxes: dict[str, Box]) -> list[Edge]:
    """One line to each neighbour; they meet the box in the middle one under the other."""
    top = boxes[""].y - (len(column) - 1) * PORT / 2
    return [
        _edge(context, entity, other, found, round(top + number * PORT))
        for number, (other, found) in enumerate(column.items())
    ]


def _edge(context: Context, entity: Entity, other: EntityId, found: Sequence[Tie], port: int) -> Edge:
    label = f"{entity.name}: {', '.join(_words(context, found, f' {context.called[other].name}'))}"
    start, end = ("", other) if found[0].outward else (other, "")
    certainties = [tie.certainty for tie in found]
    certainty = Certainty.ASSERTED if Certainty.ASSERTED in certainties else certainties[0]
    return Edge(start, end, label, certainty, directed=not found[0].mutual, port=port)


def _boxes(middle: Node, left: Sequence[Node], right: Sequence[Node]) -> dict[str, Box]:
    heights = [_height(column) for column in (left, right)]
    width = middle.size[0]
    core = max(PLAIN_HEIGHT, PORT * max(len(left), len(right)) + 8)
    whole = max(*heights, core)
    widths = [max((node.size[0] for node in column), default=0) for column in (left, right)]
    start = widths[0] + COLUMN_GAP if left else 0
    far = start + width + COLUMN_GAP
    boxes = {middle.id: Box(start + width // 2, whole // 2, width, core)}
    columns = zip((left, right), heights, widths, (widths[0] // 2, far + widths[1] // 2), strict=True)
    for column, height, wide, x in columns:
        top = (whole - height) // 2
        for node in column:
            boxes[node.id] = Box(x, top + node.size[1] // 2, wide, node.size[1])
            top += node.size[1] + ROW_GAP
    return boxes


def _height(column: Sequence[Node]) -> int:
    return sum(node.size[1] + ROW_GAP for node in column) - ROW_GAP if column else 0
