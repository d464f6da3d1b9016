"""`docs/daten/quellen.ris`: RIS (Research Information Systems, 2011), which EndNote, Citavi and Mendeley read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.citations.reference import references
from generator.export.pieces import between
from generator.export.text import utf8
from generator.model.edtf import Point, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.export.citations.reference import Reference
    from generator.export.pieces import Pieces
    from generator.model.dossier import Dossier
    from generator.model.ids import Edtf
    from generator.model.page import Bytes

_MONTHS = 12


def ris(dossier: Dossier) -> str:
    """All sources, a record each; values are on one line, so that no value can begin a field of its own."""
    return records(references(dossier)).decode()


def records(found: Iterable[Reference]) -> bytes:
    """As `ris`, of some of the sources."""
    return utf8("\n".join(map(_record, found)))


def written(pieces: Pieces) -> Sequence[Bytes]:
    """As `ris`, put together from pieces."""
    return [*between(b"\n", pieces.get("quellen.ris", ()))]


def _record(reference: Reference) -> str:
    return "".join(f"{tag}  - {value}\n" for tag, value in _fields(reference))


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if reference.outlet else "GEN"
    yield "ID", reference.id
    yield "TI", reference.title
    yield from (("AU", author) for author in reference.authors)
    if reference.outlet:
        yield "T2", reference.outlet
    yield from _published(reference.published)
    if reference.accessed:
        yield "Y2", ris_date(reference.accessed) or reference.accessed
    if reference.url:
        yield "UR", reference.url
    yield "LA", reference.language
    yield from (("N1", agency) for agency in reference.agencies)
    yield "L2", reference.page
    yield "ER", ""


def _published(edtf: Edtf | None) -> Iterator[tuple[str, str]]:
    if edtf is None:
        return
    when = parse(edtf)
    if isinstance(when, Point) and "X" not in when.digits:
        yield "PY", str(when.year)
    yield "DA", ris_date(edtf) or f"///{edtf}"


def ris_date(edtf: Edtf) -> str | None:
    """A date as `YYYY/MM/DD/other`: `2023-09` → `2023/09//`, `1948~` → `1948///1948~`; None for what is no point."""
    when = parse(edtf)
    if not isinstance(when, Point) or "X" in when.digits:
        return None
    month = f"{when.part:02}" if when.part and when.part <= _MONTHS else ""
    day = f"{when.day:02}" if when.day else ""
    other = edtf if when.qualifier or (when.part and not month) else ""
    return f"{when.year:04}/{month}/{day}/{other}"
