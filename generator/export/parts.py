"""What a part of the dossier adds to every file of `docs/daten/`.

A part is a source with its lists, or some of what belongs to no single source. It is made from a view that holds
nothing else, so it does not change when others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export import dossier as json
from generator.export import feed, graphml, jsonld, tables
from generator.export import followthemoney as ftm
from generator.export.citations import bibtex, csl, ris
from generator.export.citations.reference import references_of
from generator.export.pieces import collected
from generator.export.view import anchors, units

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.export.pieces import Parts, Pieces
    from generator.export.view import View

    PiecesOf = Callable[[View], Pieces]
ANCHORS = "anchors"
"""A part of a source that belongs to no file: it spares those who refer to the source finding them again."""


def pieces_of(view: View) -> Pieces:
    """The pieces of every file."""
    return collected(map(make_parts, units(view)))


def make_parts(view: View) -> Parts:
    """What the nouns that `view` is narrowed to add; a list to which they add nothing is left out."""
    references = references_of(view)
    found = {
        **json.parts(view),
        **jsonld.parts(view),
        **graphml.parts(view),
        **ftm.parts(view),
        **tables.parts(view),
        ANCHORS: anchors(view),
        "feed.xml": feed.entry(view),
        "quellen.csl.json": csl.items(references),
        "quellen.bib": bibtex.entries(references),
        "quellen.ris": ris.records(references),
    }
    return {name: part for name, part in found.items() if part}
