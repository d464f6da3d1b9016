"""The index from A to Z: every name, spelling, abbreviation and metonym with the way to its page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.model.address import dispute_page, event_place
from generator.model.ids import AliasKind, Kind, Origin
from generator.render import markdown as md
from generator.render.collation import OTHER, collation_key, initial
from generator.render.entity.external import catalogue, external_value
from generator.render.entity.overview import value
from generator.render.evidence import cited
from generator.render.facets import entry
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.phrases import REGISTER, called, date, dotted, draft, kind_of, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Entity
    from generator.model.page import Page
    from generator.render.context import Context


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the index: the words it is sorted by, and what it shows."""

    words: str
    shown: md.Markdown
    kind: str
    status: str = ""

    @property
    def letter(self) -> str:
        """The letter it stands under; what begins with none comes last."""
        return initial(self.words)


def render_register(context: Context) -> Page:
    """All names on one page, a heading for each letter."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(REGISTER, words("page.register"), words.plain("register.description", title=title))
    lines = sorted(_lines(context), key=lambda line: (line.letter == OTHER, collation_key(line.words)))
    if not lines:
        return frame.fill(context, words.text("register.empty"))
    groups = [(letter, list(group)) for letter, group in groupby(lines, key=lambda line: line.letter)]
    ways = md.sequence((md.link(md.text(letter), f"#{_anchor(letter)}") for letter, _ in groups), " ")
    return frame.fill(
        context, words.text("register.intro"), ways, *(_group(context, letter, group) for letter, group in groups)
    )


def _anchor(letter: str) -> str:
    return "buchstabe-andere" if letter == OTHER else f"buchstabe-{letter.lower()}"


def _group(context: Context, letter: str, lines: list[_Line]) -> md.Markdown:
    title = context.labels.text("register.other") if letter == OTHER else md.text(letter)
    return md.blocks(md.heading(2, title, _anchor(letter)), md.bullets(map(_item, lines)))


def _item(line: _Line) -> md.Markdown:
    return md.join(entry(kind=[line.kind], status=[line.status]), line.shown)


def _lines(context: Context) -> Iterator[_Line]:
    for entity in context.dossier.entities:
        yield _own_line(context, entity)
        yield from _other_names(context, entity)
    for event in context.dossier.events:
        title = md.link(md.name(event.title), relative(REGISTER, event_place(event)))
        kind = context.labels.text("kind.event")
        yield _Line(event.title, dotted(md.join(title, md.bracketed(kind)), date(context, event.edtf)), Kind.EVENT)
    for dispute in context.dossier.disputes:
        title = md.link(md.name(dispute.title), relative(REGISTER, dispute_page(dispute)))
        kind = context.labels.text("register.dispute")
        yield _Line(dispute.title, md.join(title, md.bracketed(kind)), "dispute")


def _own_line(context: Context, entity: Entity) -> _Line:
    """The line of the entity's own name; where it has no page, all that is known of it stands here."""
    kind = md.bracketed(md.text(kind_of(context, entity)))
    if entity.id in context.pages:
        head = md.join(md.strong(named(context, REGISTER, entity.id)), kind)
        return _Line(entity.name, dotted(head, draft(context, REGISTER, entity)), entity.kind, entity.status)
    ids = (entity.id, *(old for old in entity.formerly if "/" not in old))
    places = (md.inline("span", {"id": key}, md.EMPTY) for key in ids)
    head = md.join(*places, md.strong(called(entity)), kind)
    return _Line(
        entity.name,
        dotted(head, draft(context, REGISTER, entity), *_facts(context, entity)),
        entity.kind,
        entity.status,
    )


def _facts(context: Context, entity: Entity) -> Iterator[md.Markdown]:
    if entity.summary:
        yield cited(context, REGISTER, md.name(entity.summary.value), entity.summary.evidence)
    for fact in entity.facts:
        label = context.labels.text(f"property.{fact.property}")
        if fact.origin is Origin.EXTERNAL:
            known = md.explained(label, external_value(context, REGISTER, fact))
            yield md.explained(context.labels.text("register.external"), known)
        else:
            yield md.explained(label, value(context, REGISTER, fact))
    for url in entity.same_as:
        yield md.explained(context.labels.text("register.external"), catalogue(url))


def _other_names(context: Context, entity: Entity) -> Iterator[_Line]:
    """The aliases, and the forms of the text that do not merely bend one of the names; case alone makes no line."""
    kinds = {alias.text: context.labels(f"alias.{alias.kind}") for alias in entity.aliases}
    misprints = {alias.text for alias in entity.aliases if alias.kind is AliasKind.MISPRINT}
    known = (entity.name, *kinds)
    kinds |= {form: context.labels("alias.form") for form in entity.forms if not form.startswith(known)}
    seen = {entity.name.casefold()}
    for words, kind in kinds.items():
        if words.casefold() not in seen:
            seen.add(words.casefold())
            sic = md.text(f" {context.labels('text.sic')}") if words in misprints else md.EMPTY
            target = named(context, REGISTER, entity.id)
            yield _Line(
                words, md.join(called(entity, words), sic, md.text(f" ({kind}) → "), target), entity.kind, entity.status
            )
