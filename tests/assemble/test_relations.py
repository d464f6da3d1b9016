from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.ids import Certainty
from tests.marked import Case, cases, dossier_of

if TYPE_CHECKING:
    from generator.model.dossier import Dossier, Relation

CASES = cases("relations")


def told(dossier: Dossier, relation: Relation) -> str:
    names = {entity.id: entity.name for entity in dossier.entities}
    item = f" ({names[relation.item]})" if relation.item else ""
    doubt = "" if relation.certainty is Certainty.ASSERTED else f" | {relation.certainty}"
    return f"{relation.type}: {names[relation.subject]} > {names[relation.object]}{item}{doubt}"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_the_language_says_clearly(case: Case) -> None:
    dossier = dossier_of(case.sentence)
    found = sorted(told(dossier, relation) for relation in dossier.relations)
    assert found == sorted(line for line in case.expected if line != "nothing")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_rests_on_its_sentence_and_names_its_rule(case: Case) -> None:
    for relation in dossier_of(case.sentence).relations:
        assert relation.rule
        assert relation.evidence


WORDS = [
    "[Polen]{state}",
    "[Kims]{person Kim Il}",
    "[KN-23]{weapon}",
    "[Nato]{organisation}",
    "Sohn",
    "Sprecher",
    "der",
]
WORDS += [
    "von",
    "und",
    ",",
    "liefert",
    "an",
    "nicht",
    "aus",
    "Krieg",
    "gegen",
    "wurde",
    "(",
    "2019",
    "bestreitet",
    "das",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_no_jumble_of_words_makes_the_rules_stumble(words: list[str]) -> None:
    first, second = (dossier_of(" ".join(words) + ".") for _ in range(2))
    assert (first.relations, first.events, first.disputes) == (second.relations, second.events, second.disputes)
    assert all(relation.subject != relation.object for relation in first.relations)
