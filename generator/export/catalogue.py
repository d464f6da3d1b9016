"""The files under /daten/ that other programs read: their names and what they hold."""

from __future__ import annotations

FOLDER = "daten"

MEDIA_TYPES: dict[str, str] = {
    "dossier.json": "application/json",
    "dossier.schema.json": "application/schema+json",
    "annotation.schema.json": "application/schema+json",
    "dossier.jsonld": "application/ld+json",
    "dossier.graphml": "application/graphml+xml",
    "ftm.jsonl": "application/x-ndjson",
    "feed.xml": "application/atom+xml",
    "quellen.csl.json": "application/vnd.citationstyles.csl+json",
    "quellen.bib": "application/x-bibtex",
    "quellen.ris": "application/x-research-info-systems",
    "csv/csv-metadata.json": "application/csvm+json",
    "csv/sources.csv": "text/csv",
    "csv/entities.csv": "text/csv",
    "csv/names.csv": "text/csv",
    "csv/facts.csv": "text/csv",
    "csv/mentions.csv": "text/csv",
    "csv/quotations.csv": "text/csv",
    "csv/statements.csv": "text/csv",
    "csv/events.csv": "text/csv",
    "csv/relations.csv": "text/csv",
    "csv/disputes.csv": "text/csv",
    "csv/dates.csv": "text/csv",
    "csv/readings.csv": "text/csv",
    "csv/figures.csv": "text/csv",
    "csv/silences.csv": "text/csv",
    "csv/unresolved.csv": "text/csv",
}
"""In the order in which they are offered; a test holds `data_files` to it."""


def place(file: str) -> str:
    """The path of a file relative to `docs/`."""
    return f"{FOLDER}/{file}"
