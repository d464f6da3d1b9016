"""Which entity of the registry a mention means: one, or nobody while several are possible.

Nothing is merged by likeness. A full name or any other unmistakable alias decides; a short form ("Kim") decides
only where the document names no rival; a person's decision in the registry decides over everything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.german.names.forms import bases, fold
from generator.german.names.known import REGISTRY, UNCLEAR
from generator.german.names.person_names import family_names, is_full, key, kin, same_person
from generator.model.annotation import Mention
from generator.model.ids import Kind
from generator.model.wording import locate_mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.german.names.known import Known, KnownNames
    from generator.model.annotation import Parse
    from generator.model.ids import EntityId
    from generator.model.registry import Decision, RegistryEntity
    from generator.model.span import Span

_KIN_REACH = 4  # words between two names, the last of which is the relative


@dataclass(frozen=True, slots=True)
class _Context:
    """What a document says about who is who.

    `families` are the full names of the persons it names, by family name; `other_than` maps the span of a mention to
    the name of somebody it cannot be.
    """

    known: KnownNames
    families: dict[str, list[str]]
    other_than: dict[Span, str]


def link(parse: Parse, mentions: Sequence[Mention], known: KnownNames) -> tuple[Mention, ...]:
    """The mentions with their candidates, and with their entity where exactly one is left."""
    context = _Context(known, _families(mentions, parse.document.text), dict(_relatives(parse, mentions)))
    decided = dict(_decisions(parse, known))
    linked = [
        _decide(m, decided[m.span], known) if m.span in decided else _link(m, m.span.of(parse.document.text), context)
        for m in mentions
    ]
    spans = {m.span for m in mentions}
    added = [_added(span, known.entities[d.entity]) for span, d in decided.items() if d.entity and span not in spans]
    return _merge(linked, added)


def _decisions(parse: Parse, known: KnownNames) -> Iterable[tuple[Span, Decision]]:
    """The decisions on this document, each with the place of its mention."""
    for decision in known.decisions:
        if decision.context.source == parse.document.id:
            span = locate_mention(parse.document, decision)
            if span:
                yield span, decision


def _decide(mention: Mention, decision: Decision, known: KnownNames) -> Mention:
    if decision.entity is None:
        return replace(mention, entity=None, candidates=(), metonym=False, rule="decision")
    entity = known.entities[decision.entity]
    metonym = mention.metonym and entity.kind is mention.kind
    return replace(
        mention,
        kind=entity.kind,
        name=entity.name,
        entity=entity.id,
        candidates=(entity.id,),
        metonym=metonym,
        rule="decision",
    )


def _added(span: Span, entity: RegistryEntity) -> Mention:
    """A mention that no rule found and that a decision names."""
    return Mention(span, entity.kind, entity.name, "decision", entity.id, candidates=(entity.id,))


def _merge(mentions: Iterable[Mention], added: Sequence[Mention]) -> tuple[Mention, ...]:
    kept = [m for m in mentions if not any(a.span.overlaps(m.span) for a in added)]
    return tuple(sorted([*kept, *added], key=lambda m: m.span))


def _families(mentions: Iterable[Mention], text: str) -> dict[str, list[str]]:
    families: dict[str, list[str]] = {}
    names = (m.name for m in mentions if m.kind is Kind.PERSON and is_full(m.name) and is_full(m.span.of(text)))
    for name in dict.fromkeys(names):
        for family in family_names(name):
            families.setdefault(family, []).append(name)
    return families


def _relatives(parse: Parse, mentions: Sequence[Mention]) -> Iterable[tuple[Span, str]]:
    """Persons in the genitive before a relative: "Kims" in "Kims Sohn Kim Jong Un" is not Kim Jong Un."""
    text = parse.document.text
    for first, second in pairwise(mentions):
        between = fold(text[first.span.end : second.span.start]).split()
        if first.kind is second.kind is Kind.PERSON and between and len(between) < _KIN_REACH and between[-1] in kin():
            yield first.span, second.name


def _link(mention: Mention, surface: str, context: _Context) -> Mention:
    candidates = _candidates(mention, surface, context)
    ids = tuple(known.entity for known in candidates)
    if len(candidates) != 1 or mention.rule == UNCLEAR:
        name = surface if mention.rule == REGISTRY else mention.name
        return replace(mention, name=name, candidates=ids)
    return replace(mention, name=candidates[0].name, entity=ids[0], candidates=ids)


def _candidates(mention: Mention, surface: str, context: _Context) -> list[Known]:
    """Everybody the mention can mean, as few as the rules can make them."""
    found = [k for k in context.known.of(surface) if _fits(mention, k)]
    if found and mention.kind is Kind.PERSON and all(k.short for k in found):
        found = _named_in_full(found, surface, context)
    elif not found and mention.rule != REGISTRY:
        found = _by_name(mention.name, mention.kind, context)
    excluded = context.other_than.get(mention.span)
    if excluded:
        found = _other_than(excluded, found, context)
    return _without_rivals(mention, found, context) if len(found) > 1 else found


def _fits(mention: Mention, known: Known) -> bool:
    """Kinds are never mixed; a metonym is the state, read as a place it is not."""
    if known.kind is not mention.kind and mention.rule != UNCLEAR:
        return False
    return not known.metonym or mention.metonym


def _by_name(name: str, kind: Kind, context: _Context) -> list[Known]:
    """By the full name that the document gives somebody."""
    return [k for k in context.known.of(name) if k.kind is kind and not k.short]


def _named_in_full(found: list[Known], surface: str, context: _Context) -> list[Known]:
    """A short form means nobody of the registry where the document names only others of that family in full."""
    named = [name for base in bases(surface) for name in context.families.get(key(base), ())]
    if not named or any(_is(k, name) for k in found for name in named):
        return found
    return _by_name(named[0], Kind.PERSON, context) if len(named) == 1 else []


def _other_than(excluded: str, found: list[Known], context: _Context) -> list[Known]:
    """Without the person of that name, and with the others of the family whom the document names."""
    ids: dict[EntityId, Known] = {k.entity: k for k in found}
    for family in family_names(excluded):
        for name in context.families.get(family, ()):
            ids |= {k.entity: k for k in context.known.of(name) if k.kind is Kind.PERSON}
    return [k for k in ids.values() if not _is(k, excluded)]


def _is(known: Known, name: str) -> bool:
    return key(known.name) == key(name) or same_person(known.name, name)


def _without_rivals(mention: Mention, found: list[Known], context: _Context) -> list[Known]:
    """An unmistakable name beats a short one; among short ones the person whom the text means as one reads it wins.

    That is the only one of the family whom it has named in full so far, else the only one whom it ever names so.
    """
    certain = [k for k in found if not k.short]
    if is_full(mention.name) and mention.kind is Kind.PERSON:
        certain = certain or [k for k in found if _is(k, mention.name)]
    if len(certain) == 1:
        return certain
    named = [k for k in found if _in_full(k, context)]
    return named if len(named) == 1 else found


def _in_full(known: Known, context: _Context) -> bool:
    return any(_is(known, name) for family in family_names(known.name) for name in context.families.get(family, ()))
