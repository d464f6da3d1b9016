"""`docs/daten/quellen.csl.json`: CSL-JSON 1.0, which Zotero, Pandoc and citeproc read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.export.citations.reference import references
from generator.export.json import dump
from generator.export.pieces import between
from generator.export.text import utf8
from generator.model.edtf import FIRST_QUARTER, SPRING, DateSet, Interval, Point, parse
from generator.model.page import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from generator.export.citations.reference import Reference
    from generator.export.pieces import Pieces
    from generator.model.dossier import Dossier
    from generator.model.ids import Edtf
    from generator.model.page import Bytes

Json = dict[str, Any]
_FILE = "quellen.csl.json"
_BEGIN, _END = b"[\n", b"\n]\n"


def csl_json(dossier: Dossier) -> str:
    """All sources, ending in a line feed."""
    return whole(written({_FILE: [items(references(dossier))]}))


def items(found: Iterable[Reference]) -> bytes:
    """Some of the sources, without the brackets of the list."""
    return utf8(dump([_item(reference) for reference in found])[len(_BEGIN) : -len(_END)])


def written(pieces: Pieces) -> Sequence[Bytes]:
    """As `csl_json`, put together from pieces."""
    found = pieces.get(_FILE, ())
    return (_BEGIN, *between(b",\n", found), _END) if found else (utf8(dump([])),)


def _item(reference: Reference) -> Json:
    fields = {
        "id": reference.id,
        "type": "article-newspaper" if reference.outlet else "article",
        "title": reference.title,
        "author": [{"literal": author} for author in reference.authors],
        "container-title": reference.outlet,
        "source": ", ".join(reference.agencies),
        "issued": csl_date(reference.published) if reference.published else None,
        "accessed": csl_date(reference.accessed) if reference.accessed else None,
        "URL": reference.url,
        "language": reference.language,
        "note": reference.page,
    }
    return {key: value for key, value in fields.items() if value}


def csl_date(edtf: Edtf) -> Json:
    """A date of any precision: `2023-09` → `{"date-parts": [[2023, 9]]}`, vague ones with `circa`.

    A season is one (1 spring … 4 winter); quarters, halves, decades and sets become the span that they cover; of an
    interval with an open end the known end is left.
    """
    when = parse(edtf)
    if isinstance(when, Point):
        return _point(when)
    if isinstance(when, Interval):
        ends = [end for end in (when.start, when.end) if end]
        vague = len(ends) == 1 or any(end.qualifier or "X" in end.digits for end in ends)
        return _circa({"date-parts": [_parts(end) for end in ends]}, vague)
    return _span(*when.bounds, vague=isinstance(when, DateSet) and when.one_of)


def _point(when: Point) -> Json:
    vague = bool(when.qualifier)
    if "X" in when.digits:
        return _circa({"date-parts": [[when.bounds[0].year], [when.bounds[1].year]]}, vague=True)
    if when.part and SPRING <= when.part < FIRST_QUARTER:
        return _circa({"date-parts": [[when.year]], "season": when.part - SPRING + 1}, vague)
    if when.part and when.part >= FIRST_QUARTER:
        first, last = when.bounds
        return _circa({"date-parts": [[first.year, first.month], [last.year, last.month]]}, vague)
    return _circa({"date-parts": [_parts(when)]}, vague)


def _parts(when: Point) -> list[int]:
    if when.part and when.part >= SPRING:
        return [when.year]
    return [number for number in (when.year, when.part, when.day) if number is not None]


def _span(first: date, last: date, *, vague: bool) -> Json:
    return _circa({"date-parts": [[d.year, d.month, d.day] for d in (first, last)]}, vague)


def _circa(date_: Json, vague: bool) -> Json:  # noqa: FBT001  a predicate's result, passed on
    return date_ | ({"circa": True} if vague else {})
