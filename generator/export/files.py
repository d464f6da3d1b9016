"""Everything under `docs/daten/` but its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export import dossier as json
from generator.export import feed, graphml, jsonld, tables
from generator.export import followthemoney as ftm
from generator.export.catalogue import MEDIA_TYPES, place
from generator.export.citations import bibtex, csl, ris
from generator.export.parts import pieces_of
from generator.export.schemas import SCHEMAS, schema
from generator.export.text import utf8
from generator.export.view import view as look_up
from generator.model.page import DataFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.export.parts import PiecesOf
    from generator.model.dossier import Dossier
    from generator.model.excerpts import Excerpts
    from generator.model.ids import SourceId
    from generator.model.page import Bytes


def data_files(
    dossier: Dossier, made: PiecesOf = pieces_of, known: Mapping[SourceId, Excerpts] | None = None
) -> tuple[DataFile, ...]:
    """The dossier in every format, in the order of the catalogue.

    `made` gives the pieces of the files; `known` is what of each source may be published, if that has been found out.
    """
    view = look_up(dossier, known)
    pieces = made(view)
    contents: dict[str, Sequence[Bytes]] = {
        **{name: (utf8(schema(name)),) for name in SCHEMAS},
        "dossier.json": json.written(dossier, pieces),
        "dossier.jsonld": jsonld.written(view, pieces),
        "dossier.graphml": graphml.written(pieces),
        "ftm.jsonl": ftm.written(pieces),
        "feed.xml": feed.written(view, pieces),
        "quellen.csl.json": csl.written(pieces),
        "quellen.bib": bibtex.written(pieces),
        "quellen.ris": ris.written(pieces),
        "csv/csv-metadata.json": (utf8(tables.table_metadata()),),
        **{f"csv/{file}": content for file, content in tables.written(pieces).items()},
    }
    return tuple(DataFile(place(file), contents[file]) for file in MEDIA_TYPES)
