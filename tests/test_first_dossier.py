"""The article of this project, read closely: what a good dossier gets right. Expected values come from reading it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.annotate import annotate
from generator.german.names.known import known_names
from generator.model.annotation import BlockKind
from generator.model.ids import Certainty, Kind, QuotationType
from generator.model.registry import Registry
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from generator.model.annotation import AnnotatedDocument
    from generator.model.dossier import Dossier, EntityQuotation, Statement
    from generator.model.span import Span


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return pipeline.build_dossier(REPOSITORY)


@pytest.fixture(scope="module")
def source(dossier: Dossier) -> AnnotatedDocument:
    (only,) = dossier.sources
    return only


@pytest.fixture(scope="module")
def text(source: AnnotatedDocument) -> str:
    return source.document.text


def meaning(dossier: Dossier, text: str, context: str, words: str) -> list[str]:
    """The entities that `words` mean inside `context`, which stands once in the text; metonyms with a star."""
    assert text.count(context) == 1
    start = text.index(context)
    return [
        m.entity + "*" * m.metonym
        for m in dossier.mentions
        if start <= m.span.start < start + len(context) and m.span.of(text) == words
    ]


def saying(dossier: Dossier, text: str, words: str) -> EntityQuotation:
    return next(q for q in dossier.quotations if q.span.of(text).startswith(words))


def stated(dossier: Dossier, text: str, words: str) -> Statement:
    return next(s for s in dossier.statements if words in s.span.of(text))


@pytest.mark.parametrize(
    ("words", "kind", "rule"),
    [
        ("date 2023-09", BlockKind.BOILERPLATE, "crawler-prefix"),
        ("Verbündete: Kim Jong und und Wladimir Putin", BlockKind.CAPTION, None),
        ("Putin reist 9000 Kilometer – nur um Kim zu treffen", BlockKind.TITLE, None),
        ("Mehr «International»", BlockKind.BOILERPLATE, "rubric"),
        ("Ein Artikel von", BlockKind.BOILERPLATE, "byline"),
        ("Was hat Kim Putin zu bieten?", BlockKind.HEADING, None),
        ("Kim wirbt mit Kriegswaffen im Staatsfernsehen", BlockKind.HEADING, None),
        ("Bild: T-online", BlockKind.CREDIT, None),
        ("Kim reist mit seinem Zuge, April 2019.", BlockKind.CAPTION, None),
        ("Mehr zum Thema: Als Bush von Prigoschin bedient wurde", BlockKind.BOILERPLATE, "teaser"),
        ("(t-online, afp, dm)", BlockKind.BOILERPLATE, "agency-line"),
    ],
)
def test_blocks_are_told_apart(
    source: AnnotatedDocument, text: str, words: str, kind: BlockKind, rule: str | None
) -> None:
    (block,) = (b for b in source.parse.blocks if b.span.of(text) == words)
    assert block.kind is kind
    assert rule in (None, block.rule)


def test_lead_and_five_headings_of_which_two_are_questions(source: AnnotatedDocument, text: str) -> None:
    kinds = Counter(block.kind for block in source.parse.blocks)
    headings = [b.span.of(text) for b in source.parse.blocks if b.kind is BlockKind.HEADING]
    assert (kinds[BlockKind.LEAD], len(headings), sum(h.endswith("?") for h in headings)) == (1, 5, 2)


@pytest.mark.parametrize(
    ("context", "words", "entities"),
    [
        ("Kim Jong und und Wladimir Putin", "Kim Jong und", ["kim-jong-un"]),
        ("nur um Kim zu treffen", "Kim", ["kim-jong-un"]),
        ("der damalige Machthaber Kim Jong Il", "Kim Jong Il", ["kim-jong-il"]),
        ("Kims Sohn Kim Jong Un", "Kims", ["kim-jong-il"]),
        ("Kims Sohn Kim Jong Un", "Kim Jong Un", ["kim-jong-un"]),
        ("«Held Kim Kun Ok»", "Held Kim Kun Ok", ["held-kim-kun-ok"]),
        ("«Held Kim Kun Ok»", "Kim", []),
        ("Was hat Kim Putin zu bieten?", "Kim", ["kim-jong-un"]),
        ("Was hat Kim Putin zu bieten?", "Putin", ["wladimir-putin"]),
        ("Der Überblick zum Kim-Putin-Gipfel", "Kim", ["kim-jong-un"]),
        ("Der Überblick zum Kim-Putin-Gipfel", "Putin", ["wladimir-putin"]),
        ("Moskau und Pjöngjang dementieren", "Moskau", ["russland*"]),
        ("Moskau und Pjöngjang dementieren", "Pjöngjang", ["nordkorea*"]),
        ("nordkoreanischen Diplomaten in Moskau", "Moskau", ["moskau"]),
        ("Washington hat beiden Ländern", "Washington", ["usa*"]),
        ("Die Sowjetunion reduzierte", "Sowjetunion", ["sowjetunion"]),
        ("Die USA, Grossbritannien, Südkorea", "Grossbritannien", ["grossbritannien"]),
        ("dem russischen Iskander-System", "Iskander-System", ["iskander"]),
    ],
)
def test_names_mean_who_they_mean(dossier: Dossier, text: str, context: str, words: str, entities: list[str]) -> None:
    assert meaning(dossier, text, context, words) == entities


def test_four_times_moskau_and_every_pjoengjang_is_a_government(dossier: Dossier, text: str) -> None:
    assert Counter(m.span.of(text) for m in dossier.mentions if m.metonym) == {
        "Moskau": 4,
        "Pjöngjang": 4,
        "Washington": 1,
    }


@pytest.mark.parametrize("words", ["Westen", "internationalen Gemeinschaft"])
def test_the_west_and_the_international_community_are_nobodys_state(dossier: Dossier, text: str, words: str) -> None:
    assert words in text
    assert words not in {m.span.of(text) for m in dossier.mentions}


def test_nothing_of_the_teaser_is_mentioned(dossier: Dossier) -> None:
    assert not {"bush", "prigoschin"} & {part for e in dossier.entities for part in e.id.split("-")}


def test_ten_quotations_are_speech_and_names_in_quotation_marks_are_not(dossier: Dossier, text: str) -> None:
    direct = [q.span.of(text) for q in dossier.quotations if q.type is QuotationType.DIRECT]
    assert len(direct) == 10
    assert not {"ZDFheute", "Financial Times", "Held Kim Kun Ok", "International", "um Hilfe betteln"} & set(direct)
    assert all(text[text.index(words) - 1] == "«" for words in direct)


@pytest.mark.parametrize(
    ("words", "speakers", "outlet"),
    [
        ("Nordkorea könnte etwa die ballistische", ["ifang-bremer"], "zdfheute"),
        ("152 bis 122 Millimeter-Geschosse", ["ifang-bremer"], None),
        ("Nordkorea verfügt wahrscheinlich", ["joseph-dempsey"], "afp"),
        ("Die moderneren nordkoreanischen Waffen seien", ["joseph-dempsey"], None),
        ("Zudem sei unklar", ["joseph-dempsey"], None),
        ("Wenn Russland mehr hochentwickelte Waffen", ["yang-uk"], "financial-times"),
        ("Kim versucht, seine Waffenindustrie", ["yang-uk"], "financial-times"),
        ("Produktionskapazitäten für die Weiterentwicklung", ["joseph-dempsey"], None),
        ("Jedes Übertragen von Waffen", ["matthew-miller"], None),
        ("Ich würde es als", ["matthew-miller"], None),
        ("hinter verschlossenen Türen", ["cheong"], None),
        ("Verantwortung der internationalen", ["cheong"], None),
        ("Pjöngjang bestreitet das", ["nordkorea"], None),
        ("Moskau und Pjöngjang dementieren", ["russland", "nordkorea"], None),
        ("dass eine entsprechende Vereinbarung", ["usa", "grossbritannien", "suedkorea", "japan"], None),
    ],
)
def test_words_belong_to_those_who_say_them(
    dossier: Dossier, text: str, words: str, speakers: list[str], outlet: str | None
) -> None:
    quotation = saying(dossier, text, words)
    assert [speaker.entity for speaker in quotation.speakers] == speakers
    assert (quotation.outlet.entity if quotation.outlet else None) == outlet


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("Die USA verdächtigen Russland", Certainty.ALLEGED),
        ("Moskau und Pjöngjang dementieren", Certainty.DENIED),
        ("Der US-Regierung zufolge lieferte", Certainty.ALLEGED),
        ("Pjöngjang bestreitet das", Certainty.DENIED),
        ("Nordkorea könnte etwa die ballistische", Certainty.POSSIBLE),
        ("Zudem sei unklar", Certainty.REPORTED),
        ("Washington hat beiden Ländern", Certainty.ANNOUNCED),
        ("Was hat Kim Putin zu bieten?", Certainty.QUESTION),
        ("Iskander-Raketen kommen auch", Certainty.ASSERTED),
    ],
)
def test_status_comes_from_grammar(dossier: Dossier, text: str, words: str, certainty: Certainty) -> None:
    assert stated(dossier, text, words).certainty is certainty


def test_experts_are_those_whose_assessment_is_quoted(dossier: Dossier) -> None:
    experts = {entity.id for entity in dossier.entities if entity.expert}
    assert experts == {"ifang-bremer", "joseph-dempsey", "yang-uk", "cheong"}


def test_the_annotators_see_the_experts_without_the_registry(source: AnnotatedDocument) -> None:
    mentions = annotate(source.document, known_names(Registry())).mentions
    experts = {m.name for m in mentions if m.kind is Kind.PERSON and "expert" in m.roles}
    assert experts == {"Ifang Bremer", "Joseph Dempsey", "Yang Uk", "Cheong"}


def test_every_weapon_has_a_page(dossier: Dossier) -> None:
    weapons = {entity.id for entity in dossier.entities if entity.kind is Kind.WEAPON}
    assert weapons == {
        "kn-23", "iskander", "held-kim-kun-ok", "artilleriemunition", "panzermunition", "raketenwerfer", "raketen",
        "interkontinentalraketen", "marschflugkoerper", "sturmgewehre", "drohnenmotoren", "artilleriegeschuetze",
        "kampfpanzer", "u-boote",
    }  # fmt: skip


def test_dates_keep_the_precision_of_their_words(source: AnnotatedDocument, text: str) -> None:
    def dated(span: Span) -> str:
        return span.of(text)

    assert [(dated(d.span), d.edtf) for d in source.dates] == [
        ("im vergangenen Jahr", "2022"),
        ("Im August", "2023-08"),
        ("vom vergangenen Jahr", "2022"),
        ("vor 75 Jahren", "1948~"),
        ("in den 80er Jahren", "198X"),
        ("1991", "1991"),
        ("April 2019", "2019-04"),
        ("Januar 2019", "2019-01"),
        ("in den 00er Jahren", "200X"),
        ("im Jahr 2000", "2000"),
        ("2019", "2019"),
        ("am Montag", "[2023-09-04,2023-09-11,2023-09-18,2023-09-25]"),
    ]


def test_calibres_stay_as_printed(dossier: Dossier) -> None:
    calibres = {f.value for e in dossier.entities for f in e.facts if f.property == "calibre"}
    assert calibres == {"152 bis 122 Millimeter", "100 bis 150 Millimeter"}


def test_a_possible_delivery_is_never_a_delivery(dossier: Dossier) -> None:
    deliveries = [r for r in dossier.relations if r.type == "supplies"]
    assert deliveries
    assert {r.certainty for r in deliveries} <= {Certainty.POSSIBLE, Certainty.ALLEGED}


def test_allegation_and_denial_stand_side_by_side(dossier: Dossier) -> None:
    sides = {d.id: {(s.stance, s.holders) for s in d.sides} for d in dossier.disputes}
    assert {("alleges", ("usa",)), ("denies", ("russland", "nordkorea"))} <= sides["waffendeal"]
    assert sides["lieferung-an-wagner-2022"] == {("alleges", ("usa",)), ("denies", ("nordkorea",))}
    assert {who for _, who in sides["eignung-moderner-waffen"]} == {("ifang-bremer",), ("joseph-dempsey",)}


def test_nothing_is_left_to_decide(dossier: Dossier) -> None:
    assert not dossier.unresolved
    assert not [entity.id for entity in dossier.entities if entity.status == "draft"]
