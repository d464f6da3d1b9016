from __future__ import annotations

from typing import TYPE_CHECKING

from generator.assemble import assemble
from generator.model.ids import Certainty, Kind, QuotationType
from generator.model.registry import Registry
from generator.model.settings import Settings
from tests.assemble_support import Article

if TYPE_CHECKING:
    from generator.model.dossier import Dossier, Statement

SETTINGS = Settings("Probe", "https://probe.example/")


def dossier(article: Article) -> Dossier:
    return assemble(SETTINGS, Registry(), [article.annotated()])


def statements(article: Article) -> list[Statement]:
    return list(dossier(article).statements)


def wordings(article: Article) -> list[str]:
    return [statement.span.of(article.text) for statement in statements(article)]


def test_an_indirect_claim_and_a_quotation_in_one_sentence_are_two_statements() -> None:
    made = Article("Berg glaubt, der Zoll könnte fallen: «Er fällt wohl bald», so Berg zur Wiener Post.\n")
    made.name("Wiener Post", Kind.OUTLET)
    made.quote("der Zoll könnte fallen", QuotationType.INDIRECT, "Berg")
    made.quote("Er fällt wohl bald", QuotationType.DIRECT, "Berg", outlet="Wiener Post")
    made.claim(made.text.strip(), Certainty.POSSIBLE, "könnte", "wohl")
    first, second = statements(made)
    assert (first.span.of(made.text), first.type) == ("der Zoll könnte fallen", QuotationType.INDIRECT)
    assert (second.span.of(made.text), second.type) == ("Er fällt wohl bald", QuotationType.DIRECT)
    assert [t.of(made.text) for t in first.triggers] == ["könnte"]
    assert [t.of(made.text) for t in second.triggers] == ["wohl"]
    assert first.sentence == second.sentence


def test_an_outlet_holds_for_everything_a_speaker_says_in_the_sentence() -> None:
    made = Article("Berg glaubt, der Zoll falle: «Er fällt bald», so Berg zur Wiener Post. Er falle sicher.\n")
    made.name("Wiener Post", Kind.OUTLET)
    made.quote("der Zoll falle", QuotationType.INDIRECT, "Berg")
    made.quote("Er fällt bald", QuotationType.DIRECT, "Berg", outlet="Wiener Post")
    made.quote("Er falle sicher", QuotationType.INDIRECT, "Berg")
    outlets = [quotation.outlet.name if quotation.outlet else None for quotation in dossier(made).quotations]
    assert outlets == ["Wiener Post", "Wiener Post", None]


def test_fragments_in_quotation_marks_belong_to_the_indirect_claim() -> None:
    made = Article("Der Zoll sei ein «Skandal» und «Unsinn», sagte Berg.\n")
    made.quote("Der Zoll sei ein «Skandal» und «Unsinn»", QuotationType.INDIRECT, "Berg")
    made.quote("Skandal", QuotationType.DIRECT, "Berg")
    made.quote("Unsinn", QuotationType.DIRECT, "Berg")
    made.claim(made.text.strip(), Certainty.REPORTED, "sagte")
    assert wordings(made) == ["Der Zoll sei ein «Skandal» und «Unsinn»"]


def test_the_halves_of_an_interrupted_quotation_are_one_statement() -> None:
    made = Article("«Der Zoll fällt», sagte Berg, «und das ist gut so.»\n")
    made.quote("Der Zoll fällt", QuotationType.DIRECT, "Berg")
    made.quote("und das ist gut so.", QuotationType.DIRECT, "Berg")
    made.claim(made.text.strip(), Certainty.REPORTED, "sagte")
    assert wordings(made) == ["Der Zoll fällt», sagte Berg, «und das ist gut so."]


def test_a_wording_keeps_what_it_cannot_be_understood_without() -> None:
    made = Article(
        "Linz verdächtigt Graz, den Zoll zu senken. Linz zufolge senkte Graz den Zoll. Er senke ihn, hiess es.\n"
    )
    made.quote("den Zoll zu senken", QuotationType.INDIRECT, "Linz")
    made.quote("senkte Graz den Zoll", QuotationType.INDIRECT, "Linz")
    made.quote("Er senke ihn", QuotationType.INDIRECT)
    made.claim("Linz verdächtigt Graz, den Zoll zu senken.", Certainty.ALLEGED, "verdächtigt")
    made.claim("Linz zufolge senkte Graz den Zoll.", Certainty.ALLEGED, "zufolge")
    made.claim("Er senke ihn, hiess es.", Certainty.REPORTED, "senke", "hiess")
    assert wordings(made) == [
        "Linz verdächtigt Graz, den Zoll zu senken.",
        "Linz zufolge senkte Graz den Zoll.",
        "Er senke ihn",
    ]


def test_a_denial_is_one_statement_of_those_who_deny() -> None:
    made = Article("Gerüchte, wonach der Zoll fällt, wies Berg als «Unsinn» zurück.\n")
    made.quote("der Zoll fällt", QuotationType.INDIRECT, "Gerüchte")
    made.quote("Unsinn", QuotationType.DIRECT, "Berg")
    made.claim(made.text.strip(), Certainty.DENIED, "wies")
    (statement,) = statements(made)
    assert [holder.name for holder in statement.holders] == ["Berg"]
    assert statement.span.of(made.text) == made.text.strip()


def test_a_statement_is_about_what_its_wording_names() -> None:
    made = Article("Graz senke den Zoll, sagte Eva Berg aus Linz.\n")
    made.name("Graz", Kind.PLACE)
    made.name("Eva Berg", Kind.PERSON)
    made.name("Linz", Kind.PLACE)
    made.quote("Graz senke den Zoll", QuotationType.INDIRECT, "Eva Berg")
    made.claim(made.text.strip(), Certainty.REPORTED, "senke", "sagte")
    assert statements(made)[0].about == ("graz",)


def test_a_government_named_by_an_adjective_is_its_state() -> None:
    made = Article("Das sagte die österreichische Regierung. Österreich schwieg.\n")
    made.name("Österreich", Kind.STATE)
    made.quote("Das", QuotationType.INDIRECT, "die österreichische Regierung")
    assert [speaker.entity for speaker in dossier(made).quotations[0].speakers] == ["oesterreich"]


def test_a_government_named_by_a_compound_is_its_state() -> None:
    made = Article("Das sagte die US-Regierung.\n")
    made.name("US", Kind.STATE, "USA")
    made.quote("Das", QuotationType.INDIRECT, "die US-Regierung")
    assert [speaker.entity for speaker in dossier(made).quotations[0].speakers] == ["usa"]


def test_a_picture_is_no_context_of_the_text_beside_it() -> None:
    made = Article(
        "Der Zoll fällt bald im ganzen Land\n\nEs war so. Bild: keystone\n\nDas wird teuer für alle, die reisen.\n"
    )
    made.claim("Das wird teuer für alle, die reisen.", Certainty.ASSERTED)
    (statement,) = statements(made)
    blocks = dossier(made).sources[0].parse.blocks
    assert {block.kind for block in blocks} >= {"credit"}
    assert statement.context is None


def test_a_pronoun_is_linked_to_whom_it_stands_for() -> None:
    made = Article("Anna Berg kam. Das sei falsch, sagte sie.\n")
    made.name("Anna Berg", Kind.PERSON)
    made.quote("Das sei falsch", QuotationType.INDIRECT, "sie", name="Anna Berg")
    (quotation,) = dossier(made).quotations
    assert [speaker.entity for speaker in quotation.speakers] == ["anna-berg"]
