"""Pages depend on the sentences that they show, and not on the rest of their sources."""

from __future__ import annotations

from generator.cache.watch import Asked, answer, watched
from generator.model.dossier import Evidence
from generator.render.context import build_context
from generator.render.evidence import marks
from tests.render.sample import DOSSIER

CONTEXT = build_context(DOSSIER)


def test_a_mark_asks_for_its_passage_and_not_for_the_whole_source() -> None:
    asked: Asked = {}
    said = DOSSIER.statements[0]
    marks(watched(CONTEXT, asked, frozenset({"sources"})), "index.md", [Evidence(said.source, said.span)])
    of_sources = [question[1:3] for question in asked if question[0] == "sources"]
    assert sorted(of_sources) == [(said.source, field) for field in ("number", "page", "passages")]


def test_what_is_asked_of_a_source_that_is_gone_has_no_answer() -> None:
    assert answer(CONTEXT, ("sources", "verschwunden", "words", (0, 5))) is None
