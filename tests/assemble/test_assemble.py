from __future__ import annotations

from dataclasses import replace

from generator.assemble import assemble
from generator.model.dossier import Dossier, Entity, Speaker
from generator.model.ids import AliasKind, Certainty, Edtf, EntityId, Kind, Origin, QuotationType, SourceId, Status
from generator.model.registry import (
    Alias,
    Place,
    Registry,
    RegistryDispute,
    RegistryEntity,
    RegistryEvent,
    RegistryFact,
    RegistrySide,
    Wording,
)
from generator.model.settings import Settings
from tests.assemble_support import Article

SETTINGS = Settings("Probe", "https://probe.example/")
PLACE = Place("seeds/registry/a.yml", 1)
ANNA = EntityId("anna-berg")
TEXT = (
    "Anna Berg besucht Linz\n\n"
    "Die Stadt Linz liefert Haubitzen, sagte Anna Berg am Montag der Wiener Post.\n\n"
    "Was folgt daraus?\n\n"
    "Das bestreitet Linz. Im Jahr 2019 war Berg schon einmal in Linz. Eine gewisse Eva Moser kam mit.\n"
)


def wording(text: str, source: str = "probe") -> Wording:
    return Wording(SourceId(source), text, PLACE)


def person(**more: object) -> RegistryEntity:
    return RegistryEntity(ANNA, Kind.PERSON, "Anna Berg", PLACE, **more)  # type: ignore[arg-type]


def article(identity: str = "probe", published: str | None = "2024-03-05") -> Article:
    made = Article(TEXT, identity, published)
    made.name("Anna Berg", Kind.PERSON, entity=ANNA, candidates=(ANNA,))
    made.name("Anna Berg", Kind.PERSON, nth=2, entity=ANNA, candidates=(ANNA,))
    made.name("Wiener Post", Kind.OUTLET)
    made.name("Eva Moser", Kind.PERSON)
    made.quote("Die Stadt Linz liefert Haubitzen", QuotationType.INDIRECT, "Anna Berg", outlet="Wiener Post")
    made.date("am Montag", "2024-03-04")
    made.date("Im Jahr 2019", "2019")
    made.claim("Die Stadt Linz liefert Haubitzen", Certainty.REPORTED)
    made.claim("Das bestreitet Linz.", Certainty.DENIED, "bestreitet")
    made.claim("Im Jahr 2019 war Berg schon einmal in Linz.", Certainty.ASSERTED)
    return made


def dossier(registry: Registry | None = None, **meta: object) -> Dossier:
    return assemble(SETTINGS, registry or Registry((person(),)), [article().annotated(**meta)])


def by_id(found: Dossier, identity: str) -> Entity:
    return next(entity for entity in found.entities if entity.id == identity)


def test_facts_of_the_registry_carry_their_evidence() -> None:
    fact = RegistryFact("role", "Besucherin", evidence=(wording("Anna Berg besucht Linz"),))
    entity = by_id(dossier(Registry((person(facts=(fact,)),))), ANNA)
    (found,) = entity.facts
    assert (found.origin, found.evidence[0].span.of(TEXT)) == (Origin.REGISTRY, "Anna Berg besucht Linz")


def test_new_full_names_become_drafts_and_are_mentioned() -> None:
    found = dossier()
    moser = by_id(found, "eva-moser")
    assert (moser.status, moser.kind, moser.forms) == (Status.DRAFT, Kind.PERSON, ("Eva Moser",))
    assert [m.span.of(TEXT) for m in found.mentions if m.entity == moser.id] == ["Eva Moser"]


def test_a_surname_alone_is_no_draft_but_something_to_decide() -> None:
    made = article()
    made.name("Berg", Kind.PERSON, nth=3)
    found = assemble(SETTINGS, Registry(), [made.annotated()])
    assert "berg" not in {entity.id for entity in found.entities}
    assert [(u.span.of(TEXT), u.reason) for u in found.unresolved if u.reason == "surname-only"] == [
        ("Berg", "surname-only")
    ]


def test_an_ambiguous_mention_is_linked_to_nobody() -> None:
    made = article()
    made.mentions[0] = replace(made.mentions[0], entity=None, candidates=(ANNA, EntityId("karl-berg")))
    found = assemble(SETTINGS, Registry((person(),)), [made.annotated()])
    assert made.mentions[0].span not in {m.span for m in found.mentions}
    assert found.unresolved[0].candidates == (ANNA, "karl-berg")


def test_two_names_of_one_slug_get_ids_that_do_not_depend_on_order() -> None:
    made = Article("Merkur und Merkur.\n")
    made.name("Merkur", Kind.OUTLET)
    made.name("Merkur", Kind.ORGANISATION, nth=2)
    found = assemble(SETTINGS, Registry(), [made.annotated()])
    assert [entity.id for entity in found.entities] == ["merkur-organisation", "merkur-outlet"]


def test_a_quoted_claim_has_its_speaker_outlet_and_day() -> None:
    statement = dossier().statements[0]
    assert statement.holders == (Speaker("Anna Berg", ANNA),)
    assert statement.outlet == Speaker("Wiener Post", EntityId("wiener-post"))
    assert (statement.type, statement.said, statement.speaks_of) == (QuotationType.INDIRECT, "2024-03-04", ())


def test_the_articles_own_claim_has_no_holder_and_speaks_of_its_time() -> None:
    statement = dossier().statements[2]
    assert (statement.holders, statement.type) == ((), None)
    assert (statement.said, statement.speaks_of) == ("2024-03-05", ("2019",))


def test_a_sentence_that_points_back_brings_the_one_before() -> None:
    denied = dossier().statements[1]
    assert denied.context is not None
    assert denied.context.of(TEXT) == "Was folgt daraus?"
    assert dossier().statements[2].context is None


def test_ids_depend_on_words_and_not_on_places() -> None:
    before = {s.span.of(TEXT): s.id for s in dossier().statements}
    moved = article()
    moved.claims.reverse()
    after = assemble(SETTINGS, Registry((person(),)), [moved.annotated()]).statements
    assert {s.span.of(TEXT): s.id for s in after} == before


def test_equal_claims_of_one_source_have_different_ids() -> None:
    made = Article("Es regnet. Es regnet.\n")
    made.claim("Es regnet.", Certainty.ASSERTED)
    made.claim("Es regnet.", Certainty.ASSERTED, nth=2)
    first, second = assemble(SETTINGS, Registry(), [made.annotated()]).statements
    assert second.id == f"{first.id}-2"


def test_sources_stand_in_the_order_of_publication_the_undated_last() -> None:
    made = [article("ohne", None), article("spaet", "2024-03"), article("frueh", "2023")]
    found = assemble(SETTINGS, Registry((person(),)), [one.annotated() for one in made])
    assert [source.document.id for source in found.sources] == ["frueh", "spaet", "ohne"]


def test_sections_belong_to_the_topic_that_names_their_heading() -> None:
    topic = RegistryEntity(EntityId("folgen"), Kind.TOPIC, "Folgen", PLACE, sections=("Was folgt daraus?",))
    sections = dossier(Registry((person(), topic)), topics=(EntityId("reisen"),)).sections
    assert [(s.topic, s.heading.of(TEXT) if s.heading else None) for s in sections] == [
        ("reisen", None),
        (None, None),
        ("folgen", "Was folgt daraus?"),
    ]


def test_a_heading_that_no_topic_names_is_a_draft_topic() -> None:
    topic = by_id(dossier(), "thema-was-folgt-daraus")
    assert (topic.kind, topic.name, topic.status) == (Kind.TOPIC, "Was folgt daraus?", Status.DRAFT)


def test_events_stand_in_order_of_time_the_undated_last() -> None:
    def event(identity: str, edtf: str | None) -> RegistryEvent:
        date = Edtf(edtf) if edtf else None
        return RegistryEvent(EntityId(identity), identity, date, Certainty.ASSERTED, (wording("Linz."),), PLACE)

    registry = Registry(events=(event("ohne", None), event("jahr", "2019"), event("achtziger", "198X")))
    assert [e.id for e in dossier(registry).events] == ["achtziger", "jahr", "ohne"]


def test_a_side_of_a_dispute_has_the_statements_that_its_words_are_part_of() -> None:
    side = RegistrySide("denies", (EntityId("linz"),), (wording("Das bestreitet Linz"),))
    registry = Registry(disputes=(RegistryDispute(EntityId("streit"), "Streit", (side,), PLACE),))
    found = dossier(registry)
    assert found.disputes[0].sides[0].statements == (found.statements[1].id,)


def test_speakers_are_quoted_in_the_outlet_they_spoke_to() -> None:
    (relation,) = dossier().relations
    assert (relation.type, relation.subject, relation.object) == ("quoted_in", ANNA, "wiener-post")
    assert relation.evidence[0].span.of(TEXT) == "Die Stadt Linz liefert Haubitzen"


def test_a_fact_about_an_institution_implies_an_affiliation() -> None:
    fact = RegistryFact("institution", "Post", entity=EntityId("post"), evidence=(wording("Wiener Post"),))
    found = dossier(Registry((person(facts=(fact,)),)))
    assert ("affiliated_with", ANNA, "post") in {(r.type, r.subject, r.object) for r in found.relations}


def test_mentions_tell_the_kind_of_alias() -> None:
    misprint = Alias("Anna Berg", AliasKind.MISPRINT)
    found = dossier(Registry((person(aliases=(misprint,)),)))
    assert {m.alias for m in found.mentions if m.entity == ANNA} == {AliasKind.MISPRINT}
