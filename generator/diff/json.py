"""A difference as JSON, described by `schemas/diff.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.model.change import Aspect, Change, Difference, Item, Move, Turnover

Json = dict[str, Any]
SCHEMA_VERSION = 1


def diff_json(difference: Difference) -> str:
    """Everything that is different, nothing left out, ending in a line feed."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "title": difference.title,
        "language": difference.language,
        "equal": not difference,
        "lost": [_item(item) for item in difference.lost],
        "moved": [_move(move) for move in difference.moved],
        "counts": {name: {"before": before, "after": after} for name, before, after in difference.counts},
        "changes": {matter: _turnover(turnover) for matter, turnover in difference.matters.items()},
        "review": list(difference.review),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _turnover(turnover: Turnover) -> Json:
    return {
        "new": [_item(item) for item in turnover.new],
        "changed": [_change(change) for change in turnover.changed],
        "gone": [_item(item) for item in turnover.gone],
    }


def _item(item: Item) -> Json:
    return {"id": item.id, "title": item.title, "place": item.place, "traits": dict(item.traits)}


def _change(change: Change) -> Json:
    return {
        "id": change.after.id,
        "formerly": change.before.id,
        "title": change.after.title,
        "place": change.after.place,
        "aspects": [_aspect(aspect) for aspect in change.aspects],
    }


def _aspect(aspect: Aspect) -> Json:
    return {"name": aspect.name, "before": aspect.before, "after": aspect.after}


def _move(move: Move) -> Json:
    return {"from": move.old, "to": move.new, "title": move.title}
