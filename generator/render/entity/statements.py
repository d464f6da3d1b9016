"""„Aussagen“: what an entity says, what was said through it, what others say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import statements_page as told
from generator.model.ids import Certainty, EntityId, Kind
from generator.model.listed import Found
from generator.model.lists import ABOUT, CERTAINTY, VOICED
from generator.render import markdown as md
from generator.render.entity.anchors import ANCHORS
from generator.render.entity.by_source import MOST_LISTED, by_source
from generator.render.labels import numbered
from generator.render.phrases import enumeration, named
from generator.render.statement import statements

if TYPE_CHECKING:
    from generator.model.dossier import Entity, Statement
    from generator.render.context import Context

_PLAIN = frozenset({Certainty.ASSERTED, Certainty.QUESTION})


def statement_sections(context: Context, page: str, entity: Entity) -> md.Markdown:
    """List the statements under a heading for each part the entity plays in them.

    What the article itself plainly says or asks about the entity stands under „Erwähnungen“ and is not repeated.
    """
    own = context.held[entity.id]
    passed_on = context.passed_on[entity.id] - own
    mine = own | passed_on
    return md.blocks(
        _part(context, page, entity, "said_by", own),
        _part(context, page, entity, "said_through", passed_on),
        _part(context, page, entity, "said_about", _claims(context.about[entity.id]) - mine),
        _others_on_the_same(context, page, entity, own, mine) if entity.expert else md.EMPTY,
    )


def _part(context: Context, page: str, entity: Entity, key: str, items: Found[Statement]) -> md.Markdown:
    if len(items) > MOST_LISTED:
        listed = by_source(context, page, items.counts, "count.statement", told)
    else:
        listed = statements(context, page, (item for item in items if context.shows(item)))
    if not listed:
        return md.EMPTY
    title = context.labels.text(f"section.{key}", name=entity.name)
    return md.blocks(md.heading(3, title, ANCHORS[key]), listed)


def _claims(statements: Found[Statement]) -> Found[Statement]:
    """Those that somebody says, and those of the article itself that it does not plainly assert or ask."""
    plain = (found for status, found in statements.by(CERTAINTY).items() if status in _PLAIN)
    return statements - (Found.union(plain) - Found.union(statements.by(VOICED).values()))


def _others_on_the_same(
    context: Context, page: str, entity: Entity, own: Found[Statement], mine: Found[Statement]
) -> md.Markdown:
    """What others say of the weapons that an expert speaks of; where that is very much, the way to it."""
    weapons = [EntityId(key) for key in own.by(ABOUT) if context.called[EntityId(key)].kind is Kind.WEAPON]
    told = {weapon: context.compared[weapon] for weapon in weapons}
    few = Found.union(found for found in told.values() if found is not None)
    listed = _part(context, page, entity, "compare", few - mine)
    too_many = [named(context, page, weapon) for weapon, found in told.items() if found is None]
    key = numbered("text.compare_many", len(too_many))
    ways = context.labels.fill(key, weapons=enumeration(context, too_many)) if too_many else md.EMPTY
    title = context.labels.text("section.compare", name=entity.name)
    heading = md.heading(3, title, ANCHORS["compare"]) if too_many and not listed else md.EMPTY
    return md.blocks(listed, heading, ways)
