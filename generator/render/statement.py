"""A statement on a page: who said it through whom, how, how certainly and when; then the words with their mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Evidence
from generator.model.ids import QuotationType
from generator.render import markdown as md
from generator.render.evidence import cited
from generator.render.links import relative
from generator.render.lookup import place
from generator.render.phrases import date, dotted, enumeration, spoken, status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.dossier import Statement
    from generator.render.context import Context
    from generator.render.source import Source

SHORT = 160
"""So many characters of the words a list shows."""
_ARROW = md.text(" → ")
_CLOSING = {"«": "»", "»": "«", "„": "“", "“": "”", '"': '"', "‚": "‘", "‘": "’", "›": "‹", "‹": "›", "'": "'"}


def statements(context: Context, page: str, items: Iterable[Statement]) -> md.Markdown:
    """List statements, in the order given."""
    return md.bullets(statement(context, page, item) for item in items)


def statement(context: Context, page: str, item: Statement) -> md.Markdown:
    """Write one statement as two blocks: its origin, its words."""
    return md.blocks(_head(context, page, item), words(context, page, item))


def words(context: Context, page: str, item: Statement) -> md.Markdown:
    """Quote the wording, as the source has it, with the sentence before where it points back to that."""
    source = context.sources[item.source]
    wording = cited(context, page, md.text(worded(source, item)), [Evidence(item.source, item.span)])
    if item.context is None or not source.shows(item.context):
        return md.quote(md.paragraph(wording))
    before = md.join(
        md.emphasis(context.labels.text("text.before")), md.text(source.words[place(item.context)]), separator=md.SPACE
    )
    return md.quote(md.blocks(md.paragraph(before), md.paragraph(wording)))


def voice(context: Context, page: str, item: Statement) -> md.Markdown:
    """Say who says it, and through whom; empty for the source's own words."""
    way = [md.strong(enumeration(context, [spoken(context, page, holder) for holder in item.holders]))]
    way += [spoken(context, page, item.outlet)] if item.outlet and item.outlet not in item.holders else []
    return md.join(*way, separator=_ARROW)


def _head(context: Context, page: str, item: Statement) -> md.Markdown:
    source = context.sources[item.source]
    several = context.several
    title = md.name(source.title) if several else context.labels.text("text.source_itself")
    printed = md.link(title, relative(page, source.page)) if several or not item.holders else md.EMPTY
    triggers = [source.words[place(trigger)] for trigger in item.triggers]
    return dotted(
        md.join(voice(context, page, item), printed, separator=_ARROW),
        context.labels.text(f"type.{item.type}") if item.type else md.EMPTY,
        status(context, page, item.certainty, triggers),
        date(context, item.said),
    )


def shortened(source: Source, item: Statement) -> str:
    """The words on one line, cut behind a word where they are longer than a list has room for."""
    words = " ".join(worded(source, item).split())
    if len(words) <= SHORT:
        return words
    return words[:SHORT].rpartition(" ")[0].rstrip(",;:–-") + "\u00a0…"


def worded(source: Source, item: Statement) -> str:
    """The words, with the quotation marks that stand around them in the source.

    „…“ says that their sentence goes on. Where only the attribution is left out, it stands above them anyway; then
    „…“ stands before a clause that does not begin like a sentence: „… dass Südmark plant“.
    """
    first = max(min(item.sentence.start, item.span.start - 1), 0)
    around = source.words[first, max(item.sentence.end, item.span.end + 1)]
    start, end = item.span.start - first, item.span.end - first
    before, behind = around[max(start - 1, 0) : start], around[end : end + 1]
    if behind and _CLOSING.get(before) == behind:
        return around[start - 1 : end + 1]
    attributed = item.type in {QuotationType.DIRECT, QuotationType.INDIRECT}
    left_out = (around[max(item.sentence.start - first, 0) : start], around[end : item.sentence.end - first])
    ahead, after = (any(map(str.isalnum, part)) and not attributed for part in left_out)
    ahead = ahead or around[start].islower()
    return ("…\u00a0" if ahead else "") + around[start:end] + ("\u00a0…" if after else "")
