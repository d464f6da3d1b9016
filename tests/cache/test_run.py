from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.cache.run import Run, inputs_of, keep, recall
from generator.model.ids import EntityId
from generator.read.project import read_project
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

RUN = Run("a", "b", {"quotations": 3})


def test_a_run_is_remembered(tmp_path: Path) -> None:
    keep(RUN, tmp_path / ".cache" / "generated.json")
    assert recall(tmp_path / ".cache" / "generated.json") == RUN


@pytest.mark.parametrize(
    "content",
    [None, "", "[]", "{", "[" * 100_000, '{"inputs": "a"}', '{"inputs": "", "state": "", "counts": {"a": "b"}}'],
)
def test_what_cannot_be_a_run_is_none(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "generated.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    assert recall(file) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", encoding="utf-8")
    keep(RUN, tmp_path / ".cache" / "generated.json")
    assert recall(tmp_path / ".cache" / "generated.json") is None


def test_everything_that_was_read_counts() -> None:
    settings, registry, documents = read_project(CORPUS)
    first, *others = documents
    variants = [
        (settings, registry, documents),
        (replace(settings, title="Anders"), registry, documents),
        (settings, replace(registry, notes=((EntityId("anna-keller"), "Anders"),)), documents),
        (settings, registry, tuple(others)),
        (settings, registry, (replace(first, meta=replace(first.meta, title="Anders")), *others)),
    ]
    assert len({inputs_of(*variant) for variant in variants}) == len(variants)
    assert inputs_of(*read_project(CORPUS)) == inputs_of(settings, registry, documents)
