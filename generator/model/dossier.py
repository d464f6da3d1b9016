"""The dossier: everything the sources say, put together, each value with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.ids import AliasKind, Certainty, Origin, Status
from generator.model.ledger import Ledgers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.annotation import AnnotatedDocument
    from generator.model.change import ChangeRecord
    from generator.model.ids import Edtf, EntityId, Kind, QuotationType, SourceId
    from generator.model.registry import Alias, Citation
    from generator.model.settings import Settings
    from generator.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of a source that a value rests on."""

    source: SourceId
    span: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one property. `evidence` is empty only where `origin` is external (then `citation` is set)."""

    property: str
    value: str
    certainty: Certainty
    origin: Origin
    evidence: tuple[Evidence, ...] = ()
    entity: EntityId | None = None
    date: Edtf | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name; `aliases` are those of the registry.

    `forms` are the surfaces under which the sources mention it, most frequent first (ties: alphabetical). `formerly`
    are earlier ids, or earlier places with their folder: `akteure/anna-berg`. `language` (BCP 47) is that of the name,
    empty unless it is foreign.
    """

    id: EntityId
    kind: Kind
    name: str
    status: Status = Status.REVIEWED
    actor: bool = False
    expert: bool = False
    aliases: tuple[Alias, ...] = ()
    forms: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    summary: Fact | None = None
    facts: tuple[Fact, ...] = ()
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention that is linked. `form` are its words, `sentence` is the span around it, `rule` names what found it."""

    entity: EntityId
    source: SourceId
    span: Span
    sentence: Span
    form: str
    metonym: bool = False
    alias: AliasKind | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who holds a statement: `entity` if it is certain, else the words of the source alone."""

    name: str
    entity: EntityId | None = None


@dataclass(frozen=True, slots=True)
class EntityQuotation:
    """Somebody's words, with an id that depends on those words and not on their place.

    `formerly` are the ids that the same words have had under other ids of their source; `rule` names what found it.
    """

    id: str
    type: QuotationType
    source: SourceId
    span: Span
    speakers: tuple[Speaker, ...] = ()
    outlet: Speaker | None = None
    running: bool = False
    formerly: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is claimed, by whom, through which outlet, in which source, and how certainly.

    `holders` empty: the article itself. `type` None: the article's own words. `about` are the entities that the
    wording names. `said` is when it was said (the source's publication date where the text says nothing),
    `speaks_of` the times that the wording names. `sentence` is the whole sentence, `context` the one before it
    where the sentence points back to it. `formerly` are the ids that the same words have had under other ids of the
    source, `rule` names what found it.
    """

    id: str
    source: SourceId
    span: Span
    sentence: Span
    certainty: Certainty
    triggers: tuple[Span, ...] = ()
    type: QuotationType | None = None
    holders: tuple[Speaker, ...] = ()
    outlet: Speaker | None = None
    about: tuple[EntityId, ...] = ()
    said: Edtf | None = None
    speaks_of: tuple[Edtf, ...] = ()
    context: Span | None = None
    formerly: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned or is claimed; `edtf` None: no source gives a date.

    `sort` is what it is ("meeting", german/happenings.tsv), `rule` names the rule that extracted it, `formerly` are
    its earlier ids and those of extracted events that this one stands for.
    """

    id: EntityId
    title: str
    edtf: Edtf | None
    certainty: Certainty
    origin: Origin
    evidence: tuple[Evidence, ...]
    participants: tuple[EntityId, ...] = ()
    location: EntityId | None = None
    sort: str = ""
    rule: str = ""
    formerly: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed, directed relation between two entities of the dossier.

    `item` is what is supplied, for `supplies`; `holders` say so (none: the sources themselves). `rule` names the rule
    that extracted it.
    """

    id: str
    type: str
    subject: EntityId
    object: EntityId
    certainty: Certainty
    origin: Origin
    evidence: tuple[Evidence, ...]
    item: EntityId | None = None
    holders: tuple[EntityId, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute, with the ids of its statements; `unlinked` are holders whom only their words name."""

    stance: str
    holders: tuple[EntityId, ...]
    statements: tuple[str, ...]
    unlinked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A matter on which the sources let at least two sides speak; never a verdict.

    `rule` names the rule that extracted it, `formerly` are earlier ids whose pages lead here.
    """

    id: EntityId
    title: str
    sides: tuple[Side, ...]
    origin: Origin = Origin.REGISTRY
    rule: str = ""
    formerly: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a source with everything under it; `topic` is the entity of kind `topic` that it belongs to."""

    source: SourceId
    heading: Span | None  # None: what stands before the first heading
    span: Span
    topic: EntityId | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention or a quotation that the rules would not decide; a person can, in the registry."""

    source: SourceId
    span: Span
    candidates: tuple[EntityId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole. Sources in the order of (published, id), entities by (kind, id), the rest in text order.

    `changes` is what people recorded of its history, the newest first. The long lists may be `Listed`
    (generator/model/postings.py), whose nouns are made when somebody asks for them.
    """

    settings: Settings
    sources: tuple[AnnotatedDocument, ...]
    entities: tuple[Entity, ...] = ()
    mentions: Sequence[EntityMention] = ()
    quotations: Sequence[EntityQuotation] = ()
    statements: Sequence[Statement] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sections: Sequence[Section] = ()
    unresolved: tuple[Unresolved, ...] = ()
    ledgers: Ledgers = field(default_factory=Ledgers)
    nouns: frozenset[str] = frozenset()
    changes: tuple[ChangeRecord, ...] = ()
