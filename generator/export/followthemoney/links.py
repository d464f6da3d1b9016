"""Relations as links of the FollowTheMoney model, between those who can be involved.

A relation that is not plainly asserted is an `UnknownLink`, whatever its type, and its role says how it is put.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.export.followthemoney.values import as_put, ftm_entity, is_party, proof
from generator.model.ids import Certainty, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.export.followthemoney.values import Json
    from generator.export.view import View
    from generator.model.dossier import Relation

_PERSONS = frozenset({Kind.PERSON})
_BODIES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.OUTLET})


@dataclass(frozen=True, slots=True)
class _Class:
    """A class of links: the names of its two ends and of what it is, and what may stand at each end."""

    schema: str
    subject: str
    object: str
    role: str
    subjects: frozenset[Kind]
    objects: frozenset[Kind]


_CLASSES: dict[str, _Class] = {
    "affiliated_with": _Class("Membership", "member", "organization", "role", _PERSONS | _BODIES, _BODIES),
    "part_of": _Class("Membership", "member", "organization", "role", _BODIES, _BODIES),
    "spokesperson_of": _Class("Representation", "agent", "client", "role", _PERSONS | _BODIES, _PERSONS | _BODIES),
    "child_of": _Class("Family", "person", "relative", "relationship", _PERSONS, _PERSONS),
}
"""Relations that the model has a class for."""
_UNKNOWN = _Class("UnknownLink", "subject", "object", "role", _PERSONS | _BODIES, _PERSONS | _BODIES)


def links(view: View) -> Iterator[Json]:
    """A link for each relation between parties."""
    for relation in view.dossier.relations:
        if is_party(view, relation.subject) and is_party(view, relation.object):
            yield _link(view, relation, _class_of(view, relation))


def _class_of(view: View, relation: Relation) -> _Class:
    found = _CLASSES.get(relation.type, _UNKNOWN)
    subject, target = view.kind(relation.subject), view.kind(relation.object)
    fits = relation.certainty is Certainty.ASSERTED and subject in found.subjects and target in found.objects
    return found if fits else _UNKNOWN


def _link(view: View, relation: Relation, kind: _Class) -> Json:
    ends: dict[str, list[str]] = {kind.subject: [relation.subject], kind.object: [relation.object]}
    return ftm_entity(
        relation.id,
        kind.schema,
        **ends,
        **{kind.role: [as_put(relation.type, relation.certainty)]},
        namesMentioned=[view.name(relation.item), *map(view.name, relation.holders)],
        sourceUrl=view.places(relation.evidence),
        proof=proof(relation.evidence),
    )
