"""The notes on a source: who speaks in which sentence, and nobody where the article speaks itself."""

from __future__ import annotations

from generator.render.context import build_context
from generator.render.pages.voices import notes, voices
from tests.render.pages_sample import DOSSIER

CONTEXT = build_context(DOSSIER)


def test_every_statement_that_somebody_makes_has_a_note_at_its_sentence() -> None:
    spoken = {
        (s.source, s.sentence) for s in DOSSIER.statements if s.holders and CONTEXT.sources[s.source].shows(s.sentence)
    }
    noted = {(key, span) for key in CONTEXT.sources for span in voices(CONTEXT, key)}
    assert spoken
    assert noted == spoken


def test_a_note_says_who_how_and_how_certainly_and_leads_to_the_sentence() -> None:
    statement = next(s for s in DOSSIER.statements if s.holders and CONTEXT.shows(s))
    source = CONTEXT.sources[statement.source]
    number = source.sentences(statement.sentence)[0]
    note = notes(CONTEXT, source, voices(CONTEXT, statement.source), [number])
    assert 'class="stimmen"' in note.source
    assert f"#status-{statement.certainty}" in note.source
    assert any(reference.target.endswith(f"#{source.anchors[number]}") for reference in note.references)
    holder = statement.holders[0]
    name = CONTEXT.entities[holder.entity].name if holder.entity else holder.name
    assert name in note.source


def test_a_paragraph_in_which_only_the_article_speaks_has_no_note() -> None:
    source = next(iter(CONTEXT.sources.values()))
    assert not notes(CONTEXT, source, {}, range(3))
