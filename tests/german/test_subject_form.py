"""How those who speak are called by themselves."""

from __future__ import annotations

import pytest

from generator.german.subject_form import subject_form


@pytest.mark.parametrize(
    ("dative", "subject"),
    [
        ("dem Bericht", "der Bericht"),
        ("dem Ministerium des Landes", "das Ministerium des Landes"),
        ("einem Bericht", "ein Bericht"),
        ("einer Aussendung der Bank", "eine Aussendung der Bank"),
        ("dem ersten Bericht", None),  # "der erste Bericht": the adjective would change
        ("dem Ding", None),  # its gender is not known
        ("Finanzkreisen", None),
    ],
)
def test_a_dative_as_a_subject(dative: str, subject: str | None) -> None:
    assert subject_form(dative.split()) == subject
