from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.render.cite import cite
from generator.render.context import build_context
from tests.render.pages_sample import DOSSIER

if TYPE_CHECKING:
    from generator.model.dossier import Dossier


def cited(key: str, dossier: Dossier = DOSSIER) -> str:
    context = build_context(dossier)
    (statement,) = context.statements[key]
    return cite(context, statement)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("falke", "Uwe Falk → Tagblatt: „Nordland könnte die Rakete Falke-7 liefern“ (indirekt, möglich)"),
        ("delivery", "Tagblatt: „Nordland soll Haubitzen an Südmark liefern.“ (behauptet)"),
        ("checking", "ein Sprecher: „Wir prüfen [alles]“ (wörtlich, wiedergegeben)"),
    ],
)
def test_a_statement_in_german(key: str, said: str) -> None:
    address = f"https://dossier.example/aussagen/besuch.html#{key}"
    assert cited(key) == f"{said}. Berg reist nach Hafenstadt, Mai 2024. {DOSSIER.settings.title}, {address}"


def test_a_statement_in_english() -> None:
    english = replace(DOSSIER, settings=replace(DOSSIER.settings, language="en"))
    assert cited("falke", english).startswith(
        "Uwe Falk → Tagblatt: “Nordland könnte die Rakete Falke-7 liefern” (indirect, possible). "
        "Berg reist nach Hafenstadt, May 2024. "
    )


def test_words_that_may_not_be_shown_are_left_out() -> None:
    hidden = replace(DOSSIER, events=(), relations=())
    assert cited("visit2019", hidden).startswith("Tagblatt: (dargestellt). Wie es anfing, 2020. ")
