"""`docs/daten/feed.xml`: what changed in the dossier, the newest first, as an Atom feed (RFC 4287).

There is no clock: the records of `seeds/changes/` bear their day. A dossier without records offers its sources; a
source is as new as the last day that its date of publication covers, and one without a date counts as the oldest.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.export.catalogue import place
from generator.export.dates import last_day
from generator.export.news import news
from generator.export.pieces import collected
from generator.export.text import plain, utf8, web_address
from generator.export.view import units
from generator.export.view import view as look_up
from generator.model.address import SOURCES, source_page
from generator.model.journal import NEWS
from generator.model.page import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.export.news import News
    from generator.export.pieces import Pieces
    from generator.export.view import View
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier
    from generator.model.page import Bytes
    from generator.model.settings import Language

_FILE = "feed.xml"
_HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
_END = "</feed>\n"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_UNDATED = date(1970, 1, 1)
_COUNTED: dict[Language, tuple[str, str, str]] = {
    "de": ("Erwähnungen", "Zitate", "Aussagen"),
    "en": ("mentions", "quotations", "statements"),
}


def feed(dossier: Dossier) -> str:
    """The feed, ending in a line feed."""
    view = look_up(dossier)
    return whole(written(view, collected({_FILE: entry(one)} for one in units(view))))


def entry(view: View) -> bytes:
    """The entry of the one source that `view` is narrowed to; nothing where it holds none."""
    return b"".join(_written(_entry(view, source)) for source in view.dossier.sources)


def written(view: View, pieces: Pieces) -> Sequence[Bytes]:
    """As `feed`; of the sources, which count where there are no records, the entries have been written already."""
    sources, settings = view.dossier.sources, view.dossier.settings
    records = news(view)
    days = [each.day for each in records] or [*map(_day, sources)]
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": settings.language})
    _text(root, "id", view.url("index.md"))
    _text(root, "title", settings.title)
    _text(root, "subtitle", settings.description)
    _text(root, "updated", _time(max(days, default=_UNDATED)))
    _text(ET.SubElement(root, "author"), "name", settings.title)
    _link(root, "self", view.url(place(_FILE)), "application/atom+xml")
    _link(root, "alternate", view.url(NEWS if records else f"{SOURCES}/index.md"), "text/html")
    found = [_written(_record(each)) for each in records] or _newest_first(days, pieces.get(_FILE, ()))
    head = f"{_HEAD}{_indented(root)}\n".removesuffix(_END)
    return (utf8(head), *found, utf8(_END))


def _newest_first(days: Sequence[date], written: Sequence[Bytes]) -> list[Bytes]:
    order = sorted(range(len(days)), key=days.__getitem__, reverse=True)
    return [written[number] for number in order]


def _written(entry: ET.Element) -> bytes:
    return utf8(f" {_indented(entry, 1)}\n")


def _indented(element: ET.Element, level: int = 0) -> str:
    ET.indent(element, " ", level)
    return ET.tostring(element, encoding="unicode")


def _record(each: News) -> ET.Element:
    entry = ET.Element("entry")
    _text(entry, "id", each.address)
    _text(entry, "title", each.title)
    _text(entry, "updated", _time(each.day))
    _link(entry, "alternate", each.address, "text/html")
    content = ET.SubElement(entry, "content", {"type": "html"})
    content.text = each.content
    return entry


def _entry(view: View, source: AnnotatedDocument) -> ET.Element:
    entry = ET.Element("entry")
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
    _text(entry, "summary", " · ".join([*filter(None, [meta.published]), *_counts(view.dossier)]))
    return entry


def _counts(dossier: Dossier) -> Iterator[str]:
    """How much was found in the one source of `dossier`."""
    found = (dossier.mentions, dossier.quotations, dossier.statements)
    words = _COUNTED[dossier.settings.language]
    return (f"{word}: {len(listed)}" for word, listed in zip(words, found, strict=True))


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
