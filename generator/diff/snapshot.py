"""From the published files to what can be compared."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.diff.items import disputes, events, relations, sources, statements
from generator.diff.pages import Pages, read_pages
from generator.errors import InputError, Problem
from generator.model.address import built
from generator.model.change import Matter, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diff.states import Read

Json = dict[str, Any]

DOSSIER, TABLES, MANIFEST = "daten/dossier.json", ("statements", "sources", "events"), ".dossier.json"
_VERSION = 1
_LONGEST_CELL = 10_000_000
"""An article has 2 MB at most, and its words may be one sentence."""
_COUNTED = ("sources", "entities", "quotations", "statements", "disputes", "relations", "events", "unresolved")
_GUARDED = re.compile("''*[=+\\-@＝＋－＠]")
_BAD = (ValueError, TypeError, LookupError, AttributeError, RecursionError, csv.Error)


def snapshot(named: str, read: Read) -> Snapshot:
    """The state that `read` gives the files of; messages call it `named`.

    Raises InputError if there is no dossier, or none that this program understands. A table that is missing leaves
    only wording out.
    """
    files = read([DOSSIER, MANIFEST, *(f"daten/csv/{name}.csv" for name in TABLES)])
    if DOSSIER not in files:
        hint = "`dossier generate` writes it; commit docs/ together with seeds/"
        raise InputError([Problem(named, 0, "DIF003", f"holds no dossier: there is no docs/{DOSSIER}", hint)])
    try:
        dossier = json.loads(files[DOSSIER])
        if dossier["schema_version"] != _VERSION:
            raise ValueError
        tables = {name: _table(files.get(f"daten/csv/{name}.csv", b"")) for name in TABLES}
        manifest = list(json.loads(files.get(MANIFEST, b"{}")))
        return _snapshot(dossier, tables, read_pages(read, manifest, _owned(dossier)))
    except _BAD as error:
        message = f"its docs/{DOSSIER} is not one that this version understands"
        raise InputError([Problem(named, 0, "DIF003", message, "compare with a later state")]) from error


def _snapshot(dossier: Json, tables: Mapping[str, Mapping[str, Json]], pages: Pages) -> Snapshot:
    names = {entity["id"]: entity["name"] for entity in dossier["entities"]}
    places = _places(tables)
    items = {
        Matter.SOURCES: sources(dossier, names),
        Matter.STATEMENTS: statements(dossier, names, tables["statements"], places),
        Matter.DISPUTES: disputes(dossier, names),
        Matter.RELATIONS: relations(dossier, names),
        Matter.EVENTS: events(dossier, names, places),
        Matter.PAGES: pages.items,
    }
    return Snapshot(
        title=str(dossier["title"]),
        language="en" if dossier["language"] == "en" else "de",
        items=items,
        review=dict(_review(dossier, names)),
        moved=pages.moved,
        read=pages.read,
        anchors=pages.anchors,
        counts={"pages": len(pages.items)} | {name: len(dossier[name]) for name in _COUNTED},
    )


def _owned(dossier: Json) -> dict[str, str]:
    """The pages that belong to something, with its name."""
    owned = {entity["page"]: entity["name"] for entity in dossier["entities"] if entity["page"]}
    listed = (sources(dossier, {}), disputes(dossier, {}))
    return owned | {item.place: item.title for items in listed for item in items.values()}


def _table(content: bytes) -> dict[str, Json]:
    """The rows of a CSV by their id, without the apostrophes that keep spreadsheets from running a cell."""
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    plain = ({key: value[1:] if _GUARDED.match(value) else value for key, value in row.items()} for row in rows)
    return {row["id"]: row for row in plain}


def _places(tables: Mapping[str, Mapping[str, Json]]) -> dict[str, str]:
    """Where statements and events stand, relative to `docs/`, by id; the tables hold public addresses."""
    found = (
        row["url"].removesuffix(built(f"quellen/{name}.md"))
        for name, row in tables["sources"].items()
        if row["url"].endswith(built(f"quellen/{name}.md"))
    )
    base = next(found, None)
    if base is None:
        return {}
    rows = (*tables["statements"].values(), *tables["events"].values())
    return {row["id"]: _page(row["url"].removeprefix(base)) for row in rows if row["url"].startswith(base)}


def _page(address: str) -> str:
    page, hash_sign, anchor = address.partition("#")
    return f"{page.removesuffix('.html')}.md{hash_sign}{anchor}"


def _review(dossier: Json, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Drafts and open places, each with what to call it; the second of the same kind has another key."""
    for entity in dossier["entities"]:
        if entity["status"] == "draft":
            yield f"draft {entity['id']}", str(entity["name"])
    seen: Counter[str] = Counter()
    for each in dossier["unresolved"]:
        called = " / ".join(names.get(candidate, candidate) for candidate in each["candidates"])
        key = f"{each['source']} {each['reason']} {called}"
        seen[key] += 1
        yield f"open {key} {seen[key]}", called or _source_title(dossier, each["source"])


def _source_title(dossier: Json, source: str) -> str:
    return next((str(each["title"] or source) for each in dossier["sources"] if each["id"] == source), source)
