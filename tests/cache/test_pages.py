"""A page is made again if an answer changed; its pieces are, only if one of theirs did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.cache.answers import Answers
from generator.cache.pages import Pages, remembered
from generator.model.ids import EntityId
from generator.model.page import Page, digest
from generator.render import markdown as md
from generator.render.context import Context, build_context
from generator.render.task import whole
from tests.render.sample import DOSSIER

if TYPE_CHECKING:
    from pathlib import Path

MADE: list[str] = []
PATH = "seite.md"
ONE, TWO = EntityId("eins"), EntityId("zwei")


@pytest.fixture(autouse=True)
def _nothing_made() -> None:
    MADE.clear()


def part(context: Context, key: str) -> md.Markdown:
    MADE.append(key)
    return md.mark(key, "ziel.md", f"{key} {context.pages.get(EntityId(key))}")


def page(context: Context) -> Page:
    MADE.append("page")
    return Page(PATH, md.document("", *(context.piece(part, key) for key in ("eins", "zwei"))))


def made(folder: Path, pages: dict[EntityId, str], on_disk: dict[str, str]) -> Pages:
    context = replace(build_context(DOSSIER), pages=pages)
    answers = Answers(context, dict.fromkeys(context.sources, ""), {})
    return remembered(folder / "pages.json", "key", [whole("seite", page)], answers, on_disk)


def test_only_the_piece_whose_answer_changed_is_made_again(tmp_path: Path) -> None:
    made(tmp_path, {ONE: "a.md", TWO: "b.md"}, {})
    assert MADE == ["page", "eins", "zwei"]
    MADE.clear()
    again = made(tmp_path, {ONE: "a.md", TWO: "c.md"}, {})
    assert MADE == ["page", "zwei"]
    assert again == made(tmp_path / "afresh", {ONE: "a.md", TWO: "c.md"}, {})


def test_a_page_stands_while_no_answer_of_a_piece_changed_and_it_is_whole(tmp_path: Path) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    on_disk = {PATH: digest_of(first.made[0])}
    MADE.clear()
    assert made(tmp_path, {ONE: "a.md"}, on_disk) == Pages((), on_disk)
    assert not MADE
    assert made(tmp_path, {ONE: "b.md"}, on_disk).made


def test_a_page_that_is_gone_is_put_together_from_its_pieces(tmp_path: Path) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    MADE.clear()
    assert made(tmp_path, {ONE: "a.md"}, {}) == first
    assert MADE == ["page"]


def test_pieces_outlive_a_run_in_which_their_page_stands(tmp_path: Path) -> None:
    first = made(tmp_path, {ONE: "a.md"}, {})
    made(tmp_path, {ONE: "a.md"}, {PATH: digest_of(first.made[0])})
    MADE.clear()
    made(tmp_path, {ONE: "a.md", TWO: "b.md"}, {})
    assert MADE == ["page", "zwei"]


def digest_of(one: Page) -> str:
    return digest(one.content.encode())
