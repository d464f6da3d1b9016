"""What one source needs to know of the rest of the dossier: what the names mean that stand in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.german.names.forms import fold
from generator.model.address import slug
from generator.model.ids import AliasKind, EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument, Mention
    from generator.model.registry import Registry, RegistryEntity

DRAFT_KINDS = frozenset(
    {Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.OUTLET, Kind.PLACE, Kind.WEAPON},
)
_SPELLINGS = frozenset({AliasKind.SPELLING, AliasKind.ABBREVIATION})
DraftKey = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Every question that the rules may ask while they read one source; whoever watches these mappings sees all.

    `drafts` gives names that the registry does not know their ids. `states` are found by their folded names and
    spellings, `places` by their names, `governments` by a metonym ("Moskau" → Russland), persons by the single words of
    their names that several share (`sharing`), topics by the headings that belong to them. `categories` tells of the
    weapons of which the registry says so whether they are one (Artilleriemunition, no system), `aliases` what a name is
    to the entity that has it.
    """

    drafts: Mapping[DraftKey, EntityId]
    states: Mapping[str, EntityId]
    places: Mapping[str, EntityId]
    governments: Mapping[str, tuple[EntityId, ...]]
    sharing: Mapping[str, tuple[EntityId, ...]]
    topics: Mapping[str, EntityId]
    kinds: Mapping[EntityId, Kind]
    called: Mapping[EntityId, str]
    categories: Mapping[EntityId, bool]
    aliases: Mapping[tuple[EntityId, str], AliasKind]

    def entity_of(self, mention: Mention) -> EntityId | None:
        """The entity that a mention certainly means, a draft's id for a name that is new."""
        if mention.entity or mention.candidates:
            return mention.entity
        return self.drafts.get((mention.kind, mention.name))

    def state_named(self, name: str) -> EntityId | None:
        """The state of the dossier with this name or spelling; None if no source names it."""
        return self.states.get(fold(name))

    def is_category(self, weapon: EntityId) -> bool:
        """Whether a weapon is a category: as the registry says, else if its name is a word without a number."""
        said = self.categories.get(weapon)
        return not any(char.isdigit() for char in self.called[weapon]) if said is None else said


def new_names(source: AnnotatedDocument) -> tuple[DraftKey, ...]:
    """The names in a source that get a page though nobody has written them into the registry, sorted."""
    return tuple(sorted({(mention.kind, mention.name) for mention in source.mentions if _makes_a_draft(mention)}))


def gather_names(registry: Registry, found: Iterable[DraftKey]) -> Names:
    """The names of the registry and those that are new in the sources."""
    entities = registry.entities
    drafts = _name_drafts(registry, found)
    known_places = {e.name: e.id for e in entities if e.kind is Kind.PLACE}
    known_states = {fold(n): e.id for e in entities if e.kind is Kind.STATE for n in _spelled(e)}
    categories = ((e.id, fact) for e in entities for fact in e.facts if fact.property == "category")
    return Names(
        drafts=drafts,
        states={fold(name): key for (kind, name), key in drafts.items() if kind is Kind.STATE} | known_states,
        places={name: key for (kind, name), key in drafts.items() if kind is Kind.PLACE} | known_places,
        governments=_together((a.text, e.id) for e in entities for a in e.aliases if a.kind is AliasKind.METONYM),
        sharing=_shared_names(registry, drafts),
        topics={heading: e.id for e in entities for heading in e.sections},
        kinds={e.id: e.kind for e in entities} | {key: kind for (kind, _), key in drafts.items()},
        called={e.id: e.name for e in entities} | {key: name for (_, name), key in drafts.items()},
        categories={identity: fact.value == "true" for identity, fact in reversed([*categories])},
        aliases={(e.id, a.text): a.kind for e in entities for a in e.aliases},
    )


def _makes_a_draft(mention: Mention) -> bool:
    """A new name is worth a page of its own; a surname alone is not, it may be anybody's."""
    known = bool(mention.entity or mention.candidates)
    full = mention.kind is not Kind.PERSON or " " in mention.name
    return not known and full and mention.kind in DRAFT_KINDS


def _name_drafts(registry: Registry, found: Iterable[DraftKey]) -> dict[DraftKey, EntityId]:
    """Ids for new names: the name's slug, with its kind behind it where two would share one."""
    new = {key: slug(key[1]) for key in sorted(set(found))}
    wanted = Counter(new.values())
    taken = {e.id for e in registry.entities} | {old for e in registry.entities for old in e.formerly}
    return {
        (kind, name): EntityId(plain if wanted[plain] == 1 and plain not in taken else f"{plain}-{kind}")
        for (kind, name), plain in new.items()
    }


def _shared_names(registry: Registry, drafts: Mapping[DraftKey, EntityId]) -> dict[str, tuple[EntityId, ...]]:
    """The single words that are part of the names of at least two persons, by id."""
    known = ((e.id, e.name) for e in registry.entities if e.kind is Kind.PERSON)
    new = ((key, name) for (kind, name), key in drafts.items() if kind is Kind.PERSON)
    words = ((word, key) for key, name in sorted([*known, *new]) for word in dict.fromkeys(name.split()))
    return {word: bearers for word, bearers in _together(words).items() if len(bearers) > 1}


def _together(pairs: Iterable[tuple[str, EntityId]]) -> dict[str, tuple[EntityId, ...]]:
    found: dict[str, list[EntityId]] = {}
    for word, key in pairs:
        found.setdefault(word, []).append(key)
    return {word: tuple(keys) for word, keys in found.items()}


def _spelled(entity: RegistryEntity) -> Iterator[str]:
    yield entity.name
    yield from (alias.text for alias in entity.aliases if alias.kind in _SPELLINGS)
