"""What the registry says beside its entities: decisions, relations, events and disputes."""

from __future__ import annotations

from typing import Final

from generator.model.ids import Certainty
from generator.model.registry import (
    Decision,
    RegistryDispute,
    RegistryEvent,
    RegistryRelation,
    RegistrySide,
    Wording,
)
from generator.model.vocabulary import RELATIONS, STANCES
from generator.read.registry.common import CERTAINTY, ENTITY_REF, ENTITY_REFS, EVIDENCE_LIST, EVIDENCE_MEANING
from generator.read.shape import (
    DATE,
    ENTITY_ID,
    LINE,
    NOBODY,
    ORDINAL,
    WORDS,
    Case,
    Field,
    Fields,
    ListOf,
    Record,
    Text,
    choice,
    described,
    new_id,
    reference,
)

_FORMERLY: Final = Field(
    ListOf(Text("an earlier id", pattern=ENTITY_ID)), "earlier ids, those of extracted ones too: they keep leading here"
)
_ENTITY_OR_NOBODY: Final = Text("the id of an entity", pattern=ENTITY_ID, refers=f"entity or {NOBODY}")


def _decision(fields: Fields) -> Decision:
    nth = fields.get("nth")
    place = fields.places["context"]
    return Decision(
        context=Wording(fields["source"], fields["context"], place, int(nth) if nth else None),
        mention=fields["mention"],
        entity=None if fields["entity"] == NOBODY else fields["entity"],
        reason=fields["reason"],
    )


DECISION = Record(
    name="decision",
    description="What an ambiguous mention means.",
    fields={
        "source": Field(reference("source"), "where the mention stands", required=True),
        "context": Field(WORDS, "words of the source around the mention, verbatim", required=True),
        "nth": Field(ORDINAL, "which occurrence of the context is meant, if there are several"),
        "mention": Field(WORDS, "the mention itself, a piece of the context", required=True),
        "entity": Field(_ENTITY_OR_NOBODY, f"whom it means; `{NOBODY}`: no entity of the registry", required=True),
        "reason": Field(LINE, "why, for those who come after", required=True),
    },
    build=_decision,
)


def _relation(fields: Fields) -> RegistryRelation:
    return RegistryRelation(
        type=fields["type"],
        subject=fields["subject"],
        object=fields["object"],
        certainty=fields.get("certainty", Certainty.ASSERTED),
        evidence=fields["evidence"],
        place=fields.place,
        item=fields.get("item"),
        holders=fields.get("holders", ()),
    )


RELATION = Record(
    name="relation",
    description='A typed, directed relation; read "subject type object".',
    decided_by="type",
    cases=(
        Case(("supplies",), {}),
        Case(tuple(each for each in RELATIONS if each != "supplies"), {"item": None}),
    ),
    fields={
        "type": Field(choice("a type of relation", *RELATIONS), "what the subject does or is", required=True),
        "subject": Field(ENTITY_REF, "from whom", required=True),
        "object": Field(ENTITY_REF, "to whom", required=True),
        "item": Field(ENTITY_REF, "for supplies: what is supplied"),
        "holders": Field(ENTITY_REFS, "who says so (default: the source itself)"),
        "certainty": CERTAINTY,
        "evidence": Field(EVIDENCE_LIST, EVIDENCE_MEANING, required=True),
    },
    build=_relation,
)


def _event(fields: Fields) -> RegistryEvent:
    return RegistryEvent(
        id=fields["id"],
        title=fields["title"],
        edtf=fields.get("date"),
        certainty=fields.get("certainty", Certainty.ASSERTED),
        evidence=fields["evidence"],
        place=fields.place,
        participants=fields.get("participants", ()),
        location=fields.get("location"),
        formerly=fields.get("formerly", ()),
    )


EVENT = Record(
    name="event",
    description="Something that happened, is planned or is claimed.",
    fields={
        "id": Field(described(new_id("event"), "gipfel-2023"), "permanent; a part of addresses", required=True),
        "title": Field(LINE, "what happened, in a few words", required=True),
        "date": Field(DATE, "when, as precisely as the sources say; none: no source says"),
        "certainty": CERTAINTY,
        "participants": Field(ENTITY_REFS, "who took part"),
        "location": Field(ENTITY_REF, "where"),
        "formerly": _FORMERLY,
        "evidence": Field(EVIDENCE_LIST, EVIDENCE_MEANING, required=True),
    },
    build=_event,
)

SIDE = Record(
    name="side",
    description="One side of a dispute.",
    fields={
        "stance": Field(choice("a stance", *STANCES), "what they do", required=True),
        "holders": Field(ENTITY_REFS, "who they are (default: the source itself)"),
        "evidence": Field(EVIDENCE_LIST, EVIDENCE_MEANING, required=True),
    },
    build=lambda fields: RegistrySide(fields["stance"], fields.get("holders", ()), fields["evidence"]),
)

DISPUTE = Record(
    name="dispute",
    description="A matter on which the sources let at least two sides speak; never a verdict.",
    fields={
        "id": Field(described(new_id("dispute"), "waffendeal"), "permanent; the address of its page", required=True),
        "title": Field(LINE, "what is disputed", required=True),
        "sides": Field(ListOf(SIDE, least=2), "at least two", required=True),
        "formerly": _FORMERLY,
    },
    build=lambda fields: RegistryDispute(
        fields["id"], fields["title"], fields["sides"], fields.place, fields.get("formerly", ())
    ),
)
