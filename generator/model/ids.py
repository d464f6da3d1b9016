"""Identifiers and the vocabularies that the whole program shares.

The values of the enumerations are public: they stand in `docs/daten/dossier.json` and in `seeds/registry/`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

SourceId = NewType("SourceId", str)
EntityId = NewType("EntityId", str)
Edtf = NewType("Edtf", str)


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PLACE = "place"
    WEAPON = "weapon"
    EVENT = "event"
    TOPIC = "topic"
    DOCUMENT = "document"
    OTHER = "other"  # a name that the annotators see but cannot class; never an entity of a dossier


class Certainty(StrEnum):
    """How a statement is put, read from grammar and never from a verdict."""

    ASSERTED = "asserted"  # the article itself, in the indicative
    REPORTED = "reported"  # attributed to somebody
    POSSIBLE = "possible"  # könnte, dürfte, wohl, vermutlich, Konjunktiv II
    ALLEGED = "alleged"  # soll, angeblich, an accusation, "zufolge" with the indicative
    DENIED = "denied"
    CONDITIONAL = "conditional"
    ANNOUNCED = "announced"  # a threat or a plan
    QUESTION = "question"


class QuotationType(StrEnum):
    """How somebody's words are rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


class Origin(StrEnum):
    """Where a published value comes from."""

    EXTRACTED = "extracted"  # by a rule, from a sentence
    REGISTRY = "registry"  # a person wrote it, with the sentence it rests on
    EXTERNAL = "external"  # a person wrote it, with a citation of something that is no source of the dossier


class AliasKind(StrEnum):
    """What another name of an entity is to its canonical name."""

    SHORT = "short"  # Kim: only resolves within a document that has no rival for it
    SPELLING = "spelling"  # Kim Jong-un, Großbritannien
    MISPRINT = "misprint"  # Kim Jong und: shown as "[sic]"
    METONYM = "metonym"  # Moskau for the government of Russland
    ABBREVIATION = "abbreviation"  # IISS
    DESCRIPTION = "description"  # der Kremlchef: a phrase that always means this entity


class Status(StrEnum):
    """Whether a person has looked at an entity."""

    REVIEWED = "reviewed"
    DRAFT = "draft"
