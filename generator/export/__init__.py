"""The dossier for other programs: one module a format."""
