"""What the reader sees is the text that went in, wherever it was put; what people write as Markdown stays inert."""

from __future__ import annotations

import re

from generator.render import markdown as md
from tests.fuzz.material import text_of
from tests.render.seen import rendered
from tests.render.test_markdown import TEXT_PLACES, check_place

_PLACES = sorted(TEXT_PLACES)
_HARMLESS = frozenset(
    {
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "dd",
        "dl",
        "dt",
        "em",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "span",
        "strong",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
        "div",
        "input",
        "del",
        "details",
        "ins",
        "kbd",
        "mark",
        "sub",
        "summary",
    }
)
_ATTRIBUTES = frozenset({"href", "title", "id", "class", "style", "align", "start", "role"})
_SMILEY = re.compile(r":(?=[\w+-]+:)")  # an extension of the tests, not of the site, makes pictures of them
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):")  # as browsers see it
_LONGEST = 400


def escape(data: bytes) -> None:
    """The round trip through Markdown, in the place that the first byte chooses."""
    if data:
        check_place(_PLACES[data[0] % len(_PLACES)], text_of(data[1:])[:_LONGEST])


def note(data: bytes) -> None:
    """In a note nothing runs, loads or leads anywhere but to the web and the dossier."""
    seen = rendered(md.note(_SMILEY.sub(": ", text_of(data)[:_LONGEST])))
    assert set(seen.tags) <= _HARMLESS, seen.tags
    for key, value in seen.attributes:
        assert key in _ATTRIBUTES, key
        if key == "href":
            scheme = _SCHEME.match("".join((value or "").split()))
            assert not scheme or scheme[1].lower() in {"http", "https", "mailto"}, value
            assert not (value or "").replace("\\", "/").startswith("//"), value
        if key == "style":
            assert (value or "").startswith("text-align:"), value
