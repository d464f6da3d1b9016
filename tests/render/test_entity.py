"""The pages of the entities: whole ones as people read them, and what they owe to every dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.dossier import Entity, EntityMention, Fact, Relation, Speaker
from generator.model.ids import AliasKind, Certainty, EntityId, Kind, Origin
from generator.model.registry import Alias
from generator.render.context import build_context
from generator.render.entity import render_entities
from generator.render.entity.ego import MOST_NEIGHBOURS, NOTE_LENGTH, picture
from generator.render.entity.search_words import search_labels, search_words
from generator.render.entity.ties import Tie, ties
from generator.render.markdown import Element
from tests.render.golden import GOLDEN_ENTITIES
from tests.render.sample import BEFORE, DOSSIER, VISIT, evidence
from tests.render.seen import CONVERTER, Seen

CONTEXT = build_context(DOSSIER)
PAGES = {page.path: page.content for page in render_entities(CONTEXT)}
ORDER = [
    "Auf einen Blick",
    "Aussagen",
    "Streitpunkte",
    "Beziehungen",
    "Chronik",
    "Erwähnungen",
    "Namen und Schreibweisen",
    "Notizen",
    "Externe Angaben",
]


@pytest.mark.parametrize("path", sorted(PAGES))
def test_golden(path: str) -> None:
    """`python -m tests.render.golden` writes the files anew; read what changed."""
    assert PAGES[path] == (GOLDEN_ENTITIES / path).read_text("utf-8")


def test_golden_pages_are_complete() -> None:
    assert {file.relative_to(GOLDEN_ENTITIES).as_posix() for file in GOLDEN_ENTITIES.rglob("*.md")} == PAGES.keys()


@pytest.mark.parametrize("path", [path for path in sorted(PAGES) if not path.endswith("index.md")])
def test_sections_keep_their_order(path: str) -> None:
    found = [line.removeprefix("## ").split(" {")[0] for line in PAGES[path].splitlines() if line.startswith("## ")]
    assert found[0] == ORDER[0]
    assert found == [title for title in ORDER if title in found]


def test_a_foreign_name_is_marked_with_its_language_wherever_it_stands() -> None:
    def foreign(entity: Entity) -> Entity:
        if entity.id != "tagblatt":
            return entity
        return replace(entity, language="en", aliases=(Alias("Le <Blatt>", AliasKind.SPELLING, "fr"),))

    dossier = replace(DOSSIER, entities=tuple(map(foreign, DOSSIER.entities)))
    pages = {page.path: page.content for page in render_entities(build_context(dossier))}
    assert '\n# <span lang="en">Tagblatt</span>' in pages["medien/tagblatt.md"]
    assert '[<span lang="en">Tagblatt</span>](../medien/tagblatt.md)' in pages["experten/uwe-falk.md"]
    assert '<span lang="fr">Le &lt;Blatt&gt;</span>' in pages["medien/tagblatt.md"]
    assert "lang=" not in "".join(PAGES.values())


def test_people_of_one_surname_are_kept_apart() -> None:
    assert "Karl Berg drohte mit Sanktionen" not in PAGES["akteure/anna-berg.md"]
    assert "Die Ministerin" not in PAGES["akteure/karl-berg.md"]


def test_nothing_of_an_excerpted_source_is_shown_but_its_evidence() -> None:
    everything = "".join(PAGES.values())
    assert "Niemand weiss mehr" not in everything
    assert "Das Wetter war schlecht" not in everything
    assert "Dazu 1 Erwähnung in Sätzen, die hier nicht wiedergegeben werden." in PAGES["akteure/karl-berg.md"]


def test_the_way_leads_through_the_pages_of_one_kind() -> None:
    assert PAGES["akteure/anna-berg.md"].count("[alle Akteure](index.md) · [Karl Berg](karl-berg.md) →") == 1
    assert PAGES["akteure/karl-berg.md"].count("← [Anna Berg](anna-berg.md) · [alle Akteure](index.md)\n") == 1
    assert "←" not in PAGES["akteure/nordland.md"]  # the persons before it are of another kind


def test_an_entity_without_anything_has_a_page() -> None:
    bare = replace(DOSSIER, entities=(Entity(EntityId("leer"), Kind.PLACE, "Leer"),), mentions=(), statements=())
    empty = replace(bare, relations=(), events=(), disputes=(), quotations=())
    content = {page.path: page.content for page in render_entities(build_context(empty))}
    assert "*In den Quellen nicht genannt:* Art · Staat" in content["orte/leer.md"]
    assert "Die Quellen nennen hierzu nichts." in content["akteure/index.md"]


def test_a_hostile_name_is_only_a_name() -> None:
    name = '[x](javascript:alert(1)) | <img src=x onerror="alert(1)"> {: onclick=x } \u202e`'
    hostile = tuple(replace(e, name=name) if e.id == "nordland" else e for e in DOSSIER.entities)
    pages = list(render_entities(build_context(replace(DOSSIER, entities=hostile))))
    assert len(pages) == len(PAGES)
    for page in pages:
        seen = Seen(CONVERTER.reset().convert(page.content.split("---\n", 2)[2]))
        assert "img" not in seen.tags, page.path
        assert not [key for key, value in seen.attributes if key.startswith("on") or (value or "").startswith("java")]


class TestTies:
    def test_a_relation_reads_from_both_ends_and_from_its_item(self) -> None:
        read = {
            key: [(tie.words, tie.other, tie.item) for tie in ties(CONTEXT, CONTEXT.entities[EntityId(key)])]
            for key in ("nordland", "suedmark", "haubitzen")
        }
        assert read["nordland"][0] == ("Lieferung an", "suedmark", "haubitzen")
        assert read["suedmark"][0] == ("beliefert von", "nordland", "haubitzen")
        assert read["haubitzen"] == [("geliefert von", "nordland", None), ("geliefert an", "suedmark", None)]

    def test_a_fact_about_another_ties_both(self) -> None:
        assert [tie.words for tie in ties(CONTEXT, CONTEXT.entities[EntityId("nordland")])][-1] == "Herkunft von"

    def test_a_fact_that_a_relation_says_already_is_not_repeated(self) -> None:
        assert [tie.words for tie in ties(CONTEXT, CONTEXT.entities[EntityId("uwe-falk")])] == ["zugehörig zu"]

    def test_external_facts_tie_nobody(self) -> None:
        assert ties(CONTEXT, CONTEXT.entities[EntityId("anna-berg")]) == ()


class TestPicture:
    def test_a_crowd_is_cut_and_counted(self) -> None:
        others = tuple(Entity(EntityId(f"n-{n}"), Kind.STATE, f"Staat {n}") for n in range(MOST_NEIGHBOURS + 3))
        proof = evidence(VISIT, "Ministerin")
        relations = tuple(
            Relation(f"r{n}", "met", EntityId("suedmark"), other.id, Certainty.ASSERTED, Origin.REGISTRY, proof)
            for n, other in enumerate(others)
        )
        crowded = replace(DOSSIER, entities=(*DOSSIER.entities, *others), relations=relations)
        context = build_context(crowded)
        entity = context.entities[EntityId("suedmark")]
        drawn, hidden = picture(context, entity, ties(context, entity), "Bild")
        assert hidden == 3
        assert sum(child.tag == "a" for child in _svg_children(drawn)) == MOST_NEIGHBOURS

    def test_what_is_not_certain_is_not_drawn_as_certain(self) -> None:
        nordland = CONTEXT.entities[EntityId("nordland")]
        drawn, _ = picture(CONTEXT, nordland, ties(CONTEXT, nordland), "Bild")
        edges = [child for child in _svg_children(drawn) if dict(child.attributes)["class"].startswith("edge")]
        assert [dict(edge.attributes)["class"] for edge in edges] == ["edge edge-possible", "edge edge-alleged"]
        lines = [child for edge in edges for child in edge.children if child.tag == "path"]
        assert [("stroke-dasharray" in dict(line.attributes)) for line in lines] == [True, True]

    def test_long_words_under_a_name_go_on_in_the_next_line(self) -> None:
        nordland = CONTEXT.entities[EntityId("nordland")]
        tie = Tie("steht in einer sehr lange beschriebenen Verbindung mit", EntityId("suedmark"), Certainty.ALLEGED, ())
        drawn, _ = picture(CONTEXT, nordland, [tie], "Bild")
        box = _svg_children(drawn)[-1]
        notes = [child.children[0] for child in box.children if dict(child.attributes).get("class") == "note"]
        assert " ".join(notes) == "steht in einer sehr lange beschriebenen Verbindung mit (behauptet)"
        assert max(map(len, notes)) <= NOTE_LENGTH


def _svg_children(drawn: Element) -> list[Element]:
    (svg,) = drawn.children
    assert isinstance(svg, Element)
    return [child for child in svg.children if isinstance(child, Element)]


class TestSearchWords:
    def test_other_names_but_no_spellings_of_the_same(self) -> None:
        assert search_words(CONTEXT, CONTEXT.entities[EntityId("falke-7")]) == ()
        state = Entity(EntityId("x"), Kind.STATE, "Großmähren", forms=("Grossmähren",))
        assert search_words(CONTEXT, state) == ("Grossmähren",)

    def test_a_state_is_found_by_its_adjective(self) -> None:
        assert search_words(CONTEXT, Entity(EntityId("x"), Kind.STATE, "Schweden")) == ("schwedisch",)
        assert search_words(CONTEXT, Entity(EntityId("x"), Kind.PLACE, "Schweden")) == ()

    def test_a_result_says_the_kind_and_how_certain_a_supply_is(self) -> None:
        supply = Relation(
            "r",
            "supplies",
            EntityId("nordland"),
            EntityId("suedmark"),
            Certainty.POSSIBLE,
            Origin.REGISTRY,
            (),
            item=EntityId("x"),
        )
        context = replace(CONTEXT, relations={EntityId("x"): (supply,)})
        assert search_labels(context, Entity(EntityId("x"), Kind.WEAPON, "SZ-7")) == (
            "Waffensystem",
            "Lieferung möglich",
        )
        assert search_labels(CONTEXT, Entity(EntityId("y"), Kind.PLACE, "Hulm")) == ("Ort",)

    def test_the_head_of_a_compound_that_the_sources_use(self) -> None:
        context = replace(CONTEXT, nouns=frozenset({"Rakete", "Kurz"}))
        fact = Fact("type", "ballistische Kurzstreckenrakete", Certainty.ASSERTED, Origin.REGISTRY)
        weapon = Entity(EntityId("x"), Kind.WEAPON, "KN-23", facts=(fact,))
        assert search_words(context, weapon) == ("Rakete",)

    def test_a_state_is_no_land(self) -> None:
        context = replace(CONTEXT, nouns=frozenset({"Land"}))
        assert search_words(context, Entity(EntityId("x"), Kind.STATE, "Nordland")) == ()


def test_several_mentions_in_a_sentence_make_one_line() -> None:
    first = next(m for m in DOSSIER.mentions if m.entity == "nordland" and m.source == VISIT)
    again = EntityMention(
        EntityId("nordland"),
        VISIT,
        replace(first.span, start=first.span.end + 6, end=first.span.end + 15),
        first.sentence,
        "Haubitzen",
    )
    doubled = replace(DOSSIER, mentions=(first, again))
    content = next(p.content for p in render_entities(build_context(doubled)) if p.path == "akteure/nordland.md")
    assert "-   **Nordland** soll **Haubitzen** an Südmark liefern.\u00a0[2.2]" in content


def test_sources_come_in_the_order_of_the_dossier() -> None:
    content = PAGES["akteure/suedmark.md"]
    assert content.index(f"#in-{BEFORE}") < content.index(f"#in-{VISIT}")


def test_misprints_are_marked() -> None:
    assert AliasKind.MISPRINT in {alias.kind for alias in CONTEXT.entities[EntityId("anna-berg")].aliases}
    assert "| Anna Berrg &#91;sic&#93; | Druckfehler |" in PAGES["akteure/anna-berg.md"]


def test_an_outlet_that_speaks_for_itself_is_named_once() -> None:
    speaker = Speaker("Tagblatt", EntityId("tagblatt"))
    said = replace(next(s for s in DOSSIER.statements if s.id == "falke"), holders=(speaker,), outlet=speaker)
    content = {p.path: p.content for p in render_entities(build_context(replace(DOSSIER, statements=(said,))))}
    assert (
        "-   **Tagblatt** → [Berg reist nach Hafenstadt](../quellen/besuch.md) · indirekt"
        in content["medien/tagblatt.md"]
    )


def test_a_metonym_that_no_source_uses_is_not_listed() -> None:
    unused = tuple(mention for mention in DOSSIER.mentions if not mention.metonym)
    content = {p.path: p.content for p in render_entities(build_context(replace(DOSSIER, mentions=unused)))}
    assert "Kronberg" not in content["orte/index.md"]
    assert "| Metonyme |" not in content["akteure/nordland.md"]
    assert "nicht genannt:* Regierung · Hauptstadt · Streitkräfte · Metonyme" in content["akteure/nordland.md"]
