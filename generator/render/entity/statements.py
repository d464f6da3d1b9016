"""„Aussagen“: what an entity says, what was said through it, what others say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import statements_page as told
from generator.model.ids import Certainty, Kind
from generator.render import markdown as md
from generator.render.entity.anchors import ANCHORS
from generator.render.entity.by_source import MOST_LISTED, by_source
from generator.render.statement import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.dossier import Entity, Statement
    from generator.render.context import Context


def statement_sections(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the statements under a heading for each part the entity plays in them.

    What the article itself plainly says or asks about the entity stands under „Erwähnungen“ and is not repeated.
    """
    own = context.held.get(entity.id, ())
    held = {statement.id for statement in own}
    passed_on = [s for s in context.passed_on.get(entity.id, ()) if s.id not in held]
    mine = held | {statement.id for statement in passed_on}
    about = [s for s in context.about.get(entity.id, ()) if s.id not in mine and _is_a_claim(s)]
    return md.blocks(
        _part(context, page, entity, "said_by", own),
        _part(context, page, entity, "said_through", passed_on),
        _part(context, page, entity, "said_about", about),
        _part(context, page, entity, "compare", _others_on_the_same(context, own, mine) if entity.expert else ()),
    )


def _part(context: Context, page: str, entity: Entity, key: str, items: Sequence[Statement]) -> md.Markdown:
    if len(items) > MOST_LISTED:
        listed = by_source(context, page, items, "count.statement", told)
    else:
        listed = statements(context, page, (item for item in items if context.shows(item)))
    if not listed:
        return md.EMPTY
    title = context.labels.text(f"section.{key}", name=entity.name)
    return md.blocks(md.heading(3, title, ANCHORS[key]), listed)


def _is_a_claim(statement: Statement) -> bool:
    return bool(statement.holders) or statement.certainty not in {Certainty.ASSERTED, Certainty.QUESTION}


def _others_on_the_same(context: Context, own: Iterable[Statement], mine: set[str]) -> list[Statement]:
    """Find what others say about the weapons that an expert speaks of."""
    subjects = dict.fromkeys(subject for statement in own for subject in statement.about)
    weapons = (subject for subject in subjects if context.entities[subject].kind is Kind.WEAPON)
    found = {s.id: s for weapon in weapons for s in context.about.get(weapon, ()) if s.holders and s.id not in mine}
    return list(found.values())
