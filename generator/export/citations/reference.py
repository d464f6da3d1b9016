"""A source as something that can be cited: what all three formats say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.export.text import plain, web_address
from generator.export.view import view as look_up
from generator.model.address import source_page

if TYPE_CHECKING:
    from generator.export.view import View
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier
    from generator.model.ids import Edtf, SourceId


@dataclass(frozen=True, slots=True)
class Reference:
    """One source. `page` is where the dossier shows it; texts are on one line, None: not known."""

    id: SourceId
    title: str
    authors: tuple[str, ...]
    outlet: str | None
    agencies: tuple[str, ...]
    published: Edtf | None
    accessed: Edtf | None
    url: str | None
    language: str
    page: str


def references(dossier: Dossier) -> tuple[Reference, ...]:
    """The sources in the order of the dossier."""
    return references_of(look_up(dossier))


def references_of(view: View) -> tuple[Reference, ...]:
    """As `references`, where everything has been looked up."""
    return tuple(_reference(view, source) for source in view.dossier.sources)


def _reference(view: View, source: AnnotatedDocument) -> Reference:
    document, meta = source.document, source.document.meta
    return Reference(
        id=document.id,
        title=plain(source.title),
        authors=tuple(map(plain, meta.authors)),
        outlet=view.name(meta.outlet),
        agencies=tuple(filter(None, map(view.name, meta.agencies))),
        published=meta.published,
        accessed=meta.accessed,
        url=web_address(meta.url),
        language=meta.language,
        page=view.url(source_page(document.id)),
    )
