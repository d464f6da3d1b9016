"""The ledgers for maintainers and curious readers: metonyms, shared surnames, figures, and what yielded nothing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.german.clauses import finite_verbs
from generator.german.figures import read_figures
from generator.german.names.forms import bases
from generator.model.annotation import BlockKind
from generator.model.ids import Kind
from generator.model.ledger import Figure, Ledgers, Reading, Silence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.corpus import Corpus
    from generator.assemble.scene import Scene
    from generator.model.annotation import AnnotatedDocument, Mention
    from generator.model.ids import EntityId, SourceId

_AT_PICTURES = {BlockKind.CAPTION: "caption", BlockKind.CREDIT: "credit"}
NO_VERB, NO_CLAIM = "no-verb", "no-claim"


def find_ledgers(corpus: Corpus, scenes: tuple[Scene, ...]) -> Ledgers:
    """All ledgers of the sources."""
    silent = {source: tuple(group) for source, group in groupby(scenes, key=_source)}
    return Ledgers(
        metonyms=tuple(r for source in corpus.sources for r in _metonyms(corpus, source)),
        surnames=tuple(r for source in corpus.sources for r in _surnames(corpus, source)),
        figures=tuple(figure for scene in scenes for figure in _figures(scene)),
        silences=tuple(
            silence for source in corpus.sources for silence in _silences(source, silent.get(source.document.id, ()))
        ),
    )


def _source(scene: Scene) -> SourceId:
    return scene.source


def _metonyms(corpus: Corpus, source: AnnotatedDocument) -> Iterator[Reading]:
    """Each name of a city that stands for a government, and each that could but here means the city."""
    for mention in source.mentions:
        forms = bases(mention.span.of(source.document.text))
        governments = next((found for form in forms if (found := corpus.names.governments.get(form))), ())
        cities = tuple(place for form in forms if (place := corpus.names.places.get(form)))
        read = corpus.entity_of(mention)
        if mention.metonym or governments:
            candidates = (*governments, *cities, *((read,) if read else ()))
            yield _reading(corpus, source, mention, tuple(dict.fromkeys(candidates)))


def _surnames(corpus: Corpus, source: AnnotatedDocument) -> Iterator[Reading]:
    """Each mention of a person by a single name that belongs to several: „Welcher Kim?“."""
    for mention in source.mentions:
        if mention.kind is not Kind.PERSON:
            continue
        surface = mention.span.of(source.document.text)
        candidates = next((found for form in bases(surface) if (found := corpus.names.sharing.get(form))), ())
        if candidates or len(mention.candidates) > 1:
            yield _reading(corpus, source, mention, candidates or mention.candidates)


def _reading(corpus: Corpus, source: AnnotatedDocument, mention: Mention, candidates: tuple[EntityId, ...]) -> Reading:
    return Reading(source.document.id, mention.span, corpus.entity_of(mention), candidates, mention.rule)


def _figures(scene: Scene) -> Iterator[Figure]:
    """The figures of a sentence but for those of dates and of names (KN-23)."""
    for read in read_figures(scene.sentence.tokens):
        taken = [*(date.span for date in scene.dates), *(mention.span for mention in scene.mentions)]
        if not any(span.overlaps(read.number) for span in taken):
            values = tuple(format(value.normalize(), "f") for value in read.values)
            yield Figure(scene.source, read.span, values, read.unit, read.flags)


def _silences(source: AnnotatedDocument, scenes: tuple[Scene, ...]) -> Iterator[Silence]:
    blocks = source.parse.blocks
    identity = source.document.id
    found = [Silence(identity, b.span, b.rule) for b in blocks if b.kind is BlockKind.BOILERPLATE]
    for scene in scenes:
        if not scene.statements:
            kind = blocks[scene.sentence.block].kind
            verbless = NO_VERB if not finite_verbs(scene.sentence.tokens) else NO_CLAIM
            found.append(Silence(identity, scene.sentence.span, _AT_PICTURES.get(kind, verbless)))
    yield from sorted(found, key=lambda silence: silence.span)
