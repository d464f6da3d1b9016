from __future__ import annotations

import pytest

from generator.model.address import absolute, built


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("index.md", "index.html"),
        ("akteure/kim-jong-un.md", "akteure/kim-jong-un.html"),
        ("aussagen/index.md#a-1a2b3c4d5e", "aussagen/index.html#a-1a2b3c4d5e"),
        ("daten/dossier.json", "daten/dossier.json"),
    ],
)
def test_where_a_place_stands_on_the_site(place: str, path: str) -> None:
    assert built(place) == path
    assert absolute("https://a.example/sub/", place) == f"https://a.example/sub/{path}"
    assert absolute("https://a.example/sub", place) == f"https://a.example/sub/{path}"
