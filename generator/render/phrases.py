"""What pages say again and again within a line: who, how certain, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import entity_page
from generator.model.ids import Certainty, Status
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.links import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.dossier import Entity, Side, Speaker
    from generator.model.ids import Edtf, EntityId
    from generator.render.context import Context

METHOD = "methode/index.md"
CHRONICLE = "chronik/index.md"
REGISTER = "register/index.md"


def called(entity: Entity, words: str = "") -> md.Markdown:
    """The name of an entity, or `words` for it; marked with its language where the registry says that it is foreign."""
    shown = words or entity.name
    language = foreign(entity, shown)
    return md.inline("span", {"lang": language}, md.name(shown)) if language else md.name(shown)


def foreign(entity: Entity, words: str) -> str:
    """The language of `words` for the entity, if the registry gives one for exactly this name or alias."""
    if words == entity.name:
        return entity.language
    return next((alias.language for alias in entity.aliases if alias.text == words), "")


def named(context: Context, page: str, entity: EntityId, words: str = "") -> md.Markdown:
    """Name an entity, or call it by `words`, with a link to its page unless this is the page."""
    known = context.called.get(entity)
    name = called(known, words) if known else md.name(words or entity)
    target = context.pages.get(entity, f"{REGISTER}#{entity}")
    return md.link(name, relative(page, target)) if known and target != page else name


def spoken(context: Context, page: str, speaker: Speaker) -> md.Markdown:
    """Name a speaker or an outlet: by the entity's name if it is certain, else in the words of the source."""
    return named(context, page, speaker.entity) if speaker.entity else md.name(speaker.name)


def enumeration(context: Context, parts: Sequence[md.Markdown]) -> md.Markdown:
    """Say „a, b und c“."""
    last = md.text(f" {context.labels('text.and')} ")
    return md.join(md.sequence(parts[:-1]), parts[-1], separator=last) if parts else md.EMPTY


def holders(context: Context, page: str, ids: Iterable[EntityId]) -> md.Markdown:
    """Name those who say so; nobody: the source itself."""
    names = [named(context, page, holder) for holder in ids]
    return enumeration(context, names) or context.labels.text("text.source_itself")


def stance(context: Context, page: str, side: Side) -> md.Markdown:
    """Say what a side of a dispute does: „Russland und Nordkorea: bestreiten“; the unlinked as they are called."""
    linked = [named(context, page, holder) for holder in side.holders]
    others = [name if at or linked else name[:1].upper() + name[1:] for at, name in enumerate(side.unlinked)]
    who = [*linked, *map(md.name, others)]
    shown = enumeration(context, who) or context.labels.text("text.source_itself")
    key = f"stances.{side.stance}" if len(who) > 1 else f"stance.{side.stance}"
    return md.explained(shown, context.labels.text(key))


def status(context: Context, page: str, certainty: Certainty, triggers: Iterable[str] = ()) -> md.Markdown:
    """Say how certain something is put, with the words that decided it: „möglich („könnte“)“.

    The word is a link to what it means. A trigger without letters (the „?“ of a question) says nothing new.
    """
    word = md.link(context.labels.text(f"certainty.{certainty}"), relative(page, f"{METHOD}#status-{certainty}"))
    telling = (" ".join(trigger.split()) for trigger in triggers if any(map(str.isalnum, trigger)))
    return md.join(word, md.bracketed(quoted(context, telling)))


def quoted(context: Context, wordings: Iterable[str]) -> md.Markdown:
    """List short wordings of the sources, each once and in quotation marks: „im Mai“, „im Sommer“."""
    words = context.labels
    return md.text(", ".join(words.plain("text.quoted", words=wording) for wording in dict.fromkeys(wordings)))


def doubt(context: Context, page: str, certainty: Certainty) -> md.Markdown:
    """Say how certain a value is where that is not plainly asserted."""
    return md.EMPTY if certainty is Certainty.ASSERTED else status(context, page, certainty)


def kind_of(context: Context, entity: Entity) -> str:
    """Say what an entity is in one word."""
    return context.labels("kind.expert" if entity.expert else f"kind.{entity.kind}")


def draft(context: Context, page: str, entity: Entity) -> md.Markdown:
    """Mark an entity that no person has looked at."""
    if entity.status is not Status.DRAFT:
        return md.EMPTY
    return md.link(context.labels.text("status.draft"), relative(page, f"{METHOD}#status-draft"))


def date(context: Context, edtf: Edtf | None) -> md.Markdown:
    """Say when, in words."""
    if not edtf:
        return context.labels.text("text.undated")
    return md.text(phrase(edtf, context.labels.language).replace(". ", ".\u00a0"))


def opening_date(context: Context, edtf: Edtf | None) -> md.Markdown:
    """Say when at the beginning of a line: „Um 1948“."""
    words = phrase(edtf, context.labels.language) if edtf else context.labels("text.undated")
    return md.text((words[:1].upper() + words[1:]).replace(". ", ".\u00a0"))


def dotted(*parts: md.Markdown) -> md.Markdown:
    """Put the parts that are not empty behind each other: „a · b · c“."""
    return md.join(*parts, separator=md.text(" · "))


def section_of(entity: Entity) -> str:
    """Find the folder whose index lists the entity."""
    return (entity_page(entity) or "").partition("/")[0]
