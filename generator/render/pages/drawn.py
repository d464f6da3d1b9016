"""What was drawn from a source: every fact, relation and event that rests on one of its sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.address import event_place, statements_page
from generator.model.dossier import Event, Fact, Relation
from generator.render import markdown as md
from generator.render.entity.overview import value
from generator.render.evidence import cited
from generator.render.links import relative
from generator.render.phrases import date, doubt, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.span import Span
    from generator.render.context import Context
    from generator.render.drawn import Entry
    from generator.render.source import Source


def drawn_from(context: Context, source: Source, entries: Sequence[Entry], spoken: int) -> md.Markdown:
    """The list for one source, in the order of its text, and the way to its `spoken` statements."""
    words = context.labels
    heading = md.heading(2, words.text("source.drawn"), "entnommen")
    page = md.link(words.text("page.statements"), relative(source.page, statements_page(source.annotated.document.id)))
    more = words.fill("source.drawn_statements", count=md.text(words.count("page.count.statement", spoken)), page=page)
    if not entries:
        return md.blocks(heading, words.text("source.drawn_empty"), more if spoken else md.EMPTY)
    header = [words.text(f"source.{key}") for key in ("subject", "property", "content")]
    rows = [_row(context, source.page, entry) for entry in sorted(entries, key=_first)]
    table = md.details(md.text(words.count("source.drawn_entries", len(rows))), md.table(header, rows))
    return md.blocks(heading, table, more if spoken else md.EMPTY)


def _first(entry: Entry) -> Span:
    return min(piece.span for piece in entry[2])


def _row(context: Context, page: str, entry: Entry) -> tuple[md.Markdown, md.Markdown, md.Markdown]:
    """Whose value it is, which one, and the value with its status and its marks."""
    words, (subject, bare, evidence) = context.labels, entry
    found = replace(bare, evidence=evidence)
    if isinstance(found, Fact):
        owner = named(context, page, subject) if subject else md.EMPTY
        return owner, words.text(f"property.{found.property}"), value(context, page, found)
    if isinstance(found, Event):
        title = md.link(md.name(found.title), relative(page, event_place(found)))
        return title, words.text("source.event"), _proven(context, page, date(context, found.edtf), found)
    item = md.bracketed(named(context, page, found.item)) if found.item else md.EMPTY
    target = md.join(named(context, page, found.object), item)
    verb = words.text(f"relation.{found.type}.forward")
    return named(context, page, found.subject), verb, _proven(context, page, target, found)


def _proven(context: Context, page: str, content: md.Markdown, found: Relation | Event) -> md.Markdown:
    uncertain = md.join(content, doubt(context, page, found.certainty), separator=md.text(", "))
    return cited(context, page, uncertain, found.evidence)
