"""The flow: seeds/ to documents, to annotations, to a dossier, to pages, to docs/, to site/. One function a command.

Each is loaded with its module when somebody asks for it: whoever generates need not wait for what builds the site.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.pipeline.annotations import annotate_files, write_annotations
    from generator.pipeline.dossier import build_dossier, generate, issues, outdated, pages
    from generator.pipeline.keeping import candidates, differences, export_ftm, record_changes, write_candidates
    from generator.pipeline.site import build_site, print_pdf, serve

__all__ = [
    "annotate_files",
    "build_dossier",
    "build_site",
    "candidates",
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

_MODULES = ("dossier", "annotations", "keeping", "site")
"""What is asked for most comes first, what takes longest to load comes last."""


def __getattr__(name: str) -> object:
    """The function `name` of the first module that has it (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    modules = (import_module(f"{__name__}.{module}") for module in _MODULES)
    return next(getattr(module, name) for module in modules if hasattr(module, name))
