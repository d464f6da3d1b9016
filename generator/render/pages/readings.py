"""How the program read what can be read in several ways: names, figures, and the sentences that gave nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.dossier import Evidence
from generator.model.ids import EntityId, SourceId
from generator.model.lists import REASON, parts_of
from generator.model.span import Span
from generator.render import markdown as md
from generator.render.evidence import cited, found_in
from generator.render.frame import Frame
from generator.render.phrases import METHOD, enumeration, named
from generator.render.places import READINGS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from generator.model.ledger import Figure, Reading, Silence
    from generator.model.listed import Found
    from generator.model.page import Page
    from generator.render.context import Context, Make

_READING = ("form", "read_as", "could_be", "decided")
_FIGURE = ("printed", "value", "unit", "remark")
"""The columns of the tables."""
_SET_ASIDE = frozenset({"caption", "credit", "no-verb", "no-claim"})
"""Reasons with words of their own; any other is the name of a rule that set a block aside."""


def render_readings(context: Context) -> Page:
    """The page of the ledgers, below the method."""
    words = context.labels
    description = words.plain("readings.description", title=context.dossier.settings.title)
    frame = Frame(READINGS, words("readings.title"), description, above=(METHOD, words("nav.methode")))
    contents = {
        "surnames": _names(context, context.surnames, _surname),
        "metonyms": _names(context, context.metonyms, _metonym),
        "figures": _figures(context),
        "silences": _silences(context),
    }
    parts = [
        md.blocks(
            md.heading(2, words.text(f"readings.{key}"), f"lesarten-{key}"),
            words.text(f"readings.{key}_intro"),
            content,
        )
        for key, content in contents.items()
        if content
    ]
    return frame.fill(context, words.text("readings.intro"), *parts)


def _names(context: Context, readings: Iterable[str], row: Make) -> md.Markdown:
    """A row for each form and what it was read as."""
    header = [context.labels.text(f"readings.{column}") for column in _READING]
    rows = [context.piece(row, key) for key in readings]
    return md.table_of(header, rows) if rows else md.EMPTY


def _surname(context: Context, key: str) -> md.Markdown:
    return _read(context, key, context.surnames[key])


def _metonym(context: Context, key: str) -> md.Markdown:
    return _read(context, key, context.metonyms[key])


def _read(context: Context, key: str, group: Found[Reading]) -> md.Markdown:
    """A form with its places, what it was read as, what else it could be, and who decided that."""
    words, (entity, who, form) = context.labels, parts_of(key)
    row = (
        found_in(context, READINGS, md.name(form), group),
        named(context, READINGS, EntityId(entity)) if entity else words.text("readings.open"),
        _others(context, group),
        words.text(f"readings.by_{who}"),
    )
    return md.table_rows(len(_READING), [row])


def _others(context: Context, group: Found[Reading]) -> md.Markdown:
    (reading,) = group.first(1)
    others = [named(context, READINGS, entity) for entity in reading.candidates if entity != reading.entity]
    return enumeration(context, others)


def _figures(context: Context) -> md.Markdown:
    header = [context.labels.text(f"readings.{column}") for column in _FIGURE]
    rows = [context.piece(_figures_of, source) for source in context.figures_in]
    return md.table_of(header, rows) if rows else md.EMPTY


def _figures_of(context: Context, source: str) -> md.Markdown:
    """A row for each figure of a source."""
    rows = (
        (
            cited(context, READINGS, md.name(_printed(context, figure)), [Evidence(figure.source, figure.span)]),
            md.text(" – ".join(figure.values)),
            md.text(figure.unit),
            md.sequence((context.labels.text(f"readings.flags.{flag}") for flag in figure.flags), "; "),
        )
        for figure in context.figures_in[SourceId(source)]
    )
    return md.table_rows(len(_FIGURE), rows)


def _printed(context: Context, figure: Figure) -> str:
    return " ".join(figure.span.of(context.sources[figure.source].text).split())


def _silences(context: Context) -> md.Markdown:
    """For each reason the sentences, as far as the rights of their source allow to print them."""
    groups: dict[str, dict[SourceId, None]] = {}
    for reason, silences in context.lists.silences.all.by(REASON).items():
        groups.setdefault(_shown_as(reason), {}).update(dict.fromkeys(silences.counts))
    words = context.labels
    return md.blocks(
        *(
            md.blocks(
                md.paragraph(words.text(f"readings.reasons.{reason}")),
                md.join(*_in_order(context, reason, sources), separator=md.LINE),
            )
            for reason, sources in groups.items()
        ),
    )


def _in_order(context: Context, reason: str, sources: Container[SourceId]) -> Iterator[md.Markdown]:
    return (context.piece(_silent, f"{source} {reason}") for source in context.sources if source in sources)


def _shown_as(reason: str) -> str:
    return reason if reason in _SET_ASIDE else "set-aside"


def _silent(context: Context, key: str) -> md.Markdown:
    """The sentences of a source that gave nothing for one reason, a line each."""
    source, _, reason = key.rpartition(" ")
    found = context.silences_in[SourceId(source)]
    return md.bullets(_lines(context, (silence for silence in found if _shown_as(silence.reason) == reason)))


def _lines(context: Context, silences: Iterable[Silence]) -> Iterator[md.Markdown]:
    for silence in silences:
        source = context.sources[silence.source]
        full = source.annotated.document.meta.rights == "full"
        shown = full or any(Span(*place).contains(silence.span) for place in source.shown)
        words = " ".join(silence.span.of(source.text).split()) if shown else context.labels("readings.not_shown")
        yield cited(context, READINGS, md.text(words), [Evidence(silence.source, silence.span)])
