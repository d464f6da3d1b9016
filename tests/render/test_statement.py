from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.ids import Certainty, QuotationType
from generator.render.context import build_context
from generator.render.phrases import status
from generator.render.statement import words
from tests.render.sample import DOSSIER, STATEMENTS, VISIT, span

CONTEXT = build_context(DOSSIER)
SENTENCE = "Nordland könnte die Rakete Falke-7 liefern, sagte der Analyst Uwe Falk vom Institut für Lagekunde (IfL)"


def said(part: str, kind: QuotationType | None) -> str:
    """The wording of a statement that is `part` of the sentence about the rocket."""
    statement = next(s for s in STATEMENTS if s.id == "falke")
    written = words(CONTEXT, "x.md", replace(statement, span=span(VISIT, part), type=kind, context=None))
    return written.source.removeprefix("> ").rpartition("\u00a0[")[0]


@pytest.mark.parametrize(
    ("part", "kind", "shown"),
    [
        (SENTENCE, None, f"{SENTENCE}\u00a0…"),
        ("Nordland könnte die Rakete Falke-7 liefern", None, "Nordland könnte die Rakete Falke-7 liefern\u00a0…"),
        (
            "Nordland könnte die Rakete Falke-7 liefern",
            QuotationType.INDIRECT,
            "Nordland könnte die Rakete Falke-7 liefern",
        ),
        ("könnte die Rakete", QuotationType.INDIRECT, "…\u00a0könnte die Rakete"),
        ("Tagblatt", QuotationType.DIRECT, "«Tagblatt»"),
    ],
)
def test_what_is_left_out_of_a_sentence_can_be_seen(part: str, kind: QuotationType | None, shown: str) -> None:
    assert said(part, kind) == shown


def test_a_question_mark_explains_no_status() -> None:
    assert "?" not in status(CONTEXT, "x.md", Certainty.QUESTION, ["?"]).source
    assert status(CONTEXT, "x.md", Certainty.POSSIBLE, ["könnte", "könnte"]).source.endswith("(„könnte“)")
