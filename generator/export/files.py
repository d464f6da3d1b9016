"""Everything under `docs/daten/` but its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export import dossier as json
from generator.export import feed, graphml, jsonld
from generator.export import followthemoney as ftm
from generator.export.catalogue import MEDIA_TYPES, place
from generator.export.citations import bibtex, csl, ris
from generator.export.citations.reference import references_of
from generator.export.parts import LISTS, SPLIT, parts_of
from generator.export.schemas import SCHEMAS, schema
from generator.export.tables import table_metadata
from generator.export.tables import written as written_tables
from generator.export.view import view as look_up
from generator.model.page import Page

if TYPE_CHECKING:
    from generator.export.parts import PartsOf
    from generator.model.dossier import Dossier


def data_files(dossier: Dossier, made: PartsOf = parts_of) -> tuple[Page, ...]:
    """The dossier in every format, in the order of the catalogue; `made` gives the parts of each source."""
    view = look_up(dossier)
    found = [made(view, source) for source in view.each]
    references = references_of(view)
    contents = {name: schema(name) for name in SCHEMAS} | {
        "dossier.json": json.written(dossier, {name: [p[f"dossier.json {name}"] for p in found] for name in LISTS}),
        "dossier.jsonld": jsonld.written(view, [parts["dossier.jsonld"] for parts in found]),
        "dossier.graphml": graphml.written(view),
        "ftm.jsonl": ftm.written(view, [parts["ftm.jsonl"] for parts in found]),
        "feed.xml": feed.written(view),
        "quellen.csl.json": csl.written(references),
        "quellen.bib": bibtex.written(references),
        "quellen.ris": ris.written(references),
        "csv/csv-metadata.json": table_metadata(),
    }
    split = {f"{name}.csv": [parts[f"{name}.csv"] for parts in found] for name in SPLIT}
    contents |= {f"csv/{file}": content for file, content in written_tables(view, split).items()}
    return tuple(Page(place(file), contents[file]) for file in MEDIA_TYPES)
