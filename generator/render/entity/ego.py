"""The picture of an entity and its direct neighbours: it stands in the middle, who acts on it left, the others right.

Two columns never cover each other, read well on a narrow screen and stay as they are when a neighbour is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.render.graph import Edge, Node, drawing
from generator.render.layout import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.dossier import Entity
    from generator.model.ids import EntityId
    from generator.render.context import Context
    from generator.render.entity.ties import Tie
    from generator.render.markdown import Element

MOST_NEIGHBOURS = 20
COLUMN_GAP = 60
ROW_GAP = 14

Column = dict["EntityId", list["Tie"]]


def picture(context: Context, entity: Entity, ties: Sequence[Tie], title: str) -> tuple[Element, int]:
    """Draw the first neighbours of `entity`; the number says how many are left out."""
    left, right, hidden = _columns(ties)
    page = context.pages.get(entity.id, "")
    middle = Node("", entity.name, entity.kind, main=True)
    nodes = {"left": _nodes(context, left, "left"), "right": _nodes(context, right, "right")}
    boxes = _boxes(middle, nodes["left"], nodes["right"])
    edges = [_edge(context, entity, other, found, "left") for other, found in left.items()]
    edges += [_edge(context, entity, other, found, "right") for other, found in right.items()]
    return drawing([middle, *nodes["left"], *nodes["right"]], edges, boxes, page, title), hidden


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


def _nodes(context: Context, column: Column, side: str) -> list[Node]:
    return [_node(context, other, found, side) for other, found in column.items()]


def _node(context: Context, other: EntityId, found: Sequence[Tie], side: str) -> Node:
    entity = context.entities[other]
    return Node(f"{side} {other}", entity.name, entity.kind, _words(context, found), context.pages.get(other))


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


def _edge(context: Context, entity: Entity, other: EntityId, found: Sequence[Tie], side: str) -> Edge:
    label = f"{entity.name}: {', '.join(_words(context, found, f' {context.entities[other].name}'))}"
    ends = ("", f"{side} {other}") if found[0].outward else (f"{side} {other}", "")
    certainties = [tie.certainty for tie in found]
    certainty = Certainty.ASSERTED if Certainty.ASSERTED in certainties else certainties[0]
    return Edge(*ends, label, certainty, directed=not found[0].mutual)


def _boxes(middle: Node, left: Sequence[Node], right: Sequence[Node]) -> dict[str, Box]:
    heights = [_height(column) for column in (left, right)]
    whole = max(*heights, middle.size[1])
    widths = [max((node.size[0] for node in column), default=0) for column in (left, right)]
    start = widths[0] + COLUMN_GAP if left else 0
    centre = start + middle.size[0] // 2
    far = start + middle.size[0] + COLUMN_GAP
    boxes = {middle.id: Box(centre, whole // 2, *middle.size)}
    for column, height, x in zip((left, right), heights, (widths[0] // 2, far + widths[1] // 2), strict=True):
        top = (whole - height) // 2
        for node in column:
            boxes[node.id] = Box(x, top + node.size[1] // 2, *node.size)
            top += node.size[1] + ROW_GAP
    return boxes


def _height(column: Sequence[Node]) -> int:
    return sum(node.size[1] + ROW_GAP for node in column) - ROW_GAP if column else 0
