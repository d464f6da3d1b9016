"""The sources of a dossier for reference managers: CSL-JSON, BibTeX and RIS."""
