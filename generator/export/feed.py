"""`docs/daten/feed.xml`: what changed in the dossier, the newest first, as an Atom feed (RFC 4287).

There is no clock: the records of `seeds/changes/` bear their day. A dossier without records offers its sources; a
source is as new as the last day that its date of publication covers, and one without a date counts as the oldest.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.export.catalogue import place
from generator.export.dates import last_day
from generator.export.news import news
from generator.export.text import plain, web_address
from generator.export.view import view as look_up
from generator.model.address import SOURCES, source_page
from generator.model.journal import NEWS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.export.news import News
    from generator.export.view import View
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier
    from generator.model.ids import SourceId
    from generator.model.settings import Language

    Counts = Mapping[SourceId, int]

_HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_UNDATED = date(1970, 1, 1)
_COUNTED: dict[Language, tuple[str, str, str]] = {
    "de": ("Erwähnungen", "Zitate", "Aussagen"),
    "en": ("mentions", "quotations", "statements"),
}


def feed(dossier: Dossier) -> str:
    """The feed, ending in a line feed."""
    return written(look_up(dossier))


def written(view: View) -> str:
    """As `feed`, where everything has been looked up."""
    dossier, settings = view.dossier, view.dossier.settings
    records = news(view)
    days = [each.day for each in records] or [_day(source) for source in dossier.sources]
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": settings.language})
    _text(root, "id", view.url("index.md"))
    _text(root, "title", settings.title)
    _text(root, "subtitle", settings.description)
    _text(root, "updated", _time(max(days, default=_UNDATED)))
    _text(ET.SubElement(root, "author"), "name", settings.title)
    _link(root, "self", view.url(place("feed.xml")), "application/atom+xml")
    _link(root, "alternate", view.url(NEWS if records else f"{SOURCES}/index.md"), "text/html")
    for each in records:
        _record(ET.SubElement(root, "entry"), each)
    if not records:
        counts = _counts(dossier)
        for source in sorted(dossier.sources, key=_day, reverse=True):
            _entry(ET.SubElement(root, "entry"), view, source, counts)
    ET.indent(root, " ")
    return f"{_HEAD}{ET.tostring(root, encoding='unicode')}\n"


def _record(entry: ET.Element, each: News) -> None:
    _text(entry, "id", each.address)
    _text(entry, "title", each.title)
    _text(entry, "updated", _time(each.day))
    _link(entry, "alternate", each.address, "text/html")
    content = ET.SubElement(entry, "content", {"type": "html"})
    content.text = each.content


def _entry(entry: ET.Element, view: View, source: AnnotatedDocument, counts: tuple[Counts, ...]) -> None:
    document, meta = source.document, source.document.meta
    address = view.url(source_page(document.id))
    _text(entry, "id", address)
    _text(entry, "title", source.title)
    _text(entry, "updated", _time(_day(source)))
    for author in [*meta.authors, *filter(None, [view.name(meta.outlet)])]:
        _text(ET.SubElement(entry, "author"), "name", author)
    _link(entry, "alternate", address, "text/html")
    if url := web_address(meta.url):
        _link(entry, "via", url)
    for topic in filter(None, map(view.name, meta.topics)):
        ET.SubElement(entry, "category", {"term": topic})
    words = _COUNTED[view.dossier.settings.language]
    numbers = [f"{word}: {count[document.id]}" for word, count in zip(words, counts, strict=True)]
    _text(entry, "summary", " · ".join([*filter(None, [meta.published]), *numbers]))


def _counts(dossier: Dossier) -> tuple[Counts, ...]:
    """How often each source is in the lists that `_COUNTED` names."""
    lists = (dossier.mentions, dossier.quotations, dossier.statements)
    return tuple(Counter(map(attrgetter("source"), each)) for each in lists)


def _day(source: AnnotatedDocument) -> date:
    published = source.document.meta.published
    return last_day(published) if published else _UNDATED


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    if text:
        ET.SubElement(parent, tag).text = plain(text)


def _link(parent: ET.Element, rel: str, href: str, media_type: str = "") -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": plain(href)} | ({"type": media_type} if media_type else {}))
