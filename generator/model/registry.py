"""What people have decided about the world of the dossier, and on which sentence each decision rests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.ids import AliasKind, Certainty, Status

if TYPE_CHECKING:
    from generator.model.change import ChangeRecord
    from generator.model.ids import Edtf, EntityId, Kind, SourceId


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value was written: a file relative to the project and a line (from 1), for messages."""

    path: str
    line: int


NOWHERE = Place("", 0)
"""For values that no message will ever be about."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a source that something rests on: `text` stands verbatim in the source.

    Where the words occur more than once, `nth` (from 1) says which occurrence is meant.
    """

    source: SourceId
    text: str
    place: Place
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Something outside the dossier's sources that an external fact rests on."""

    title: str
    url: str
    accessed: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name; `kind` says what it is to the canonical name, `language` (BCP 47) what language, if foreign."""

    text: str
    kind: AliasKind
    language: str = ""


@dataclass(frozen=True, slots=True)
class RegistryFact:
    """A value of one property of an entity.

    Exactly one of `evidence` and `citation` is given. `entity` links the value to another entity's page.
    `date` is when the value holds or held.
    """

    property: str
    value: str
    certainty: Certainty = Certainty.ASSERTED
    entity: EntityId | None = None
    date: Edtf | None = None
    evidence: tuple[Wording, ...] = ()
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class RegistryEntity:
    """An entity that people know; `language` (BCP 47) is that of its name, empty unless it is foreign."""

    id: EntityId
    kind: Kind
    name: str
    place: Place
    status: Status = Status.REVIEWED
    aliases: tuple[Alias, ...] = ()
    formerly: tuple[str, ...] = ()  # earlier ids (`old`) or places (`akteure/old`), each of which keeps leading here
    actor: bool = False
    expert: bool = False
    same_as: tuple[str, ...] = ()
    summary: RegistryFact | None = None  # one line that says what it is, in the text's own words
    sections: tuple[str, ...] = ()  # for a topic: the headings of the sources that belong to it
    facts: tuple[RegistryFact, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an ambiguous mention means: `mention` is a piece of `context`, which the source contains.

    `entity` None means: nobody of the registry.
    """

    context: Wording
    mention: str
    entity: EntityId | None
    reason: str


@dataclass(frozen=True, slots=True)
class RegistryRelation:
    """A typed, directed relation that the rules cannot read from the text by themselves.

    `item` is what is supplied, for `supplies`; `holders` say so (none: the source itself).
    """

    type: str
    subject: EntityId
    object: EntityId
    certainty: Certainty
    evidence: tuple[Wording, ...]
    place: Place
    item: EntityId | None = None
    holders: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistryEvent:
    """Something that happened, is planned or is claimed; `edtf` None: no source gives a date."""

    id: EntityId
    title: str
    edtf: Edtf | None
    certainty: Certainty
    evidence: tuple[Wording, ...]
    place: Place
    participants: tuple[EntityId, ...] = ()
    location: EntityId | None = None
    formerly: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrySide:
    """One side of a dispute: what they do (`alleges`, `denies`, …), who they are and their words."""

    stance: str
    holders: tuple[EntityId, ...]
    evidence: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class RegistryDispute:
    """A matter on which the sources let at least two sides speak; never a verdict."""

    id: EntityId
    title: str
    sides: tuple[RegistrySide, ...]
    place: Place
    formerly: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything in `seeds/registry/`, in the order of file names and lines, with `seeds/notes/` and `seeds/changes/`.

    `notes` maps an entity's id to the Markdown that people wrote for its page; `changes` are the newest first.
    """

    entities: tuple[RegistryEntity, ...] = ()
    decisions: tuple[Decision, ...] = ()
    relations: tuple[RegistryRelation, ...] = ()
    events: tuple[RegistryEvent, ...] = ()
    disputes: tuple[RegistryDispute, ...] = ()
    notes: tuple[tuple[EntityId, str], ...] = ()
    changes: tuple[ChangeRecord, ...] = ()
