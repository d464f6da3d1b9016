from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.assemble import assemble
from generator.model.ids import Certainty, EntityId, Origin, QuotationType, SourceId
from generator.model.registry import Place, Registry, RegistryDispute, RegistrySide, Wording
from generator.model.settings import Settings
from tests.assemble_support import Article

if TYPE_CHECKING:
    from generator.model.dossier import Dossier

SETTINGS = Settings("Probe", "https://probe.example/")
ALLEGED = "Linz wirft Graz vor, Waffen zu liefern."


def article(*sentences: str) -> Article:
    """The allegation, then `sentences`: what Graz says is a denial, what starts with a capital "M" is Moser's."""
    made = Article(" ".join([ALLEGED, *sentences]) + "\n")
    made.claim(ALLEGED, Certainty.ALLEGED, "wirft")
    made.quote("Waffen zu liefern", QuotationType.INDIRECT, "Linz")
    for sentence in sentences:
        if sentence.startswith("Graz"):
            made.claim(sentence, Certainty.DENIED, sentence.split()[1])
            made.quote(sentence.rstrip("."), QuotationType.REPORTED, "Graz")
        elif sentence.startswith("Moser"):
            made.claim(sentence, Certainty.REPORTED, "sagt")
            made.quote(sentence.partition(", ")[2].rstrip("."), QuotationType.INDIRECT, "Moser")
        else:
            made.claim(sentence, Certainty.ASSERTED)
    return made


def dossier(made: Article, registry: Registry | None = None) -> Dossier:
    return assemble(SETTINGS, registry or Registry(), [made.annotated()])


def pairs(made: Article) -> list[tuple[str, str]]:
    found = dossier(made)
    words = {statement.id: statement.span.of(made.text) for statement in found.statements}
    return [
        (words[key], words[dispute.sides[0].statements[0]])
        for dispute in found.disputes
        for side in dispute.sides[1:]
        for key in side.statements
    ]


@pytest.mark.parametrize(
    "denial",
    [
        "Graz bestreitet das.",
        "Graz dementiert.",
        "Graz weist die Anschuldigung zurück.",
        "Graz bestreitet eine Waffenlieferung.",
    ],
)
def test_a_denial_is_paired_with_what_it_denies(denial: str) -> None:
    assert pairs(article(denial)) == [(denial, ALLEGED)]


def test_an_accusation_is_found_across_other_sentences_but_a_pronoun_points_to_the_sentence_before() -> None:
    between = "Es regnet."
    assert pairs(article(between, "Graz weist den Vorwurf zurück.")) == [("Graz weist den Vorwurf zurück.", ALLEGED)]
    assert pairs(article(between, "Graz bestreitet das.")) == []


def test_a_pronoun_points_to_the_last_thing_that_somebody_said() -> None:
    moser = "Moser sagt, der Zoll falle."
    assert pairs(article(moser, "Graz bestreitet das.")) == [("Graz bestreitet das.", "der Zoll falle")]


def test_other_words_have_to_be_alike() -> None:
    assert pairs(article("Graz bestreitet Geldsorgen.")) == []


def test_nobody_denies_his_own_words() -> None:
    made = Article("Graz sagt, der Zoll falle. Graz bestreitet das.\n")
    made.claim("Graz sagt, der Zoll falle.", Certainty.REPORTED, "sagt")
    made.quote("der Zoll falle", QuotationType.INDIRECT, "Graz")
    made.claim("Graz bestreitet das.", Certainty.DENIED, "bestreitet")
    made.quotations.append(
        made.quotations[0].__class__(QuotationType.REPORTED, made.span("Graz bestreitet das"), "test")
    )
    assert pairs(made) == []


def test_what_is_not_sure_is_left_to_a_person() -> None:
    found = dossier(article("Es regnet.", "Graz bestreitet das."))
    assert [item.reason for item in found.unresolved] == ["denial"]


def test_an_allegation_two_paragraphs_before_is_out_of_reach() -> None:
    made = Article(f"Der Streit um Waffen\n\n{ALLEGED}\n\nEs regnet im Land.\n\nGraz weist den Vorwurf zurück.\n")
    made.claim(ALLEGED, Certainty.ALLEGED, "wirft")
    made.claim("Graz weist den Vorwurf zurück.", Certainty.DENIED, "weist")
    made.quote("Graz weist den Vorwurf zurück", QuotationType.REPORTED, "Graz")
    assert dossier(made).disputes == ()


def test_the_title_is_the_words_themselves() -> None:
    (dispute,) = dossier(article("Graz bestreitet das.")).disputes
    assert dispute.title == "Bestritten: „Linz wirft Graz vor, Waffen zu liefern“"
    assert (dispute.origin, dispute.rule) == (Origin.EXTRACTED, "pointing-back")


def test_a_side_without_an_entity_keeps_its_words() -> None:
    (dispute,) = dossier(article("Graz bestreitet das.")).disputes
    assert [(side.stance, side.holders, side.unlinked) for side in dispute.sides] == [
        ("alleges", (), ("Linz",)),
        ("denies", (), ("Graz",)),
    ]


def test_a_dispute_of_the_registry_absorbs_the_extracted_one() -> None:
    def side(stance: str, words: str) -> RegistrySide:
        return RegistrySide(stance, (), (Wording(SourceId("probe"), words, PLACE),))

    made = article("Graz bestreitet das.", "Moser sagt, das stimme.")
    sides = (side("alleges", "Linz wirft Graz vor"), side("considers_possible", "das stimme"))
    registry = Registry(disputes=(RegistryDispute(EntityId("waffen"), "Waffen", sides, PLACE),))
    (dispute,) = dossier(made, registry).disputes
    assert (dispute.id, dispute.origin, dispute.formerly) == ("waffen", Origin.REGISTRY, ())
    assert [one.stance for one in dispute.sides] == ["alleges", "considers_possible", "denies"]


def test_a_dispute_of_the_registry_absorbs_what_it_names_as_formerly() -> None:
    made = article("Graz bestreitet das.", "Moser sagt, das stimme.")
    side = RegistrySide("considers_possible", (), (Wording(SourceId("probe"), "das stimme", PLACE),))
    (extracted,) = dossier(made).disputes
    written = RegistryDispute(EntityId("waffen"), "Waffen", (side,), PLACE, (extracted.id,))
    (dispute,) = dossier(made, Registry(disputes=(written,))).disputes
    assert (dispute.id, dispute.formerly) == ("waffen", (extracted.id,))
    assert [one.stance for one in dispute.sides] == ["considers_possible", "alleges", "denies"]


PLACE = Place("seeds/registry/a.yml", 1)


def test_a_criticism_is_the_allegation_whose_details_go_on_before_the_denial() -> None:
    made = Article(
        "Linz wirft Graz vor, zu spät zu warnen. Die Sirene sei stumm gewesen. Graz weist die Kritik zurück.\n"
    )
    made.claim("Linz wirft Graz vor, zu spät zu warnen.", Certainty.ALLEGED, "wirft")
    made.quote("zu spät zu warnen", QuotationType.INDIRECT, "Linz")
    made.claim("Die Sirene sei stumm gewesen.", Certainty.REPORTED, "sei")
    made.quote("Die Sirene sei stumm gewesen", QuotationType.INDIRECT, "Linz")
    made.claim("Graz weist die Kritik zurück.", Certainty.DENIED, "weist")
    made.quote("Graz weist die Kritik zurück", QuotationType.REPORTED, "Graz")
    assert pairs(made) == [("Graz weist die Kritik zurück.", "Linz wirft Graz vor, zu spät zu warnen.")]


def test_who_contradicts_and_says_no_more_denies_what_was_said_right_before() -> None:
    """His words follow a colon; that he denies is his own statement."""
    made = Article("Linz sagte, Graz schweige. Der Verteidiger von Graz, Abt, widersprach: Graz habe geredet.\n")
    made.claim("Linz sagte, Graz schweige.", Certainty.REPORTED, "sagte")
    made.quote("Graz schweige", QuotationType.INDIRECT, "Linz")
    made.claim("Der Verteidiger von Graz, Abt, widersprach", Certainty.DENIED, "widersprach")
    made.claim("Graz habe geredet.", Certainty.REPORTED, "habe")
    made.quote("Graz habe geredet", QuotationType.INDIRECT, "Abt")
    assert pairs(made) == [("Der Verteidiger von Graz, Abt, widersprach", "Graz schweige")]


def test_a_title_has_marks_of_its_own_and_other_ones_inside() -> None:
    made = Article("Linz sagte, Graz sei „ein Loch“. Graz bestreitet das.\n")
    made.claim("Linz sagte, Graz sei „ein Loch“.", Certainty.REPORTED, "sagte")
    made.quote("Graz sei „ein Loch“", QuotationType.INDIRECT, "Linz")
    made.claim("Graz bestreitet das.", Certainty.DENIED, "bestreitet")
    made.quote("Graz bestreitet das", QuotationType.REPORTED, "Graz")
    assert [dispute.title for dispute in dossier(made).disputes] == ["Bestritten: „Graz sei ‚ein Loch‘“"]
