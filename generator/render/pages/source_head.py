"""What stands around the text of a source: where it comes from, what its marks mean, what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.annotation import BlockKind
from generator.model.ids import Certainty, QuotationType
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.phrases import date, dotted, named
from generator.render.places import SOURCE_FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import Metadata
    from generator.render.context import Context
    from generator.render.source import Source

HASH_DIGITS = 16


def origin_line(context: Context, source: Source) -> str:
    """The same in plain words, for the preview of the page."""
    meta = source.annotated.document.meta
    printed_in = [meta.outlet] if meta.outlet else meta.agencies
    names = ", ".join(context.called[outlet].name for outlet in printed_in if outlet in context.called)
    published = phrase(meta.published, context.labels.language) if meta.published else context.labels("text.undated")
    return " · ".join(filter(None, (names, published, context.labels(f"source.{meta.rights}"))))


def byline(context: Context, source: Source) -> md.Markdown:
    """The line under the title: through whom, when, how much of it: „Tagblatt · Mai 2024 · im Wortlaut“."""
    meta = source.annotated.document.meta
    printed_in = [meta.outlet] if meta.outlet else meta.agencies
    return dotted(
        md.sequence(named(context, source.page, outlet) for outlet in printed_in),
        md.sequence(md.name(author) for author in meta.authors),
        date(context, meta.published),
        context.labels.text(f"source.{meta.rights}"),
    )


def metadata(context: Context, source: Source) -> md.Markdown:
    """The table of what is known about the source."""
    words = context.labels
    rows = [(words.text(f"source.{key}"), value) for key, value in _known(context, source)]
    heading = md.heading(2, words.text("source.facts"), SOURCE_FACTS)
    return md.blocks(heading, md.table((words.text("source.field"), words.text("source.value")), rows))


def _known(context: Context, source: Source) -> Iterator[tuple[str, md.Markdown]]:
    meta, words = source.annotated.document.meta, context.labels
    yield "outlet", named(context, source.page, meta.outlet) if meta.outlet else words.text("source.unknown")
    if meta.agencies:
        yield "agencies", md.sequence(named(context, source.page, agency) for agency in meta.agencies)
    if meta.authors:
        yield "authors", md.sequence(md.name(author) for author in meta.authors)
    yield "published", date(context, meta.published) if meta.published else words.text("source.unknown")
    yield from _origin(context, meta)
    yield "rights", words.text(f"source.{meta.rights}")
    yield "file", md.text(source.annotated.document.path)
    yield "sha256", md.text(f"{source.annotated.document.sha256[:HASH_DIGITS]}…")


def _origin(context: Context, meta: Metadata) -> Iterator[tuple[str, md.Markdown]]:
    if meta.url:
        yield "address", md.link(md.text(meta.url), meta.url)
    if meta.accessed:
        yield "accessed", date(context, meta.accessed)


def legend(context: Context, source: Source) -> md.Markdown:
    """What the marks mean, for readers who ask; each is shown as it looks."""
    words = context.labels
    types = [_example(f"zitat zitat-{kind}", words(f"type.{kind}")) for kind in QuotationType]
    statuses = [
        _example(f"status status-{certainty}", words(f"certainty.{certainty}"))
        for certainty in Certainty
        if certainty is not Certainty.ASSERTED
    ]
    items = [
        words.fill("source.legend_name", example=_example("unklar", words("source.legend_unclear"))),
        words.fill("source.legend_quotation", types=md.sequence(types)),
        words.fill(
            "source.legend_status",
            statuses=md.sequence(statuses),
            trigger=_example("ausloeser", words("source.legend_trigger")),
        ),
        words.fill("source.legend_date", example=_example("datum", words("source.legend_date_example"))),
        words.text("source.legend_sentence"),
    ]
    if not source.shown:
        return md.EMPTY
    return md.container("div", {"class": "legende"}, md.details(words.text("source.legend"), md.bullets(items)))


def _example(css: str, content: str) -> md.Markdown:
    return md.inline("span", {"class": css}, md.text(content))


def excluded(context: Context, source: Source) -> md.Markdown:
    """What was not counted as part of the article, and by which rule; with excerpts only, how much it was."""
    words = context.labels
    blocks = [b for b in source.annotated.parse.blocks if b.kind is BlockKind.BOILERPLATE]
    if not blocks:
        return md.EMPTY
    heading = md.heading(2, words.text("source.excluded"), "ausgeschlossen")
    if source.annotated.document.meta.rights == "full":
        items = [md.name(f"{_rule(context, b.rule)}: {b.span.of(source.text)}") for b in blocks]
    else:
        counts = Counter(_rule(context, b.rule) for b in blocks)
        items = [md.text(f"{rule}: {words.count('source.blocks', number)}") for rule, number in counts.items()]
    return md.blocks(heading, words.text("source.excluded_intro"), md.bullets(items))


def _rule(context: Context, rule: str) -> str:
    key = f"source.rule.{rule}"
    return context.labels(key) if key in context.labels.words else context.labels.plain("source.rule.other", rule=rule)
