"""How the dossier is made, what its words mean, where its limits are, how to cite it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model.ids import Certainty, QuotationType
from generator.model.lists import TRIGGER, parts_of
from generator.render import markdown as md
from generator.render.dates import phrase
from generator.render.frame import Frame
from generator.render.links import relative
from generator.render.phrases import METHOD, quoted
from generator.render.places import READINGS
from generator.render.statusbar import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.page import Page
    from generator.render.context import Context

MOST_EXAMPLES = 6


def render_method(context: Context) -> Page:
    """The page that everything else points to for what its words mean."""
    words = context.labels
    title = context.dossier.settings.title
    frame = Frame(METHOD, words("nav.methode"), words.plain("method.description", title=title))
    contents = {
        "made": md.numbered(_texts(context, "method.made_steps.")),
        "evidence": words.text("method.evidence_text"),
        "status": md.blocks(words.text("method.status_intro"), _statuses(context), _draft(context)),
        "types": _types(context),
        "dates": words.text("method.dates_text"),
        "readings": words.fill("method.readings_text", page=_way_to_the_readings(context)),
        "limits": md.bullets([*_texts(context, "method.limits_list."), _open(context)]),
        "rights": md.blocks(words.text("method.rights_text"), _rights(context)),
        "cite": md.blocks(words.text("method.cite_text"), _example(context)),
    }
    parts = [
        md.blocks(md.heading(2, words.text(f"method.{key}"), f"methode-{key}"), content)
        for key, content in contents.items()
    ]
    return frame.fill(context, words.text("method.intro"), *parts)


def _way_to_the_readings(context: Context) -> md.Markdown:
    return md.link(context.labels.text("readings.title"), relative(METHOD, READINGS))


def _texts(context: Context, prefix: str) -> list[md.Markdown]:
    return [md.text(words) for key, words in context.labels.words.items() if key.startswith(prefix)]


def _statuses(context: Context) -> md.Markdown:
    words = context.labels
    found = _trigger_words(context)
    counts = counted(context.lists.statements.all)
    header = [words.text(f"method.{column}") for column in ("word", "meaning", "signs", "here", "number")]
    rows = [
        (
            _defined(f"status-{certainty}", words(f"certainty.{certainty}")),
            words.text(f"method.meanings.{certainty}"),
            words.text(f"method.triggers.{certainty}"),
            quoted(context, _most_common(found.get(certainty, {}))),
            md.text(str(counts[certainty])),
        )
        for certainty in Certainty
    ]
    return md.table(header, rows)


def _trigger_words(context: Context) -> dict[Certainty, Counter[str]]:
    """The words that decided each status in the sources of this dossier."""
    found: dict[Certainty, Counter[str]] = {}
    for key, said in context.lists.statements.by(TRIGGER).items():
        certainty, words = parts_of(key)
        found.setdefault(Certainty(certainty), Counter())[words] += len(said)
    return found


def _most_common(words: Mapping[str, int]) -> list[str]:
    return sorted(words, key=lambda word: (-words[word], word))[:MOST_EXAMPLES]


def _defined(anchor: str, word: str) -> md.Markdown:
    return md.inline("span", {"id": anchor}, md.strong(md.text(word)))


def _draft(context: Context) -> md.Markdown:
    word = _defined("status-draft", context.labels("status.draft"))
    return md.explained(word, context.labels.text("method.draft"))


def _types(context: Context) -> md.Markdown:
    words = context.labels
    header = (words.text("method.type"), words.text("method.meaning"))
    rows = (
        (md.strong(words.text(f"type.{kind}")), words.text(f"method.type_meanings.{kind}")) for kind in QuotationType
    )
    return md.table(header, rows)


def _open(context: Context) -> md.Markdown:
    return context.labels.text(
        "method.open_now", count=context.labels.count("method.open", len(context.dossier.unresolved))
    )


def _rights(context: Context) -> md.Markdown:
    words = context.labels
    if not context.sources:
        return md.EMPTY
    header = (words.text("method.rights_source"), words.text("method.rights_value"))
    rows = (
        (
            md.link(md.name(source.title), relative(METHOD, source.page)),
            words.text(f"source.{source.annotated.document.meta.rights}"),
        )
        for source in context.sources.values()
    )
    return md.table(header, rows)


def _example(context: Context) -> md.Markdown:
    """A reference to the newest source, as a reader would write it."""
    if not context.sources:
        return md.EMPTY
    words, source = context.labels, list(context.sources.values())[-1]
    published = source.annotated.document.meta.published
    settings = context.dossier.settings
    return md.quote(
        words.text(
            "method.cite_example",
            source=source.title,
            date=phrase(published, words.language) if published else words("method.undated"),
            title=settings.title,
            address=settings.site_url.rstrip("/") + "/" + source.page.removesuffix(".md") + ".html",
        )
    )
