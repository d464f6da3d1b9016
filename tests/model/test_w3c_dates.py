from __future__ import annotations

import pytest

from generator.model.edtf import w3c
from generator.model.ids import Edtf


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023", "2023"),
        ("2023-09~", "2023-09"),
        ("2023-09-13", "2023-09-13"),
        ("198X", "1989-12-31"),
        ("2023-22", "2023-08-31"),  # summer: June to August
        ("2019/2021-03", "2021-03-31"),
        ("2020/..", ""),
        ("[2023-09-04,2023-09-11]", "2023-09-11"),
    ],
)
def test_no_date_is_written_more_precisely_than_it_is(edtf: str, expected: str) -> None:
    assert w3c(Edtf(edtf)) == expected
