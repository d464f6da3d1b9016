"""A dossier and its files, with all that did not change remembered."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.assemble import join
from generator.cache import remembering
from generator.cache.answers import Answers
from generator.cache.contributions import contributions
from generator.cache.data import remembering_parts
from generator.cache.pages import Pages, remembered
from generator.cache.run import code
from generator.export.files import data_files
from generator.render import tasks
from generator.render.context import build_context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.cache.contributions import Kept
    from generator.model.document import Document
    from generator.model.dossier import Dossier
    from generator.model.ids import SourceId
    from generator.model.registry import Registry
    from generator.model.settings import Settings

    Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A dossier, and what each of its sources contributes."""

    dossier: Dossier
    contributions: Sequence[Kept]

    @property
    def digests(self) -> Mapping[SourceId, str]:
        """The hash of what each source contributes."""
        return {kept.contribution.source.document.id: kept.digest for kept in self.contributions}


def gather(
    cache: Path, settings: Settings, registry: Registry, documents: Sequence[Document], progress: Progress
) -> Gathered:
    """Put the dossier together; only sources that changed, or of which a name means something else now, are read."""
    annotate, shown = remembering(cache / "annotations"), partial(progress, "reading the articles")
    names, found = contributions(cache / "contributions", registry, documents, annotate, shown)
    dossier = join(settings, registry, names, (kept.contribution for kept in found))
    return Gathered(dossier, found)


def renew(cache: Path, found: Gathered, on_disk: Mapping[str, str]) -> Pages:
    """The files of docs/; of pages that nothing changed and that are whole `on_disk` (by path) only the hashes."""
    context, version = build_context(found.dossier), code()
    answers = Answers(context, found.digests)
    made = remembered(cache / "pages.json", version, tasks(context), answers, on_disk)
    shown = {identity: source.excerpts for identity, source in context.sources.items()}
    files = data_files(found.dossier, remembering_parts(cache / "data", version, found.digests), shown)
    return Pages((*made.made, *files), made.standing)


@contextmanager
def no_collector() -> Iterator[None]:
    """Hold back the search for circular garbage: nouns never point in circles, and there are a million of them."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
