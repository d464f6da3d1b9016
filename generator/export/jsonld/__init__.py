"""`docs/daten/dossier.jsonld`: the dossier in the terms of schema.org, and the part of it that belongs to each page.

The id of a node is the public address of the place where the site shows it. Terms: schema.org, release 29.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import chain, product
from typing import TYPE_CHECKING, Any

from generator.export.catalogue import MEDIA_TYPES, place
from generator.export.json import dump_records, lines
from generator.export.jsonld.entities import entity_nodes
from generator.export.jsonld.node import Node, node, reference
from generator.export.jsonld.works import dispute_nodes, event_nodes, source_nodes, status_nodes
from generator.export.pieces import collected
from generator.export.text import plain
from generator.export.view import units
from generator.export.view import view as look_up
from generator.model.address import DATA, START, source_page
from generator.model.page import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.export.pieces import Parts, Pieces
    from generator.export.view import View
    from generator.model.dossier import Dossier
    from generator.model.page import Bytes

CONTEXT = "https://schema.org"
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_LISTS = {"entities": entity_nodes, "sources": source_nodes, "disputes": dispute_nodes, "events": event_nodes}
"""The nodes of parts of the dossier, in the order of the graph."""
_NAMES = ("@type", "@id", "name", "headline")


def jsonld(dossier: Dossier) -> str:
    """The whole dossier as one graph, ending in a line feed."""
    view = look_up(dossier)
    return whole(written(view, collected(map(parts, units(view)))))


def parts(view: View) -> Parts:
    """The nodes of what `view` holds."""
    return {f"dossier.jsonld {name}": lines(nodes(view)) for name, nodes in _LISTS.items()}


def written(view: View, pieces: Pieces) -> Sequence[Bytes]:
    """As `jsonld`, put together from pieces; only what is about the site as a whole is written now."""
    found = chain.from_iterable(pieces.get(f"dossier.jsonld {name}", ()) for name in _LISTS)
    return dump_records({"@context": CONTEXT}, {"@graph": [lines(_site(view)), *found, lines(status_nodes(view))]})


def page_jsonld(dossier: Dossier) -> dict[str, str]:
    """For each page of the built site (`akteure/anna-berg.html`) the text of its JSON-LD script element."""
    return fragments(_nodes(look_up(dossier)), dossier.settings.site_url)


def fragments(nodes: Iterable[Node], site_url: str) -> dict[str, str]:
    """The nodes by the page that their ids lead to; `nodes` may be the `@graph` of a published `dossier.jsonld`.

    A fragment stands by itself: of nodes on other pages that it refers to, it repeats type and name. No `<`, `>` or
    `&` is left in it, so that nothing in it can end the script element that holds it.
    """
    root = site_url.rstrip("/") + "/"
    known = {item["@id"]: item for item in nodes}
    by_page: defaultdict[str, list[Node]] = defaultdict(list)
    for address, item in known.items():
        by_page[address.removeprefix(root).partition("#")[0]].append(item)
    return {page: _script([*items, *_named(items, known)]) for page, items in sorted(by_page.items())}


def _named(items: list[Node], known: dict[str, Node]) -> Iterator[Node]:
    """What the nodes of a page refer to, by type and name."""
    here = {item["@id"] for item in items}
    for address in dict.fromkeys(_references(items)):
        if address in known and address not in here:
            yield {key: known[address][key] for key in _NAMES if key in known[address]}


def _references(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _references(part)
    elif isinstance(value, dict):
        if value.keys() == {"@id"}:
            yield value["@id"]
        for part in value.values():
            yield from _references(part)


def _script(nodes: list[Node]) -> str:
    graph: dict[str, Any] = {"@context": CONTEXT, "@graph": nodes}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def _nodes(view: View) -> Iterator[Node]:
    yield from _site(view)
    for nodes, one in product(_LISTS.values(), units(view)):
        yield from nodes(one)
    yield from status_nodes(view)


def _site(view: View) -> Iterator[Node]:
    settings = view.dossier.settings
    about: dict[str, object] = {
        "name": plain(settings.title),
        "description": plain(settings.description),
        "inLanguage": settings.language,
    }
    yield node("WebSite", view.url(START), **about, url=view.url(START))
    yield node(
        "Dataset",
        view.url(DATA),
        **about,
        url=view.url(DATA),
        isPartOf=reference(view.url(START)),
        isBasedOn=[reference(view.url(source_page(source))) for source in view.sources],
        distribution=[
            node("DataDownload", name=file, contentUrl=view.url(place(file)), encodingFormat=media_type)
            for file, media_type in MEDIA_TYPES.items()
        ],
    )
