from __future__ import annotations

import time

from HanTa.HanoverTagger import HanoverTagger

from generator.german import tagger
from generator.german.tagger import tag


def test_tags_and_lemmas() -> None:
    assert tag(["Putin", "lieferte", "Waffen", "."]) == [
        ("NE", "Putin"),
        ("VV(FIN)", "liefern"),
        ("NN", "Waffe"),
        ("$.", "."),
    ]


def test_no_words_no_tags() -> None:
    assert tag([]) == []


def test_a_rare_konjunktiv_is_no_noun() -> None:
    assert tag(["Man", "wiese", "es", "ab", "."])[1] == ("VV(FIN)", "weisen")
    assert tag(["Er", "bäte", "um", "Geld", "."])[1] == ("VV(FIN)", "bitten")


def test_a_sentence_has_a_finite_verb() -> None:
    assert tag(["Die", "Behörden", "beabsichtigen", ",", "den", "Platz", "zu", "räumen", "."])[2][0] == "VV(FIN)"


def test_lemmas_of_hyphenated_nouns_keep_their_capitals() -> None:
    assert tag(["Die", "US-Regierungen", "schweigen"])[1] == ("NN", "US-Regierung")


def test_long_words_keep_their_place_and_cost_little() -> None:
    words = ["Das", "x" * 100000, "kommt"]
    start = time.process_time()
    assert [lemma for _, lemma in tag(words)][1] == words[1]
    assert time.process_time() - start < 5


def test_long_sentences_are_tagged_whole() -> None:
    assert len(tag(["Haus"] * 1234)) == 1234


def test_the_states_that_lead_to_each_other_are_those_of_the_library() -> None:
    theirs, ours = HanoverTagger("morphmodel_ger.pgz"), tagger._model()  # noqa: SLF001  nothing else shows the table
    assert ours.reachability == theirs.reachability
    assert ours.atomic_class == theirs.atomic_class
