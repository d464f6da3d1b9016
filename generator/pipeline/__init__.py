"""The flow: seeds/ to documents, to annotations, to a dossier, to pages, to docs/, to site/. One function a command."""

from generator.check import counts
from generator.pipeline.annotations import annotate_files, write_annotations
from generator.pipeline.dossier import build_dossier, generate, issues, outdated, pages
from generator.pipeline.keeping import candidates, differences, export_ftm, record_changes, write_candidates
from generator.pipeline.site import build_site, print_pdf, serve

__all__ = [
    "annotate_files",
    "build_dossier",
    "build_site",
    "candidates",
    "counts",
    "differences",
    "export_ftm",
    "generate",
    "issues",
    "outdated",
    "pages",
    "print_pdf",
    "record_changes",
    "serve",
    "write_annotations",
    "write_candidates",
]
