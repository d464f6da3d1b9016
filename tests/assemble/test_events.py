from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.ids import Certainty
from tests.marked import Case, cases, dossier_of

if TYPE_CHECKING:
    from generator.model.dossier import Dossier, Event

CASES = cases("events")


def told(dossier: Dossier, event: Event) -> str:
    names = {entity.id: entity.name for entity in dossier.entities}
    people = "; ".join(names[entity] for entity in event.participants)
    place = names[event.location] if event.location else ""
    doubt = "" if event.certainty is Certainty.ASSERTED else event.certainty
    return _plain(f"{event.edtf} | {event.title} | {people} | {place} | {doubt}")


def _plain(line: str) -> str:
    return " | ".join(field.strip() for field in line.split("|")).rstrip(" |")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_a_clause_tells_with_a_time(case: Case) -> None:
    dossier = dossier_of(case.sentence)
    found = sorted(told(dossier, event) for event in dossier.events)
    assert found == sorted(_plain(line) for line in case.expected if line != "nothing")
