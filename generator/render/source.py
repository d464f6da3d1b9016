"""A source as pages see it, and the passages of it that they show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model.address import source_page
from generator.model.annotation import BlockKind
from generator.model.span import Span
from generator.render.lookup import Lookup, place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.annotation import AnnotatedDocument
    from generator.model.excerpts import Excerpts
    from generator.model.ids import Edtf
    from generator.render.lookup import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as evidence: its number (from 0), its anchor, its words with the sentence before that it belongs to.

    Without an anchor and words if it may not be published.
    """

    number: int
    anchor: str
    words: str


@dataclass(frozen=True)
class Source:
    """A source as pages see it: its place in the dossier (from 1), its page, and where in the text what stands.

    `excerpts` is what its rights allow to publish. Pages that are not about the source ask for the single words and
    passages that they show, so that they depend on no others.
    """

    annotated: AnnotatedDocument
    number: int
    page: str
    title: str
    published: Edtf | None
    excerpts: Excerpts

    @property
    def text(self) -> str:
        """The text that spans point into."""
        return self.annotated.document.text

    @cached_property
    def shown(self) -> frozenset[Place]:
        """The places of the sentences that may be published."""
        return frozenset(map(place, self.excerpts.shown))

    @cached_property
    def leads(self) -> tuple[Span, ...]:
        """The sentences under the title that may be published."""
        return self._sentences_of(BlockKind.LEAD)

    @cached_property
    def body(self) -> tuple[Span, ...]:
        """The sentences of its paragraphs that may be published."""
        return self._sentences_of(BlockKind.PARAGRAPH)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """An anchor for each sentence."""
        return self.annotated.anchors

    @cached_property
    def words(self) -> Mapping[Place, str]:
        """What stands at a place of the text."""
        return Lookup(lambda place: self.text[slice(*place)])

    @cached_property
    def passages(self) -> Mapping[Place, tuple[Passage, ...]]:
        """The sentences that a place touches."""
        return Lookup(lambda place: tuple(map(self._passage, self.sentences(Span(*place)))))

    def shows(self, span: Span) -> bool:
        """Whether a sentence may be published."""
        return place(span) in self.shown

    def _sentences_of(self, kind: BlockKind) -> tuple[Span, ...]:
        parse = self.annotated.parse
        return tuple(s.span for s in parse.sentences if parse.blocks[s.block].kind is kind and self.shows(s.span))

    def _passage(self, number: int) -> Passage:
        sentences = self.annotated.parse.sentences
        this, before = sentences[number], sentences[number - 1] if number else None
        if not self.shows(this.span):
            return Passage(number, "", "")
        words = " ".join(this.span.of(self.text).split())
        if before and before.block == this.block and self.shows(before.span):
            words = " ".join((*before.span.of(self.text).split(), words))
        return Passage(number, self.anchors[number], words)

    def sentences(self, span: Span) -> range:
        """Find the numbers (from 0) of the sentences that `span` touches; empty where there is none."""
        return self.annotated.parse.touched(span)


def seen(annotated: AnnotatedDocument, number: int, excerpts: Excerpts) -> Source:
    """`annotated` as pages see it: the source with this `number`, of which `excerpts` may be published."""
    document = annotated.document
    return Source(
        annotated=annotated,
        number=number,
        page=source_page(document.id),
        title=annotated.title,
        published=document.meta.published,
        excerpts=excerpts,
    )
