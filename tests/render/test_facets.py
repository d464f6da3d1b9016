from __future__ import annotations

from dataclasses import replace

from generator.model.ids import SourceId
from generator.render.context import build_context
from generator.render.facets import MOST_SOURCES, chosen_sources, entity_entry, entry
from tests.render import sample


def test_facets_become_data_and_each_value_stands_once() -> None:
    assert entry(kind=["state"], topic=["a", "b", "a"], year=()).source == (
        '<span class="eintrag" data-kind="state" data-topic="a b"></span>'
    )


def test_an_entity_says_what_it_is_and_whether_somebody_looked_at_it() -> None:
    context = build_context(sample.DOSSIER)
    entity = sample.DOSSIER.entities[0]
    shown = entity_entry(context, entity, "person").source
    assert 'data-kind="person"' in shown
    assert f'data-status="{entity.status}"' in shown


def test_one_source_is_no_choice_and_hundreds_are_none_either() -> None:
    context = build_context(sample.DOSSIER)
    one, *_ = context.sources.items()
    several = {SourceId(f"s{number}"): one[1] for number in range(3)}
    many = {SourceId(f"s{number}"): one[1] for number in range(MOST_SOURCES + 1)}
    assert list(chosen_sources(replace(context, sources=several), [SourceId("s1"), SourceId("s1")])) == ["s1"]
    assert list(chosen_sources(replace(context, sources=dict([one])), [one[0]])) == []
    assert list(chosen_sources(replace(context, sources=many), [SourceId("s1")])) == []
