from __future__ import annotations

from collections import Counter

from generator.model.ids import Certainty
from generator.render.labels import labels
from generator.render.statusbar import by_status


def test_the_bar_is_told_in_words_the_questions_as_such() -> None:
    statuses = (Certainty.QUESTION, Certainty.ALLEGED, Certainty.QUESTION, Certainty.POSSIBLE, Certainty.ALLEGED)
    told = by_status(labels("de"), Counter(statuses)).source
    assert told.replace("&#58;", ":").endswith("5 Aussagen: 1 möglich, 2 behauptet, 2 Fragen")
    assert told.count("<rect") == 3
    assert 'width="128"' in told, "two of five are 128 of 320 pixels"


def test_few_statements_need_no_summary() -> None:
    assert not by_status(labels("de"), Counter({Certainty.ASSERTED: 2}))
