"""Everything under `docs/daten/` but its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.export.catalogue import MEDIA_TYPES, place
from generator.export.citations.bibtex import bibtex
from generator.export.citations.csl import csl_json
from generator.export.citations.ris import ris
from generator.export.dossier import dossier_json
from generator.export.feed import feed
from generator.export.followthemoney import ftm
from generator.export.graphml import graphml
from generator.export.jsonld import jsonld
from generator.export.schemas import SCHEMAS, schema
from generator.export.tables import table_metadata, tables
from generator.model.page import Page

if TYPE_CHECKING:
    from generator.model.dossier import Dossier


def data_files(dossier: Dossier) -> tuple[Page, ...]:
    """The dossier in every format, in the order of the catalogue."""
    contents = {name: schema(name) for name in SCHEMAS} | {
        "dossier.json": dossier_json(dossier),
        "dossier.jsonld": jsonld(dossier),
        "dossier.graphml": graphml(dossier),
        "ftm.jsonl": ftm(dossier),
        "feed.xml": feed(dossier),
        "quellen.csl.json": csl_json(dossier),
        "quellen.bib": bibtex(dossier),
        "quellen.ris": ris(dossier),
        "csv/csv-metadata.json": table_metadata(),
    }
    contents |= {f"csv/{file}": content for file, content in tables(dossier).items()}
    return tuple(Page(place(file), contents[file]) for file in MEDIA_TYPES)
