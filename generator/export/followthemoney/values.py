"""Ids and values as the FollowTheMoney model wants them."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from babel import Locale

from generator.export.dates import iso_period
from generator.export.text import plain
from generator.model.address import digest
from generator.model.ids import AliasKind, Certainty, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.export.view import View
    from generator.model.dossier import Entity, Evidence
    from generator.model.ids import Edtf, EntityId, SourceId

Json = dict[str, Any]

SCHEMATA: dict[Kind, str] = {
    Kind.PERSON: "Person",
    Kind.STATE: "PublicBody",
    Kind.ORGANISATION: "Organization",
    Kind.OUTLET: "Organization",
}
STRONG = frozenset({AliasKind.SPELLING, AliasKind.ABBREVIATION})
_CODE_LENGTH = 2


def ftm_entity(identity: str, schema: str, **properties: Iterable[str | None]) -> Json:
    """An entity of the model; properties without a value are left out, none has a value twice."""
    cleaned = {
        name: list(dict.fromkeys(filter(None, (plain(value) for value in values if value))))
        for name, values in properties.items()
    }
    return {
        "id": identity,
        "schema": schema,
        "properties": {name: values for name, values in cleaned.items() if values},
    }


def as_put(words: str, certainty: Certainty) -> str:
    """`words`, with the status behind them unless they are plainly asserted: `supplies (possible)`."""
    return words if certainty is Certainty.ASSERTED else f"{words} ({certainty})"


def is_party(view: View, entity: EntityId) -> bool:
    """Whether the entity is somebody who can be involved: a person, a state, an organisation, an outlet."""
    return view.kind(entity) in SCHEMATA


@cache
def document_id(source: SourceId) -> str:
    """The id of a source: ids of the model have no underscore."""
    return f"source.{digest(source)}"


def proof(evidence: Iterable[Evidence]) -> list[str]:
    """The sources that something rests on."""
    return [document_id(piece.source) for piece in evidence]


def when(edtf: Edtf | None) -> dict[str, list[str]]:
    """The properties of a time: a date, or a start and an end; none where the time is vaguer than ISO 8601."""
    start, _, end = (iso_period(edtf) or "" if edtf else "").partition("/")
    names = ("startDate", "endDate") if end else ("date", "endDate")
    return {name: [date] for name, date in zip(names, (start, end), strict=True) if date not in {"", ".."}}


def country(state: Entity) -> str | None:
    """The code of a state by any of its names, as CLDR has them in German and English: Nordkorea → kp."""
    codes = _codes()
    names = (state.name, *(alias.text for alias in state.aliases if alias.kind in STRONG))
    return next((codes[name] for name in names if name in codes), None)


@cache
def _codes() -> Mapping[str, str]:
    named = (Locale(language).territories.items() for language in ("en", "de"))
    return {name: code.lower() for code, name in chain.from_iterable(named) if len(code) == _CODE_LENGTH}
