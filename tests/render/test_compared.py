"""What is said of a weapon stands on a page as long as somebody can read it all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.dossier import Speaker
from generator.model.ids import Kind
from generator.render.context import MOST_COMPARED, build_context
from generator.render.entity import render_entities
from generator.render.entity.derived import MOST_VALUES
from tests.render.pages_sample import DOSSIER

SAID = next(statement for statement in DOSSIER.statements if statement.id == "falke")
OTHERS = (Speaker("ein Sprecher"),)


def page_of_expert(others: int, language: str = "de") -> str:
    """The page of the one who says `SAID` beside so many statements of others about the same weapons."""
    (expert,) = (entity for entity in DOSSIER.entities if entity.id == SAID.holders[0].entity)
    entities = tuple(replace(entity, expert=True) if entity is expert else entity for entity in DOSSIER.entities)
    told = [replace(SAID, id=f"a-{number}", holders=OTHERS) for number in range(others)]
    settings = replace(DOSSIER.settings, language=language)
    dossier = replace(DOSSIER, settings=settings, entities=entities, statements=(*DOSSIER.statements, *told))
    pages = {page.path: page.content for page in render_entities(build_context(dossier))}
    return pages[f"experten/{expert.id}.md"]


def test_few_stand_side_by_side() -> None:
    page = page_of_expert(3)
    part = page[page.index("{ #andere }") :]
    assert part.count("ein Sprecher") == 3
    assert "steht auf der Seite" not in part


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "sagen, steht auf der Seite dieser Waffe."), ("en", "is on the page of this weapon.")],
)
def test_of_many_there_is_the_way_to_the_weapon(language: str, words: str) -> None:
    page = page_of_expert(MOST_COMPARED + 1, language)
    part = page[page.index("{ #andere }") :]
    (weapon,) = (e for e in DOSSIER.entities if e.id in SAID.about and e.kind is Kind.WEAPON)
    assert words in part
    assert f"[{weapon.name}](../waffensysteme/{weapon.id}.md)" in part
    assert "ein Sprecher" not in part.partition("\n## ")[0]


def test_of_many_who_speak_of_a_weapon_the_first_are_named() -> None:
    told = [replace(SAID, id=f"a-{number}", holders=(Speaker(f"Zeuge {number}"),)) for number in range(30)]
    pages = render_entities(build_context(replace(DOSSIER, statements=told)))
    page = next(page.content for page in pages if page.path == "waffensysteme/falke-7.md")
    (row,) = (line for line in page.splitlines() if line.startswith("| Genannt von |"))
    assert row.count("Zeuge") == MOST_VALUES
    assert f"und {30 - MOST_VALUES} weitere" in row
