"""What somebody is to somebody or something: "Matthew Miller, der Sprecher des US-Aussenministeriums", "Kims Sohn X".

Titles are said by the way: they hold whatever the sentence claims, denies or asks. Titles of the past make nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble.relations.row import Row
from generator.assemble.relations.tie import Tie, extracted
from generator.german.names.gazetteer import state_of_adjective
from generator.german.names.vocabulary import role
from generator.german.titles import Title, hyphenated, is_not_held, title
from generator.german.verbs import is_finite
from generator.model.ids import Certainty, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.assemble.scene import Scene, Standing
    from generator.model.annotation import Mention
    from generator.model.dossier import Relation
    from generator.model.ids import EntityId

_BODIES = frozenset({Kind.ORGANISATION, Kind.OUTLET})
_COMPLEMENTS = {
    "affiliated_with": _BODIES,
    "spokesperson_of": frozenset({Kind.ORGANISATION, Kind.STATE, Kind.PERSON}),
    "leads": _BODIES | {Kind.STATE},
    "child_of": frozenset({Kind.PERSON}),
}
_AFFILIATION = Title("affiliated_with", forward=True)
_OF = frozenset(("von", "vom"))
_AT = frozenset(("von", "vom", "an", "am", "bei", "beim"))
_GENITIVES = frozenset(("des", "der", "dieses", "dieser"))
_SUBJECT = frozenset(("für",))
_DOCTORS = frozenset(("prof", "dr", "prof.", "dr.", "mag.", "mag", "pd"))
_PARTY_ROLES = frozenset(("politician", "official", "diplomat", "military", "business"))
_IS = frozenset(("ist", "bleibt"))
_CLOSING = frozenset((",", ".", ";", ":", ")", "–", "—", "!", "?", ""))


def stated_by_titles(scene: Scene) -> Iterator[Relation]:
    """Every relation of the sentence that a word for a person states, in text order."""
    row = Row.of(scene)
    for place in range(len(row.tokens)):
        if row.is_noun(place):
            yield from _of_title(row, place)
        elif "-" in row.tokens[place].text and row.starting(place) and row.name(place) is None:
            yield from _of_compound(row, place)
        elif (name := row.name(place)) and name.kind is Kind.PERSON and row.name(place - 1) is not name:
            yield from _at_a_body(row, place, name)


def _of_title(row: Row, place: int) -> Iterator[Relation]:
    noun = row.tokens[place]
    found = title(noun.lemma) or title(noun.text)
    left = row.before_attributes(place - 1)
    not_held = any(map(is_not_held, row.adjectives(left + 1, place)))
    if found and not (not_held and found.relation != "child_of"):
        complement = _complement(row, _behind_subject(row, place + 1, found), found)
        if complement:
            person = _person_around(row, left, complement[1])
            yield from _relation(row, person, complement[0], found, "title-apposition")
        elif owner := _owner(row, left, place, found):
            yield from _relation(row, row.name(place + 1), owner, found, "title-genitive")
    if "-" in noun.text and not not_held:
        yield from _of_compound(row, place)


def _behind_subject(row: Row, place: int, found: Title) -> int:
    """Behind what somebody is a professor of: "Professor | für Strafrecht | an der Universität Freiburg"."""
    if found != _AFFILIATION or row.word(place) not in _SUBJECT or not row.tag(place).startswith("APPR"):
        return place
    end = place + 1
    while row.is_attribute(end) or row.is_noun(end) or (row.word(end) in ("und", "des", "der") and end > place + 1):
        end += 1
    return end if row.word(end) in _AT else place


def _complement(row: Row, place: int, found: Title) -> tuple[Mention, int] | None:
    """Of whom or what: "des US-Aussenministeriums", "von X", "an der Universität Y"; and the place behind it."""
    kinds = _COMPLEMENTS[found.relation]
    prepositions = _AT if found.relation == "affiliated_with" else _OF
    if row.word(place) in prepositions and row.tag(place).startswith("APPR"):
        return row.introduced(place + 1, kinds)
    owner = row.owner(row.behind(place) - 1)
    if row.word(place) in _GENITIVES or (owner and owner is row.name(place)):
        return row.introduced(place, kinds)
    return None


def _person_around(row: Row, left: int, end: int) -> Mention | None:
    """Whose title it is: the name before a comma or "ist", or the name behind it, with a comma or without one.

    `left` is the place before the adjectives of the title, `end` the one behind its complement.
    """
    before = left - 1 if row.is_article(left) else left
    if row.word(before) == "," or row.word(before) in _IS:
        name = row.name(before - 1)
        if name is not None and name.kind is Kind.PERSON:
            return name
    if row.word(end) == ",":
        start = end + 1
        while row.word(start) in _DOCTORS or (row.word(start) == "." and row.word(start - 1) in _DOCTORS):
            start += 1
        name = row.name(start)
        closed = row.word(row.behind(start)) in _CLOSING
        return name if name is not None and name.kind is Kind.PERSON and closed else None
    name = row.name(end)
    return name if name is not None and name.kind is Kind.PERSON else None


def _owner(row: Row, left: int, place: int, found: Title) -> Mention | EntityId | None:
    """Whose title it is in front of it: "Kims Sohn", "Russlands Präsident", "der russische Präsident"."""
    owner = row.owner(left)
    if owner is not None:
        return owner if owner.kind in _COMPLEMENTS[found.relation] else None
    if found.relation != "leads":
        return None
    states = [state for word in row.adjectives(left + 1, place) if (state := state_of_adjective(word))]
    return row.scene.corpus.state_named(states[0]) if len(states) == 1 else None


def _of_compound(row: Row, place: int) -> Iterator[Relation]:
    """The title stands behind the name in one word: "FDP-Chef Lindner", "Nato-Sprecherin Lungescu".

    Who has an office in a body belongs to it: "FDP-Fraktionschef Marti"; an expert of it ("Nato-Experte") need not.
    """
    noun, found = row.tokens[place], hyphenated(row.tokens[place].lemma)
    first = row.starting(place)
    if found is None and first and first.kind is Kind.ORGANISATION:
        found = _AFFILIATION if role(noun.text.rpartition("-")[2]) in _PARTY_ROLES else None
    if found and first and noun.text[first.span.end - noun.span.start :].count("-") == 1:
        yield from _relation(row, row.name(place + 1), first, found, "title-compound")


def _at_a_body(row: Row, place: int, person: Mention) -> Iterator[Relation]:
    """A body behind the name: "Joseph Dempsey von der Denkfabrik IISS glaubt", "vermutet Cheong vom Sejong-Institut".

    "von …" belongs to the name for certain if both stand before the finite verb, or if the person speaks here.
    """
    end = row.behind(place)
    if row.word(end) not in _AT or not row.tag(end).startswith("APPR"):
        return
    body = row.introduced(end + 1, _BODIES)
    if body is None:
        return
    entity = row.entity(person)
    speaks = entity and any(h.entity == entity for s in row.scene.statements for h in s.holders)
    if speaks or _is_before_the_verb(row, place, body[1]):
        yield from _relation(row, person, body[0], _AFFILIATION, "affiliation-phrase")


def _is_before_the_verb(row: Row, start: int, end: int) -> bool:
    """Whether everything from the start of the sentence to `end` (and a name in brackets) stands before its verb."""
    if row.word(end) == "(":
        end = row.behind(end + 1) + 1
    opening = all(row.tag(p) in ("ADV", "KON", "ART", "ADJ(A)") or row.is_noun(p) for p in range(start))
    return opening and row.holds(end) and is_finite(row.tokens[end])


def _relation(
    row: Row, person: Mention | None, other: Mention | EntityId | None, found: Title, rule: str
) -> Iterator[Relation]:
    if person is None or person.kind is not Kind.PERSON or other is None:
        return
    who = row.entity(person)
    whom = other if isinstance(other, str) else row.entity(other)
    kinds = _COMPLEMENTS[found.relation]
    if who and whom and who != whom and (isinstance(other, str) or other.kind in kinds):
        subject, object_ = (who, whom) if found.forward else (whom, who)
        yield extracted(row.scene, Tie(found.relation, subject, object_), _standing(row, person, who), rule)


def _standing(row: Row, person: Mention, who: EntityId) -> Standing:
    """Nobody is the witness of his own title: it stands in the words that say whose opinion follows."""
    standing = row.scene.presupposed(person.span)
    return (Certainty.ASSERTED, ()) if who in standing[1] else standing
