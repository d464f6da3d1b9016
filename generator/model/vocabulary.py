"""The closed vocabularies of the registry: which properties a kind has, in the order of its page, and the relations."""

from __future__ import annotations

from generator.model.ids import Kind

PROPERTIES: dict[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("role", "state", "function", "institution"),
    Kind.STATE: ("government", "capital", "armed_forces", "sanctions"),
    Kind.ORGANISATION: ("type", "seat", "state"),
    Kind.OUTLET: ("type", "seat", "state"),
    Kind.PLACE: ("type", "state"),
    Kind.WEAPON: ("designation", "type", "category", "origin", "operator", "calibre", "range", "variant"),
    Kind.TOPIC: (),
    Kind.DOCUMENT: ("type", "issuer", "date"),
    Kind.EVENT: (),
}
"""The registry refuses a property that its entity's kind does not have."""

SINGLE_VALUED: dict[Kind, frozenset[str]] = {
    Kind.PERSON: frozenset({"state"}),
    Kind.STATE: frozenset({"capital"}),
    Kind.ORGANISATION: frozenset({"seat", "state"}),
    Kind.OUTLET: frozenset({"seat", "state"}),
    Kind.PLACE: frozenset({"state"}),
    Kind.WEAPON: frozenset({"category", "origin", "calibre", "range"}),
    Kind.DOCUMENT: frozenset({"issuer", "date"}),
}
"""Properties that can have one value at a time: where sources give two, their statements differ."""

SINGLE_VALUED_OF_CATEGORIES: frozenset[str] = frozenset({"category"})
"""A category of weapons has many members: shells of several calibres, from several states."""

RELATIONS: tuple[str, ...] = (
    "accuses",
    "affiliated_with",
    "allied_with",
    "attacks",
    "child_of",
    "cooperates_with",
    "copies",
    "denies",
    "leads",
    "met",
    "operated_by",
    "part_of",
    "produced_in",
    "quoted_in",
    "reports_on",
    "sanctions",
    "similar_to",
    "spokesperson_of",
    "supplies",  # subject gives `item` to object
    "threatens",
    "used_in",
    "visited",
)
"""Read "subject … object": a person `affiliated_with` an institution, a weapon `used_in` a war."""

STANCES: tuple[str, ...] = ("alleges", "denies", "considers_possible", "doubts")
"""What a side of a dispute does."""
