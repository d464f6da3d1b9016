from __future__ import annotations

from dataclasses import replace

from generator.model.dossier import Entity, Relation
from generator.model.ids import Certainty, EntityId, Kind, Origin
from generator.render.context import build_context
from generator.render.pages.network import heart, render_network
from tests.render.sample import DOSSIER, VISIT, evidence


def relation(number: int, kind: str, subject: str, target: str, certainty: Certainty = Certainty.ASSERTED) -> Relation:
    proof = evidence(VISIT, "Ministerin")
    return Relation(f"r{number}", kind, EntityId(subject), EntityId(target), certainty, Origin.REGISTRY, proof)


def drawn(*relations: Relation, most: int = 9) -> str:
    """The small network of states a to f and these relations."""
    entities = tuple(Entity(EntityId(name), Kind.STATE, name.upper()) for name in "abcdef")
    return heart(build_context(replace(DOSSIER, entities=entities, relations=relations)), "index.md", most).source


def test_what_hangs_together_is_drawn_and_islands_are_not() -> None:
    picture = drawn(
        relation(1, "accuses", "a", "b"), relation(2, "accuses", "b", "c"), relation(3, "accuses", "d", "e")
    )
    assert [name in picture for name in (">A<", ">B<", ">C<", ">D<", ">E<")] == [True, True, True, False, False]


def test_no_more_names_than_asked_for() -> None:
    assert drawn(*(relation(n, "accuses", "a", other) for n, other in enumerate("bcdef")), most=3).count("<rect") == 3


def test_without_relations_there_is_no_picture() -> None:
    assert not drawn()


def test_what_two_names_have_to_do_with_each_other_at_one_status_is_one_arrow() -> None:
    picture = drawn(
        relation(1, "accuses", "a", "b"),
        relation(2, "threatens", "a", "b"),
        relation(3, "met", "b", "a", Certainty.DENIED),
    )
    assert "<title>A: Vorwurf gegen B (dargestellt) · A: Drohung gegen B (dargestellt)</title>" in picture
    assert picture.count("<line") == 2
    assert picture.count("marker-end") == 1, "a meeting has no direction"


def test_each_sentence_of_an_arrow_stands_in_the_table_for_the_filter() -> None:
    page = render_network(build_context(DOSSIER)).content
    assert "Nordland: Lieferung an Südmark, Haubitzen (behauptet)" in page
    assert "| Lieferung an | [Südmark](../akteure/suedmark.md) | [Haubitzen](../waffensysteme/haubitzen.md) |" in page
