"""Makes the trained files of `generator/german/names/`; nothing here runs when a dossier is built."""
