"""Annotated documents for the tests of `assemble`, `check` and `export`: annotations are named by their words."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.annotate.layout import find_blocks
from generator.annotate.sentences import find_sentences
from generator.model.annotation import AnnotatedDocument, Claim, Mention, Parse, Party, Quotation, TemporalExpression
from generator.model.document import Document, Metadata
from generator.model.ids import Certainty, Edtf, Kind, QuotationType, SourceId
from generator.model.span import Span


@dataclass
class Article:
    """Collects annotations of `text`; words are found by their `nth` occurrence (from 1)."""

    text: str
    id: str = "probe"
    published: str | None = "2024-03-05"
    mentions: list[Mention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    dates: list[TemporalExpression] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def name(self, words: str, kind: Kind, name: str = "", nth: int = 1, **more: object) -> None:
        self.mentions.append(Mention(self.span(words, nth), kind, name or words, "test", **more))  # type: ignore[arg-type]

    def quote(self, words: str, kind: QuotationType, speaker: str = "", name: str = "", outlet: str = "") -> None:
        speakers = (Party(self.span(speaker), name or speaker),) if speaker else ()
        through = Party(self.span(outlet), outlet) if outlet else None
        self.quotations.append(Quotation(kind, self.span(words), "test", speakers=speakers, outlet=through))

    def date(self, words: str, edtf: str) -> None:
        self.dates.append(TemporalExpression(self.span(words), Edtf(edtf), "test"))

    def claim(self, words: str, certainty: Certainty, *triggers: str, nth: int = 1) -> None:
        self.claims.append(Claim(self.span(words, nth), certainty, "test", tuple(map(self.span, triggers))))

    def annotated(self, **meta: object) -> AnnotatedDocument:
        published = Edtf(self.published) if self.published else None
        metadata = Metadata(published=published, **meta)  # type: ignore[arg-type]
        document = Document(SourceId(self.id), f"seeds/articles/{self.id}.txt", self.text, "0" * 64, metadata)
        blocks = find_blocks(document)
        parse = Parse(document, blocks, find_sentences(self.text, blocks))
        return AnnotatedDocument(
            parse, tuple(self.mentions), tuple(self.quotations), tuple(self.dates), tuple(self.claims)
        )
