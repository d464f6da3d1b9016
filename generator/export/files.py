"""Everything under `docs/daten/` but its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export import dossier as json
from generator.export import feed, graphml, jsonld
from generator.export import followthemoney as ftm
from generator.export.catalogue import MEDIA_TYPES, place
from generator.export.citations import bibtex, csl, ris
from generator.export.citations.reference import references_of
from generator.export.parts import LISTS, SPLIT, names_in, parts_of
from generator.export.schemas import SCHEMAS, schema
from generator.export.tables import table_metadata
from generator.export.tables import written as written_tables
from generator.export.text import utf8
from generator.export.view import view as look_up
from generator.model.page import DataFile

if TYPE_CHECKING:
    from generator.export.parts import PartsOf
    from generator.model.dossier import Dossier


def data_files(dossier: Dossier, made: PartsOf = parts_of) -> tuple[DataFile, ...]:
    """The dossier in every format, in the order of the catalogue; `made` gives the parts of each source."""
    view = look_up(dossier)
    found = made(view)
    references = references_of(view)
    texts = {name: schema(name) for name in SCHEMAS} | {
        "dossier.graphml": graphml.written(view),
        "feed.xml": feed.written(view),
        "quellen.csl.json": csl.written(references),
        "quellen.bib": bibtex.written(references),
        "quellen.ris": ris.written(references),
        "csv/csv-metadata.json": table_metadata(),
    }
    contents = {file: utf8(text) for file, text in texts.items()} | {
        "dossier.json": json.written(dossier, {name: [p[f"dossier.json {name}"] for p in found] for name in LISTS}),
        "dossier.jsonld": jsonld.written(view, [parts["dossier.jsonld"] for parts in found]),
        "ftm.jsonl": ftm.written(view, [parts["ftm.jsonl"] for parts in found]),
    }
    split = {table.file: [parts[name] for name in names_in(table) for parts in found] for table in SPLIT}
    contents |= {f"csv/{file}": content for file, content in written_tables(view, split).items()}
    return tuple(DataFile(place(file), contents[file]) for file in MEDIA_TYPES)
