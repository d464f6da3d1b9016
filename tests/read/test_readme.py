"""The reference for maintainers cannot go stale: its examples and tables are checked against the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.ids import AliasKind
from generator.model.vocabulary import PROPERTIES, STANCES
from generator.read import changes, metadata, registry, settings
from generator.read.decode import decode
from generator.read.findings import Findings
from generator.read.registry.entity import KINDS
from generator.read.tree import parse

if TYPE_CHECKING:
    from generator.read.shape import Record

README = (Path(__file__).parents[2] / "seeds" / "README.md").read_text(encoding="utf-8")
EXAMPLES = [
    text for text in re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL) if not text.startswith("# yaml-")
]


def shape_of(example: str) -> Record:
    first = example.partition(":")[0]
    if first in registry.SHAPE.fields:
        return registry.SHAPE
    if first in changes.SHAPE.fields:
        return changes.SHAPE
    return settings.SHAPE if "site_url" in example else metadata.SHAPE


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.partition("\n")[0])
def test_examples_are_accepted(example: str) -> None:
    findings = Findings()
    node = parse(example, "README.md", findings)
    assert node is not None
    assert decode(shape_of(example), node, findings) is not None
    assert findings.problems == []


def test_every_key_is_mentioned() -> None:
    for shape in (registry.SHAPE, settings.SHAPE, metadata.SHAPE, changes.SHAPE):
        missing = [key for key in shape.fields if not re.search(rf"^{key}:", "\n".join(EXAMPLES), flags=re.MULTILINE)]
        assert missing == []


def test_the_tables_are_complete() -> None:
    rows = re.findall(r"^\| ([a-z, ]+) \| ([a-z_ ]+)", README, flags=re.MULTILINE)
    properties = {kind: text.split() for kinds, text in rows for kind in kinds.split(", ")}
    for kind in KINDS:
        if PROPERTIES[kind]:
            assert properties[kind] == list(PROPERTIES[kind])
    for alias_kind in AliasKind:
        assert f"| `{alias_kind}` |" in README
    for stance in STANCES:
        assert f"`{stance}`" in README
