from __future__ import annotations

import re
from dataclasses import replace

from generator.model.dossier import Entity, Relation
from generator.model.ids import Certainty, EntityId, Kind, Origin
from generator.render.context import build_context
from generator.render.pages.network import MOST_NAMED, render_network
from generator.render.pages.network_picture import MOST_NODES, heart
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
    assert picture.count('class="edge') == 2
    assert picture.count("<polygon") == 1, "a meeting has no direction"


def network_of(number: int) -> str:
    """The page of a network of `number` places around the state a."""
    places = [Entity(EntityId(f"p{n}"), Kind.PLACE, f"Ort {n}") for n in range(1, number)]
    state = Entity(EntityId("a"), Kind.STATE, "A")
    relations = tuple(relation(n, "visited", "a", place.id) for n, place in enumerate(places))
    return render_network(build_context(replace(DOSSIER, entities=(state, *places), relations=relations))).content


def test_the_names_that_are_left_out_are_told() -> None:
    page = network_of(MOST_NODES + 2)
    assert page.count("data-id=") == MOST_NODES
    assert "Nicht im Bild, aber in der Tabelle: Ort 98, Ort 99." in page


def test_of_very_many_names_the_number_is_told_and_the_table_has_all() -> None:
    page = network_of(MOST_NODES + MOST_NAMED + 2)
    assert "Gezeichnet sind die 200 Namen mit den meisten Beziehungen; alle 242 stehen in der Tabelle." in page
    assert page.count("| besucht |") == MOST_NODES + MOST_NAMED + 1


def test_a_name_without_a_page_leads_to_the_register() -> None:
    treaty = Entity(EntityId("abkommen"), Kind.DOCUMENT, "Abkommen")
    state = Entity(EntityId("a"), Kind.STATE, "A")
    dossier = replace(DOSSIER, entities=(state, treaty), relations=(relation(1, "denies", "a", "abkommen"),))
    assert 'href="../register/index.html#abkommen"' in render_network(build_context(dossier)).content


def test_the_key_names_what_is_drawn_and_nothing_else() -> None:
    page = render_network(build_context(DOSSIER)).content
    kinds = set(re.findall(r'<li data-kind="([a-z]+)"', page))
    assert kinds == set(re.findall(r'class="node" data-kind="([a-z]+)" data-id', page))


def test_each_sentence_of_an_arrow_stands_in_the_table_for_the_filter() -> None:
    page = render_network(build_context(DOSSIER)).content
    assert "Nordland: Lieferung an Südmark, Haubitzen (behauptet)" in page
    assert "| Lieferung an | [Südmark](../akteure/suedmark.md) | [Haubitzen](../waffensysteme/haubitzen.md) |" in page
