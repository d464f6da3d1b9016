"""Names of bodies as their title has them, worked out with the declension of the Duden grammar."""

from __future__ import annotations

import pytest

from generator.german.names.nominative import nominative


@pytest.mark.parametrize(
    ("article", "name", "title"),
    [
        ("der", "Technischen Universität", "Technische Universität"),
        ("zur", "Freien Union", "Freie Union"),
        ("im", "Auswärtigen Amt", "Auswärtiges Amt"),
        ("das", "Auswärtige Amt", "Auswärtiges Amt"),
        ("des", "Schweizerischen Instituts", "Schweizerisches Institut"),
        ("des", "Deutschen Verbandes", "Deutscher Verband"),
        ("der", "Europäische Gerichtshof", "Europäischer Gerichtshof"),
        ("den", "Vereinten Nationen", "Vereinte Nationen"),
        ("laut", "Schweizerischem Institut", "Schweizerisches Institut"),
        ("", "Europäischer Gerichtshof", "Europäischer Gerichtshof"),
        ("der", "Wiener Universität", "Wiener Universität"),
        ("an", "Leipziger Akademie", "Leipziger Akademie"),
        ("die", "Deutsche Bank", "Deutsche Bank"),
        ("dem", "Gelben Dings", "Gelbe Dings"),
    ],
)
def test_the_name_is_that_of_the_title(article: str, name: str, title: str) -> None:
    *adjectives, noun = name.split()
    named, base = nominative(article, adjectives, noun)
    assert " ".join([*named, base]) == title
