"""An entity of the registry: its shape in YAML, which depends on its kind, and the noun that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.model.address import EXPERTS, FOLDERS
from generator.model.ids import AliasKind, Certainty, Kind, Status
from generator.model.registry import Alias, RegistryEntity, RegistryFact
from generator.model.vocabulary import PROPERTIES
from generator.read.registry.common import CERTAINTY, CITATION, ENTITY_REF, EVIDENCE_LIST, EVIDENCE_MEANING
from generator.read.shape import (
    DATE,
    ENTITY_ID,
    LANGUAGE,
    LINE,
    URL,
    WORDS,
    YES_NO,
    Case,
    Field,
    Fields,
    ListOf,
    Record,
    Shape,
    Text,
    choice,
    described,
    new_id,
)

if TYPE_CHECKING:
    from generator.model.registry import Place

EARLIER: Final = f"(({'|'.join(sorted({*FOLDERS.values(), EXPERTS}))})/)?{ENTITY_ID}"
KINDS: Final = tuple(kind for kind in Kind if kind is not Kind.OTHER)


FOREIGN: Final = Field(
    LANGUAGE, "of what language the name is, where screen readers should not read it as German: Financial Times, en"
)


@dataclass(frozen=True, slots=True)
class PlacedAlias:
    """An alias and where it stands."""

    alias: Alias
    place: Place


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity and where its name stands, for the checks that compare names."""

    entity: RegistryEntity
    name_place: Place
    aliases: tuple[PlacedAlias, ...]


ALIAS = Record(
    name="alias",
    description="Another name; a plain text is a spelling.",
    shorthand="text",
    fields={
        "text": Field(described(LINE, "Kim Jong-un"), "the name as it stands in texts", required=True),
        "language": FOREIGN,
        "kind": Field(
            choice("a kind of alias", *AliasKind),
            "short: resolves only where nothing rivals it · spelling (default) · misprint: shown with [sic] · metonym:"
            " Moskau for its government · abbreviation · description: a phrase that always means this entity",
        ),
    },
    build=lambda fields: PlacedAlias(
        Alias(fields["text"], fields.get("kind", AliasKind.SPELLING), fields.get("language", "")), fields.places["text"]
    ),
)


def _fact(fields: Fields) -> RegistryFact:
    return RegistryFact(
        property=fields["property"],
        value=fields["value"],
        certainty=fields.get("certainty", Certainty.ASSERTED),
        entity=fields.get("entity"),
        date=fields.get("date"),
        evidence=fields.get("evidence", ()),
        citation=fields.get("citation"),
    )


def _fact_shape(name: str, what: str, properties: tuple[str, ...]) -> Record:
    return Record(
        name=name,
        description="A value of one property, with what it rests on.",
        one_of=("evidence", "citation"),
        fields={
            "property": Field(choice(what, *properties), "what the value says about the entity", required=True),
            "value": Field(LINE, "the value, in the words of the source where it can be", required=True),
            "entity": Field(ENTITY_REF, "the entity that the value names; the value becomes a link to it"),
            "certainty": CERTAINTY,
            "date": Field(DATE, "when the value holds or held"),
            "evidence": Field(EVIDENCE_LIST, EVIDENCE_MEANING),
            "citation": Field(CITATION, "for an external fact, instead of evidence"),
        },
        build=_fact,
    )


_ALL_PROPERTIES: Final = tuple(dict.fromkeys(each for kind in KINDS for each in PROPERTIES[kind]))

SUMMARY = Record(
    name="summary",
    description="One line that says what the entity is, in the text's own words.",
    fields={
        "value": Field(LINE, "the line", required=True),
        "certainty": CERTAINTY,
        "evidence": Field(EVIDENCE_LIST, EVIDENCE_MEANING, required=True),
    },
    build=lambda fields: RegistryFact(
        "summary",
        fields["value"],
        certainty=fields.get("certainty", Certainty.ASSERTED),
        evidence=fields["evidence"],
    ),
)


def _entity(fields: Fields) -> EntityEntry:
    aliases: tuple[PlacedAlias, ...] = fields.get("aliases", ())
    entity = RegistryEntity(
        id=fields["id"],
        kind=fields["kind"],
        name=fields["name"],
        place=fields.place,
        language=fields.get("language", ""),
        status=fields.get("status", Status.REVIEWED),
        aliases=tuple(each.alias for each in aliases),
        formerly=fields.get("formerly", ()),
        actor=fields.get("actor") == "yes",
        expert=fields.get("expert") == "yes",
        same_as=fields.get("same_as", ()),
        summary=fields.get("summary"),
        sections=fields.get("sections", ()),
        facts=fields.get("facts", ()),
    )
    return EntityEntry(entity, fields.places["name"], aliases)


def _case(kind: Kind) -> Case:
    """What is different about an entity of one kind."""
    shapes: dict[str, Shape | None] = {}
    if PROPERTIES[kind]:
        name = f"{kind} fact"
        shapes["facts"] = ListOf(_fact_shape(name, f"a property of kind {kind}", PROPERTIES[kind]))
    else:
        shapes["facts"] = None
    if kind is not Kind.TOPIC:
        shapes["sections"] = None
    if kind is not Kind.PERSON:
        shapes["expert"] = None
    return Case((kind,), shapes)


_AN_EVENT = "what has a title, a date, participants or a location goes under `events`;"

ENTITY = Record(
    name="entity",
    description="Somebody or something with a name.",
    decided_by="kind",
    cases=tuple(_case(kind) for kind in KINDS),
    advice={"date": _AN_EVENT, "participants": _AN_EVENT, "location": _AN_EVENT, "title": _AN_EVENT},
    fields={
        "id": Field(described(new_id("entity"), "kim-jong-un"), "permanent; the address of its page", required=True),
        "kind": Field(choice("a kind of entity", *KINDS), "what it is", required=True),
        "name": Field(described(LINE, "Kim Jong Un"), "the canonical name", required=True),
        "language": FOREIGN,
        "status": Field(choice("a status", *Status), "draft: nobody has looked at it yet (default: reviewed)"),
        "actor": Field(YES_NO, "whether it acts in the matter (default: no)"),
        "expert": Field(YES_NO, "for persons: whether its assessment is quoted (default: no)"),
        "formerly": Field(
            ListOf(Text("an earlier id or page", pattern=EARLIER)),
            "earlier ids, and pages that it had in another folder (akteure/anna-berg); all of them keep leading here",
        ),
        "aliases": Field(ListOf(ALIAS), "other names"),
        "same_as": Field(ListOf(URL), "addresses of the same thing elsewhere, such as Wikidata"),
        "sections": Field(ListOf(WORDS), "for topics: headings of sources that belong to it"),
        "summary": Field(SUMMARY, "one line that says what it is"),
        "facts": Field(
            ListOf(_fact_shape("fact", "a property of any kind", _ALL_PROPERTIES)),
            "values of its properties; which properties there are depends on the kind",
        ),
    },
    build=_entity,
)
