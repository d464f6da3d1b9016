"""What people write about a source: its shape in YAML, as front matter or in the file beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.model.document import Metadata
from generator.model.registry import Place
from generator.read.decode import decode
from generator.read.settings import RIGHTS, RIGHTS_MEANING
from generator.read.shape import DATE, LINE, SOURCE_ID, URL, Field, Fields, ListOf, Record, Text, choice, reference
from generator.read.tree import parse

if TYPE_CHECKING:
    from generator.model.document import Rights
    from generator.read.files import File
    from generator.read.findings import Findings

SHAPE: Final = Record(
    name="source",
    description="What is known about a source.",
    fields={
        "title": Field(LINE, "the headline, where the text does not begin with it or should read otherwise"),
        "url": Field(URL, "where it was published"),
        "outlet": Field(reference("outlet"), "who published it: the id of an entity of kind outlet"),
        "agencies": Field(ListOf(reference("outlet")), "agencies it draws on: ids of entities of kind outlet"),
        "authors": Field(ListOf(LINE), "who wrote it, as printed"),
        "published": Field(DATE, "when, as precisely as is known"),
        "accessed": Field(DATE, "when it was read"),
        "language": Field(choice("a language that sources can have", "de"), "of the text (default: de)"),
        "rights": Field(RIGHTS, f"default: what the dossier says. {RIGHTS_MEANING}"),
        "topics": Field(ListOf(reference("topic")), "what it is about: ids of entities of kind topic"),
        "formerly": Field(
            ListOf(Text("an earlier id of a source", pattern=SOURCE_ID)),
            "earlier ids and those of sources joined with it, the oldest first: their addresses keep leading here",
        ),
    },
    build=lambda fields: fields,
)

_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)


def split_front_matter(text: str, file: File, findings: Findings) -> tuple[str | None, int]:
    """The YAML between two lines `---` at the very beginning, and the offset behind them; (None, 0) if there is none.

    The closing line may be `...` too. An opening line without a closing one is a problem.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None, 0
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        hint = "close it with a line ---; an article cannot begin with such a line"
        findings.problem(Place(file.shown, 1), "SRC013", "the front matter is not closed", hint)
        return None, 0
    return text[opening.end() : closing.start()], closing.end()


def decode_metadata(yaml: str, path: str, first_line: int, findings: Findings) -> Fields | None:
    """The values in `yaml`, which begins at `path:first_line`; None if there are none or after a problem."""
    node = parse(yaml, path, findings, first_line)
    fields = decode(SHAPE, node, findings) if node is not None else None
    return fields if isinstance(fields, Fields) else None


def build_metadata(written: Fields | None, found: Metadata, rights: Rights) -> Metadata:
    """What people wrote; where they did not, what was found in the page (`found`) and the dossier's `rights`."""
    values = written.values if written else {}
    return Metadata(
        title=values.get("title", found.title),
        url=values.get("url", found.url),
        outlet=values.get("outlet"),
        agencies=values.get("agencies", ()),
        authors=values.get("authors", found.authors),
        published=values.get("published", found.published),
        accessed=values.get("accessed"),
        language=values.get("language", "de"),
        rights=values.get("rights", rights),
        topics=values.get("topics", ()),
        formerly=values.get("formerly", ()),
    )
