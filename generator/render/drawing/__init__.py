"""The pictures of the dossier: SVG written by hand, in the colours of the page, the same bytes on every machine."""
