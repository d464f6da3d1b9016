"""docs/ to site/, to a PDF, to a browser that shows what changes."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from typing import TYPE_CHECKING

from generator.export.jsonld import fragments
from generator.model.address import source_page
from generator.model.edtf import bounds, w3c
from generator.pipeline.dossier import generate
from generator.pipeline.progress import silent
from generator.publish import settled
from generator.read.project import read_project
from generator.render.labels import labels
from generator.site import ONLINE, Edition
from generator.site.build import build_site as run_site
from generator.site.engine import identity, interface
from generator.site.pdf import write_pdf
from generator.site.serve import local_url
from generator.site.serve import serve as serve_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.model.document import Document
    from generator.model.settings import Settings
    from generator.pipeline.progress import Progress
    from generator.site import Delivery, Engine


def build_site(
    project: Path,
    engine: Engine,
    progress: Progress = silent,
    url: str | None = None,
    delivery: Delivery = ONLINE,
) -> None:
    """Build site/ from docs/; `url` stands in for the address of the settings, `delivery` says how it is read."""
    settings, _, documents = read_project(project)
    published = [bounds(d.meta.published)[1] for d in documents if d.meta.published]
    newest = max(published, default=dt.date(1970, 1, 1))
    seconds = int(dt.datetime.combine(newest, dt.time(), dt.UTC).timestamp())
    address = url or settings.site_url
    identified = identity(settings.title, address, max(seconds, 0))
    with settled(project / "docs"):
        run_site(
            project,
            engine,
            progress,
            identified | interface(settings.language, labels(settings.language).words),
            _linked_data(project, settings.site_url),
            edition=_edition(settings, documents),
            delivery=delivery,
        )


def print_pdf(project: Path, output: Path, progress: Progress = silent) -> None:
    """Build site/ and print all of it into the file `output`; InputError if there is no Chromium or it fails."""
    build_site(project, "mkdocs", progress)
    settings, _, documents = read_project(project)
    progress("printing", 0, 1)
    write_pdf(project / "site", _edition(settings, documents), output)


def serve(project: Path, port: int, say: Callable[[str], None]) -> None:
    """Build, show the site on this machine and rebuild what changes, until Ctrl-C."""
    serve_site(project, partial(_rebuild, project, local_url(port)), port, say)


def _rebuild(project: Path, url: str) -> None:
    generate(project)
    build_site(project, "mkdocs", url=url)


def _edition(settings: Settings, documents: Sequence[Document]) -> Edition:
    """What the finishing step needs of the dossier; dates as precise as the sources give them."""
    pages = {source_page(document.id).replace(".md", ".html"): document.meta for document in documents}
    return Edition(
        title=settings.title,
        words=labels(settings.language).words,
        indexed=settings.indexed,
        dates={page: w3c(meta.published) for page, meta in pages.items() if meta.published},
        languages={page: meta.language for page, meta in pages.items()},
    )


def _linked_data(project: Path, address: str) -> dict[str, str]:
    """The JSON-LD of each page, from the file that `generate` wrote."""
    file = project / "docs" / "daten" / "dossier.jsonld"
    return fragments(json.loads(file.read_text(encoding="utf-8"))["@graph"], address) if file.is_file() else {}
