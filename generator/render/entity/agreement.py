"""Where several sentences give a value of one property: those that agree count together, those that differ stand apart.

Nothing is decided: where a property can have one value only and the sources give several, all stand side by side, each
with who says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.ids import Certainty
from generator.model.vocabulary import SINGLE_VALUED, SINGLE_VALUED_OF_CATEGORIES
from generator.render import markdown as md
from generator.render.links import relative
from generator.render.phrases import enumeration, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.dossier import Entity, Evidence, Fact
    from generator.render.context import Context

_NO_VALUE = frozenset({Certainty.DENIED, Certainty.QUESTION, Certainty.CONDITIONAL})
"""What is denied, asked or only imagined gives no value that another one could differ from."""


def merged(facts: Iterable[Fact]) -> list[Fact]:
    """Facts that say the same become one with all their evidence, in the order of the first."""
    groups: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = (_value(fact), fact.date, fact.certainty)
        known = groups.setdefault(key, fact)
        if known is not fact:
            groups[key] = replace(known, evidence=tuple(dict.fromkeys((*known.evidence, *fact.evidence))))
    return list(groups.values())


def differ(entity: Entity, facts: Iterable[Fact]) -> bool:
    """Whether the facts give several values, for one time, to a property that can have one only."""
    category = any(fact.property == "category" and fact.value == "true" for fact in entity.facts)
    single = SINGLE_VALUED_OF_CATEGORIES if category else SINGLE_VALUED.get(entity.kind, frozenset())
    values: dict[object, set[object]] = {}
    for fact in facts:
        if fact.property in single and fact.certainty not in _NO_VALUE:
            values.setdefault(fact.date, set()).add(_value(fact))
    return any(len(found) > 1 for found in values.values())


def agreement(context: Context, fact: Fact) -> md.Markdown:
    """„zwei Quellen“ where several sources give the value; empty for one."""
    number = len({piece.source for piece in fact.evidence})
    if number < 2:  # noqa: PLR2004  one source agrees with nobody
        return md.EMPTY
    words = context.labels
    return words.text("text.sources.two") if number == 2 else words.text("text.sources.more", number=str(number))  # noqa: PLR2004


def says(context: Context, page: str, fact: Fact) -> md.Markdown:
    """Who gives the value: the holders of the statements that it rests on, else the source."""
    who = dict.fromkeys(name for piece in fact.evidence for name in _sayers(context, page, piece))
    return context.labels.fill("text.according_holders", holders=enumeration(context, list(who)))


def _sayers(context: Context, page: str, piece: Evidence) -> Iterator[md.Markdown]:
    said = (s for s in context.said_in.get(piece.source, ()) if s.span.overlaps(piece.span))
    holders = [holder for statement in said for holder in statement.holders]
    if holders:
        yield from (spoken(context, page, holder) for holder in holders)
    elif not context.several:
        yield context.labels.text("text.source_itself")
    else:
        source = context.sources[piece.source]
        yield md.link(md.name(source.title), relative(page, source.page))


def _value(fact: Fact) -> object:
    return fact.entity or " ".join(fact.value.casefold().split())
