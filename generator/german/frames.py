"""What verbs say about the names beside them (`frames.tsv`): "liefern" is `supplies`, its object stands behind "an"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.german.data import read_lines
from generator.german.verb_forms import fold

_PASSIVE = {"nom": frozenset(("von", "durch")), "acc": frozenset(("nom",))}


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table; `subject` and `object` are cases and prepositions of the active voice."""

    relation: str
    subject: frozenset[str]
    object: frozenset[str]
    nouns: frozenset[str]
    conditions: frozenset[str]

    def places(self, *, passive: bool) -> tuple[frozenset[str], frozenset[str]]:
        """Where subject and object stand: the passive has "von X" for "X", and X as its subject for an object."""
        return (_turned(self.subject), _turned(self.object)) if passive else (self.subject, self.object)


def _turned(places: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(_PASSIVE.get(place, frozenset((place,))) for place in places))


@cache
def frames(lemma: str) -> tuple[Frame, ...]:
    """The frames of a verb (folded, with its prefix), in the order of the table."""
    return _table().get(lemma, ())


@cache
def _table() -> dict[str, tuple[Frame, ...]]:
    table: dict[str, tuple[Frame, ...]] = {}
    for line in read_lines("frames.tsv"):
        verb, relation, subject, object_, conditions = line.split("\t")
        found = conditions.replace("-", "").split()
        frame = Frame(
            relation=relation,
            subject=frozenset(subject.split("|")),
            object=frozenset(object_.split("|")) - {"-"},
            nouns=frozenset(c[1:] for c in found if c.startswith("+")),
            conditions=frozenset(c for c in found if not c.startswith("+")),
        )
        table[fold(verb)] = (*table.get(fold(verb), ()), frame)
    return table
