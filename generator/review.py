"""What the registry could take up: new names as YAML ready to paste, ambiguous ones as decisions to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from generator.model.ids import Kind, Status
from generator.model.position import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, Entity, EntityMention, Unresolved
    from generator.model.ids import EntityId, SourceId
    from generator.model.registry import Registry
    from generator.model.span import Span

    Sources = Mapping[SourceId, AnnotatedDocument]

_HEAD = """\
# Candidates for the registry. Where one is right, say `status: reviewed`; where it is another name of something
# known, make it an alias there and delete it here.
"""
_DECISIONS = """\
# Names that could be several: uncomment, keep one entity (`nobody` if it is none of them), say why.
# decisions:
"""
_LONGEST = 160  # characters of a sentence in a comment


def review(dossier: Dossier, registry: Registry) -> str:
    """A registry file with every new name as a draft, the most mentioned first; empty if there is nothing to decide.

    Open decisions stand in it as comments, because only a person can make them.
    """
    sources = {source.document.id: source for source in dossier.sources}
    entities = [_entity(entity, mentions, sources) for entity, mentions in _candidates(dossier, registry)]
    decisions = [_decision(item, sources) for item in dossier.unresolved if item.candidates]
    parts = ["entities:\n", *entities] if entities else []
    parts += [_DECISIONS, *decisions] if decisions else []
    return "".join([_HEAD, *parts]) if parts else ""


def _candidates(dossier: Dossier, registry: Registry) -> list[tuple[Entity, list[EntityMention]]]:
    """The entities that the registry lacks, with their mentions."""
    mentions: dict[EntityId, list[EntityMention]] = {}
    for mention in dossier.mentions:
        mentions.setdefault(mention.entity, []).append(mention)
    listed = {entity.id for entity in registry.entities}
    new = [(e, mentions.get(e.id, [])) for e in dossier.entities if e.status is Status.DRAFT and e.id not in listed]
    return sorted(new, key=lambda found: (-len(found[1]), found[0].id))


def _entity(entity: Entity, mentions: list[EntityMention], sources: Sources) -> str:
    fields: dict[str, str | list[str]] = {"id": entity.id, "kind": entity.kind.value, "name": entity.name}
    fields["status"] = Status.DRAFT.value
    fields |= {key: "yes" for key in ("actor", "expert") if getattr(entity, key)}
    if entity.kind is Kind.TOPIC:
        fields["sections"] = list(entity.forms)
    times = f"{len(mentions)} mention{'s' if len(mentions) != 1 else ''}"
    first = f", first {_place(sources[mentions[0].source], mentions[0].sentence)}" if mentions else ""
    return f"  # {times if mentions else 'a heading'}{first}\n{_item(fields)}"


def _decision(item: Unresolved, sources: Sources) -> str:
    source = sources[item.source]
    sentence = next((s.span for s in source.parse.sentences if s.span.contains(item.span)), item.span)
    fields: dict[str, str | list[str]] = {
        "source": item.source,
        "context": sentence.of(source.document.text),
        "mention": item.span.of(source.document.text),
        "entity": " or ".join(item.candidates),
        "reason": "",
    }
    return f"# {_place(source, item.span)}\n" + "".join(f"# {line}\n" for line in _item(fields).splitlines())


def _place(source: AnnotatedDocument, span: Span) -> str:
    words = " ".join(span.of(source.document.text).split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return _printable(f"{source.document.path}:{line_of(source.document.text, span.start)}: {shown}")


def _printable(text: str) -> str:
    """`text` without what a comment of YAML must not hold, or what would reorder it on a screen."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _item(fields: Mapping[str, str | list[str]]) -> str:
    """One entry of a YAML list, indented by two."""
    return "".join(f"  {line}\n" for line in _lines(fields))


def _lines(fields: Mapping[str, str | list[str]]) -> Iterator[str]:
    dumped = yaml.safe_dump([dict(fields)], allow_unicode=True, sort_keys=False, width=10_000)
    yield from dumped.splitlines()
