"""Names that look like another, and characters in sources that nobody sees or that turn what is read around.

Nothing is merged and nothing is taken out of a text; a person looks at it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.ids import AliasKind
from generator.model.issue import Issue, Severity
from generator.model.lookalike import TURNING, called, foreign_letters, skeleton, unseen
from generator.model.position import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, Entity, EntityMention
    from generator.model.ids import EntityId, SourceId

_TURNING = re.compile(f"[{TURNING}]")
_SOFT_HYPHEN = "\u00ad"


def pretenders(dossier: Dossier, sources: Mapping[SourceId, AnnotatedDocument]) -> Iterator[Issue]:
    """One issue for each spelling of an entity in which letters pretend, and for each pair of names that look alike."""
    alike = _alike(dossier)
    seen: set[tuple[EntityId, str]] = set()
    for mention in dossier.mentions:
        words = mention.span.of(sources[mention.source].document.text)
        if mention.alias is AliasKind.MISPRINT or (mention.entity, words) in seen:
            continue
        seen.add((mention.entity, words))
        reasons = [*_characters(words), *_twin(mention, words, alike)]
        if reasons:
            yield _issue(sources[mention.source], mention.span.start, f"“{words}” {' and '.join(reasons)}")


def turned_texts(dossier: Dossier) -> Iterator[Issue]:
    """One issue for each source whose text holds controls of direction, at the first."""
    for source in dossier.sources:
        found = _TURNING.search(source.document.text, source.document.body)
        if found:
            message = f"the text holds {called(found.group())}; pages show where it stands"
            hint = "remove it, if it does not belong to writing from right to left"
            place = source.document.path, line_of(source.document.text, found.start())
            yield Issue(*place, "REV009", message, Severity.REVIEW, hint)


def _characters(words: str) -> Iterator[str]:
    hidden = [character for character in unseen(words) if character != _SOFT_HYPHEN]
    if hidden:
        yield f"holds {', '.join(map(called, hidden))}"
    letters = foreign_letters(words)
    if letters:
        yield f"mixes alphabets: {', '.join(map(called, letters))}"


def _alike(dossier: Dossier) -> dict[str, list[Entity]]:
    """The entities by what their names look like."""
    by_look: dict[str, list[Entity]] = {}
    for entity in dossier.entities:
        by_look.setdefault(skeleton(entity.name), []).append(entity)
    return by_look


def _twin(mention: EntityMention, words: str, alike: Mapping[str, list[Entity]]) -> Iterator[str]:
    """The other entity that `words` look like, if it is they that pretend."""
    look = skeleton(words)
    others = [entity for entity in alike.get(look, ()) if entity.id != mention.entity]
    if others and look != " ".join(words.split()):
        yield f"looks like {others[0].id}, but is written with other characters"


def _issue(source: AnnotatedDocument, start: int, message: str) -> Issue:
    place = source.document.path, line_of(source.document.text, start)
    hint = "if it is meant, add it to the registry as an alias of kind misprint; else mend the source's copy"
    return Issue(*place, "REV008", message, Severity.REVIEW, hint)
