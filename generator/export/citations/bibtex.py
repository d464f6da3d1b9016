"""`docs/daten/quellen.bib`: BibTeX, with the fields that biblatex adds.

`year` and `month` are for BibTeX, `date` (EDTF, with its full precision) is for biblatex, which prefers it. Titles
stand in a second pair of braces, so that no style takes the capitals from German nouns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.export.citations.reference import references
from generator.export.pieces import between
from generator.export.text import utf8
from generator.model.edtf import DateSet, Point, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.export.citations.reference import Reference
    from generator.export.pieces import Pieces
    from generator.model.dossier import Dossier
    from generator.model.ids import Edtf
    from generator.model.page import Bytes

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"de": "german", "en": "english"}
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    | {char: f"\\{char}" for char in "#$%&_"},
)
_NEEDS_BRACES = re.compile(r",|\band\b|\bothers\b", re.IGNORECASE)


def bibtex(dossier: Dossier) -> str:
    """All sources, an entry each; the key is the id of the source."""
    return entries(references(dossier)).decode()


def entries(found: Iterable[Reference]) -> bytes:
    """As `bibtex`, of some of the sources."""
    return utf8("\n".join(map(_entry, found)))


def written(pieces: Pieces) -> Sequence[Bytes]:
    """As `bibtex`, put together from pieces."""
    return [*between(b"\n", pieces.get("quellen.bib", ()))]


def escaped(text: str) -> str:
    r"""`text` as LaTeX prints it: `50 % & {x}` → `50 \% \& \textbraceleft{}x\textbraceright{}`.

    No brace of the text is left, because BibTeX counts even those behind a backslash.
    """
    return text.translate(_SPECIAL)


def _entry(reference: Reference) -> str:
    kind = "article" if reference.outlet else "misc"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(reference))
    return f"@{kind}{{{reference.id},\n{fields},\n}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.authors:
        yield "author", f"{{{' and '.join(map(_author, reference.authors))}}}"
    yield "title", f"{{{{{escaped(reference.title)}}}}}"
    if reference.outlet:
        yield "journal", f"{{{escaped(reference.outlet)}}}"
    yield from _dates(reference.published)
    if reference.url:
        yield "url", f"{{{reference.url}}}"
    if reference.accessed and isinstance(parse(reference.accessed), Point):
        yield "urldate", f"{{{reference.accessed}}}"
    if reference.language in _LANGUAGES:
        yield "langid", f"{{{_LANGUAGES[reference.language]}}}"
    yield "note", f"{{\\url{{{reference.page}}}}}"


def _dates(edtf: Edtf | None) -> Iterator[tuple[str, str]]:
    if edtf is None:
        return
    when = parse(edtf)
    if isinstance(when, DateSet):
        yield "year", f"{{{escaped(edtf)}}}"
        return
    yield "date", f"{{{edtf}}}"
    if isinstance(when, Point) and "X" not in when.digits:
        yield "year", f"{{{when.year}}}"
        if when.part and when.part <= len(_MONTHS):
            yield "month", _MONTHS[when.part - 1]


def _author(name: str) -> str:
    """A name; in braces of its own where BibTeX would read it as several or turn it round."""
    return f"{{{escaped(name)}}}" if _NEEDS_BRACES.search(name) else escaped(name)
