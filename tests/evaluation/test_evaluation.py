from __future__ import annotations

import pytest

from tests.evaluation.record import read_record
from tests.evaluation.report import OWN, report
from tests.evaluation.run import evaluate, own_set

TOLERANCE = 0.5


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return evaluate(own_set())


@pytest.mark.parametrize("figure", read_record()[OWN])
def test_no_figure_falls_below_the_recorded_one(figure: str, measured: dict[str, float]) -> None:
    assert measured[figure] >= read_record()[OWN][figure] - TOLERANCE


def test_every_figure_is_recorded(measured: dict[str, float]) -> None:
    assert read_record()[OWN].keys() == measured.keys()


def test_the_set_is_large_and_mixed_enough() -> None:
    texts = own_set()
    assert sum(len(text.claims or ()) for text in texts) >= 150
    assert len({text.id for text in texts}) == len(texts)
    quotations = [label.type for text in texts for label in text.quotations or ()]
    assert {kind: quotations.count(kind) >= 8 for kind in ("direct", "indirect", "running", "reported")} == {
        "direct": True,
        "indirect": True,
        "running": True,
        "reported": True,
    }


def test_the_table_shows_public_sets_beside_our_own() -> None:
    page = report(
        {OWN: {"dates: found": 91.04}, "times/dev": {"dates: found": 88.0}, "speed": {"seconds to load": 0.5}}
    )
    assert "|  | reference | goal | times/dev | own |" in page
    assert "| dates: found | 80.7 | 88 | 88.0 | 91.0 |" in page
    assert "| seconds to load | 0.6 | 0.5 |" in page
    assert "quotations/dev" not in page
