"""What the annotators say about a document: spans that stand off its text.

Every class that a rule produces carries `rule`, the rule's name, so that a surprise can be explained.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model.anchors import sentence_anchors

if TYPE_CHECKING:
    from generator.model.document import Document
    from generator.model.ids import Certainty, Edtf, EntityId, Kind, QuotationType
    from generator.model.span import Span


class BlockKind(StrEnum):
    """What a block of a document is; the values are public (`docs/daten/dossier.json`)."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document of one kind; blocks do not overlap and stand in text order.

    `rule` names the rule that decided, for boilerplate also what it is (`rubric`, `byline`, `teaser`, `agency-line`,
    `crawler-prefix`, `front-matter`).
    """

    kind: BlockKind
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark with its part of speech (STTS as the tagger gives it) and its lemma."""

    span: Span
    text: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block that is not boilerplate; `block` is the block's index."""

    span: Span
    block: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """A document cut into blocks, sentences and tagged tokens: what every annotator starts from."""

    document: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    def touched(self, span: Span) -> range:
        """The numbers (from 0) of the sentences that `span` overlaps, found in logarithmic time."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.end)
        return range(first, max(first, bisect_left(self.sentences, span.end, key=lambda sentence: sentence.span.start)))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text.

    `name` is the full name it stands for (a later "Putin" has the name "Wladimir Putin", a metonym "Moskau" the
    state's name), the surface where nothing better is known. `candidates` are all entities that it could mean;
    `entity` is set only if exactly one remains. `roles` are words of the closed list in `annotate/roles.py`
    ("expert", "spokesperson", …).
    """

    span: Span
    kind: Kind
    name: str
    rule: str
    entity: EntityId | None = None
    metonym: bool = False
    candidates: tuple[EntityId, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks or through which outlet: the words that name them, and the entity if it is certain."""

    span: Span
    name: str
    entity: EntityId | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words.

    The span of a direct quotation excludes its quotation marks. `cue` is the verb or phrase of saying.
    `running` marks indirect speech that runs on without a cue of its own (its Konjunktiv alone shows it).
    `speakers` holds several parties when several people state one thing together, in text order.
    """

    type: QuotationType
    span: Span
    rule: str
    cue: Span | None = None
    speakers: tuple[Party, ...] = ()
    outlet: Party | None = None
    running: bool = False


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """Words that name a time, and their reading as EDTF."""

    span: Span
    edtf: Edtf
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause (or a whole sentence) that claims something, with its certainty and the words that decided it."""

    span: Span
    certainty: Certainty
    rule: str
    triggers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with everything the annotators found in it, each list in text order."""

    parse: Parse
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def document(self) -> Document:
        """The document that the annotations stand off from."""
        return self.parse.document

    @property
    def title(self) -> str:
        """The title that people wrote, else the printed one, else the id."""
        printed = (block.span for block in self.parse.blocks if block.kind is BlockKind.TITLE)
        document = self.document
        return document.meta.title or next((span.of(document.text) for span in printed), "") or document.id

    @property
    def anchors(self) -> tuple[str, ...]:
        """An anchor for each sentence."""
        return sentence_anchors(self.parse)

    @property
    def wordings(self) -> tuple[tuple[Edtf, str], ...]:
        """Each date with each way to word it, on one line and once."""
        text = self.document.text
        return tuple(dict.fromkeys((date.edtf, " ".join(date.span.of(text).split())) for date in self.dates))
