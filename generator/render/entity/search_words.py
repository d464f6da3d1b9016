"""What the search should know of an entity beyond what stands on its page: other names, and what a result says of it.

Spellings are no names: umlauts, ß, hyphens, endings and parts of compounds are read by the search itself
(`docs/assets/search-match.js`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.german.names.gazetteer import states
from generator.model.ids import Kind, Status
from generator.render.phrases import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Entity
    from generator.render.context import Context

SHORTEST_HEAD = 4
_WORD = re.compile(r"[^\W\d_]+")


def search_words(context: Context, entity: Entity) -> tuple[str, ...]:
    """Gather other names in a fixed order, each once and none that is the name itself.

    A weapon is also found under the head of its description where the sources use that as a word of its own
    (Kurzstreckenrakete, Rakete), a state under its adjective.
    """
    forms = [entity.name, *(alias.text for alias in entity.aliases), *entity.forms]
    described = [fact.value for fact in entity.facts if fact.property == "type"]
    described += forms if entity.kind is Kind.WEAPON else []
    words = dict.fromkeys(forms)
    words |= dict.fromkeys(head for text in described for head in _heads(context, text))
    words |= dict.fromkeys(_adjectives(entity, frozenset(forms)))
    return tuple(word for word in words if word != entity.name)


def search_labels(context: Context, entity: Entity) -> tuple[str, ...]:
    """Say what an entity is, and of a weapon how certain its supply is: Waffensystem, Lieferung möglich."""
    labels = context.labels
    supplies = (relation for relation in context.relations.get(entity.id, ()) if relation.item == entity.id)
    certainties = dict.fromkeys(labels(f"certainty.{relation.certainty}") for relation in supplies)
    said = [kind_of(context, entity)]
    if certainties:
        said.append(labels.plain("search.supply", certainties=", ".join(certainties)))
    if entity.status is Status.DRAFT:
        said.append(labels("status.draft"))
    return tuple(said)


def _adjectives(entity: Entity, forms: frozenset[str]) -> Iterator[str]:
    if entity.kind is Kind.STATE:
        yield from (word for state in states() if forms & set(state.names) for word in state.adjectives)


def _heads(context: Context, text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        for cut in range(2, len(word) - SHORTEST_HEAD + 1):
            head = word[cut:].capitalize()
            if head in context.nouns:
                yield head
