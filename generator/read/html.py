"""The article in a saved web page: its text without any markup, and what the page says about itself."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from generator.model.document import Metadata
from generator.model.edtf import is_edtf
from generator.model.ids import Edtf
from generator.read.decode import is_url

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS: Final = frozenset({"body", "head", "p", "quote", "list", "item", "table", "row", "code"})
"""The extractor's elements that begin and end a paragraph of their own."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"[ \t\r\n\u2028\u2029]+")
_LINE_BREAK = "\x1e"  # stands for <br> until white space is made even
_CELL = " | "


@dataclass(frozen=True, slots=True)
class PageContent:
    """What was extracted: headings and paragraphs parted by blank lines, and the page's own metadata."""

    text: str
    meta: Metadata


def extract(html: str) -> PageContent | None:
    """The article in `html`; None if there is none. Needs no network and no clock.

    The headline is put before the text where the extractor left it out. Soft hyphens and other characters that
    nobody sees are dropped.
    """
    found = _trafilatura(_REFERENCE.sub(_without_controls, _UNSEEN.sub("", html)))
    if found is None:
        return None
    blocks = [(tag, text) for tag, text in _blocks(found.body) if text]
    title = _line(found.title)
    if title and blocks and blocks[0][0] != "head" and all(text != title for _, text in blocks):
        blocks.insert(0, ("head", title))
    if not blocks:
        return None
    return PageContent("\n\n".join(text for _, text in blocks) + "\n", _metadata(found, title))


def _without_controls(reference: re.Match[str]) -> str:
    """What HTML 5 makes of a reference to a control character: &#150; is an en dash; other references stay."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    refers_to_control = number < 0x20 or 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000  # noqa: PLR2004
    return _UNSEEN.sub("", unescape(reference[0])) if refers_to_control else reference[0]


def _trafilatura(html: str) -> Any:  # noqa: ANN401  the library's Document is untyped
    import trafilatura  # noqa: PLC0415  only projects with HTML should pay for its import

    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            html,
            include_comments=False,
            prune_xpath="//template",
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "9999-12-31"},
        )
    except Exception:  # noqa: BLE001  whatever a hostile page does to the extractor, it is a page without an article
        return None


def _blocks(body: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  an lxml element, untyped
    """Tag and text of each block of the extractor's tree, in order; walked without recursion."""
    from lxml.etree import iterwalk  # noqa: PLC0415  comes with the extractor

    pieces: list[str] = []
    current = "p"
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield current, _paragraph(pieces)
            pieces.clear()
            current = element.tag if event == "start" else "p"
        if event == "start":
            pieces.append(_LINE_BREAK if element.tag == "lb" else element.text or "")
        else:
            if element.tag == "cell" and element.getnext() is not None:
                pieces.append(_CELL)
            pieces.append(element.tail or "")


def _paragraph(pieces: list[str]) -> str:
    lines = "".join(_LINE_BREAK if piece is _LINE_BREAK else _UNSEEN.sub("", piece) for piece in pieces)
    return "\n".join(filter(None, (_SPACE.sub(" ", line).strip() for line in lines.split(_LINE_BREAK))))


def _line(text: str | None) -> str:
    return _SPACE.sub(" ", _BIDI.sub("", _UNSEEN.sub("", text or ""))).strip()


def _metadata(found: Any, title: str) -> Metadata:  # noqa: ANN401  as above
    url, published = _line(found.url), _line(found.date)
    authors = (_line(author) for author in (found.author or "").split(";"))
    return Metadata(
        title=title or None,
        url=url if is_url(url) else None,
        authors=tuple(dict.fromkeys(filter(None, authors))),
        published=Edtf(published) if is_edtf(published) else None,
    )
