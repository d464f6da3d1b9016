"""How to cite a statement: one line of plain text that a reader can copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.address import absolute, statement_place
from generator.render.dates import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.dossier import Speaker, Statement
    from generator.render.context import Context

_MARKS = {"de": "„{}“", "en": "“{}”"}


def cite(context: Context, statement: Statement) -> str:
    """Who → through whom: the words (type, status). The source. The dossier, with the permanent address.

    `Yang Uk → Financial Times: „…“ (indirekt, wiedergegeben). Putin reist …, September 2023. Der Gipfel,
    https://dossier.example/aussagen/gipfel.html#a-1a2b3c4d5e`. Words that may not be published are left out; the
    article's own words are headed by who published or wrote it.
    """
    settings = context.dossier.settings
    origin = " → ".join(filter(None, (_origin(context, statement), _name(context, statement.outlet))))
    said = " ".join((*_words(context, statement), f"({', '.join(_manner(context, statement))})"))
    address = absolute(settings.site_url, statement_place(statement))
    parts = (f"{origin}: {said}" if origin else said, ", ".join(_source(context, statement)))
    return f"{'. '.join(parts)}. {_line(settings.title)}, {address}"


def _origin(context: Context, statement: Statement) -> str:
    if statement.holders:
        return ", ".join(_name(context, holder) for holder in statement.holders)
    meta = context.sources[statement.source].annotated.document.meta
    return _line(context.called[meta.outlet].name) if meta.outlet else ", ".join(map(_line, meta.authors))


def _name(context: Context, speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    return _line(context.called[speaker.entity].name if speaker.entity else speaker.name)


def _words(context: Context, statement: Statement) -> Iterator[str]:
    if context.shows(statement):
        words = _line(statement.span.of(context.sources[statement.source].text))
        yield _MARKS[context.labels.language].format(words)


def _manner(context: Context, statement: Statement) -> Iterator[str]:
    if statement.type:
        yield context.labels(f"type.{statement.type}")
    yield context.labels(f"certainty.{statement.certainty}")


def _source(context: Context, statement: Statement) -> Iterator[str]:
    source = context.sources[statement.source]
    meta = source.annotated.document.meta
    yield _line(source.title)
    if meta.published:
        yield phrase(meta.published, context.labels.language)
    if meta.url:
        yield meta.url


def _line(text: str) -> str:
    return " ".join(text.split())
