from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.collation import OTHER, collation_key, initial


def test_german_order() -> None:
    names = ["Zug", "Öl", "Oslo", "Ober", "Straße", "Strasse 2", "strassburg", "Ähre", "Ahorn", "«Aal»"]
    expected = ["«Aal»", "Ahorn", "Ähre", "Ober", "Öl", "Oslo", "strassburg", "Straße", "Strasse 2", "Zug"]
    assert sorted(names, key=collation_key) == expected


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Österreich", "O"),
        ("«Held»", "H"),
        ("’s-Hertogenbosch", "S"),
        ("łódź", "L"),
        ("3M", OTHER),
        ("朝鮮", OTHER),
        ("!", OTHER),
    ],
)
def test_initial(name: str, letter: str) -> None:
    assert initial(name) == letter


@given(st.text())
def test_any_name_has_one_initial(name: str) -> None:
    assert initial(name) in {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", OTHER}
