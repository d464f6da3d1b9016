"""`docs/daten/ftm.jsonl`: entities of the FollowTheMoney model, one a line, for Aleph and its relatives.

The file is written without the `followthemoney` package, so that it does not depend on what is installed. With the
package (`pip install dossier[ftm]`), `checked.accepted` runs every entity through it.

Model: followthemoney.tech, version 4. Weapons, topics and places have no class there and are left out; what is supplied
is named in the link. What is not plainly asserted says so in its name or role: `supplies (possible)`.
"""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING

from generator.export.followthemoney.links import links
from generator.export.followthemoney.nodes import articles, events, mentions, parties
from generator.export.json import dumped
from generator.export.text import utf8
from generator.export.view import units
from generator.export.view import view as look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.export.followthemoney.values import Json
    from generator.export.pieces import Parts, Pieces
    from generator.export.view import View
    from generator.model.dossier import Dossier
    from generator.model.page import Bytes


def ftm(dossier: Dossier) -> str:
    """All entities, a JSON object a line."""
    return _lines(ftm_entities(dossier)).decode("utf-8", "surrogatepass")


def ftm_entities(dossier: Dossier) -> Iterator[Json]:
    """Each entity as `{"id", "schema", "properties"}`: who is involved, events, sources, mentions, links."""
    for entities, one in product(_LISTS.values(), units(look_up(dossier))):
        yield from entities(one)


def parts(view: View) -> Parts:
    """The entities of what `view` holds."""
    return {f"ftm.jsonl {name}": _lines(entities(view)) for name, entities in _LISTS.items()}


def written(pieces: Pieces) -> Sequence[Bytes]:
    """As `ftm`, put together from pieces."""
    return [*chain.from_iterable(pieces.get(f"ftm.jsonl {name}", ()) for name in _LISTS)]


def _sources(view: View) -> Iterator[Json]:
    return chain(articles(view), mentions(view))


def _lines(entities: Iterable[Json]) -> bytes:
    return utf8("".join(f"{dumped(entity)}\n" for entity in entities))


_LISTS = {"parties": parties, "events": events, "sources": _sources, "links": links}
"""The entities of parts of the dossier, in the order of the file."""
