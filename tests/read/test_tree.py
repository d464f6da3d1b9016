from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.registry import Place
from generator.read import tree
from generator.read.findings import Findings
from generator.read.tree import Mapping, Node, Scalar, Sequence
from tests.read.support import read_cases

if TYPE_CHECKING:
    from generator.errors import Problem

YAML_TEXT = st.text(alphabet=st.sampled_from("ab:-[]{},&*!|>#%@`'\"\\?~ \n\t0=."), max_size=60) | st.text(max_size=60)
WORD = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc"]), max_size=30)
DATA = st.recursive(
    WORD, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORD, inner, max_size=4), max_leaves=12
)
needs_both = pytest.mark.skipif(not yaml.__with_libyaml__, reason="only one parser here")
ON_DISK = [content.decode("utf-8", "replace") for case in read_cases() for content in case.files.values() if content]


def parse(text: str, loader: type = tree.LOADER) -> tuple[Node | None, list[Problem]]:
    findings = Findings()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "LOADER", loader)
        return tree.parse(text, "a.yml", findings), findings.problems


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node else None


def test_every_node_knows_its_line() -> None:
    node, problems = parse("# Kommentar\na: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n")
    assert problems == []
    assert isinstance(node, Mapping)
    (_, one), (_, items) = node.entries
    assert one == Scalar(Place("a.yml", 2), "1")
    assert isinstance(items, Sequence)
    assert items.place.line == 4
    assert isinstance(items.items[1], Mapping)
    assert [value.place.line for _, value in items.items[1].entries] == [5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "no",
        "yes",
        "true",
        "null",
        "~",
        "010",
        "1e3",
        "0x1F",
        "12:30:45",
        "2024-02-30",
        "2024-13-01T99:00:00",
        "1" * 5000,
        ".inf",
    ],
)
def test_a_scalar_is_text(text: str) -> None:
    node, problems = parse(f"a: {text}\nb: [{text}]")
    assert problems == []
    assert plain(node) == {"a": text, "b": [text]}


def test_nothing_is_the_empty_text_and_a_merge_key_is_a_key() -> None:
    assert plain(parse("a:\nb: ''\n<<: {c: d}\n=: e")[0]) == {"a": "", "b": "", "<<": {"c": "d"}, "=": "e"}


@pytest.mark.parametrize("text", ["", "\n", "# nur ein Kommentar", "---\n", "---\n# leer\n"])
def test_empty_files_have_no_problem(text: str) -> None:
    node, problems = parse(text)
    assert (plain(node) or None, problems) == (None, [])


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 10_000, "a: &x [*x]", "\n" * 100_000 + "a: ["]
)
def test_depth_and_recursion_are_refused_soon(text: str) -> None:
    node, problems = parse(text)
    assert node is None
    assert len(problems) == 1


@given(YAML_TEXT)
@example("a: \u2028b")
@example("a: \x85b")
@example('"\\ud83d\\ude00"')
@example("\ufeffa: b")
@example("a: b\ufeff")
def test_any_text_is_parsed_or_refused(text: str) -> None:
    node, problems = parse(text)
    assert node is None or not problems


@needs_both
@pytest.mark.parametrize("text", ON_DISK)
def test_both_parsers_of_the_library_read_files_alike(text: str) -> None:
    slow, problems = parse(text, yaml.SafeLoader)
    fast, fast_problems = parse(text, yaml.CSafeLoader)
    assert fast == slow
    assert [str(each)[:20] for each in fast_problems] == [str(each)[:20] for each in problems]


@needs_both
@given(DATA, st.booleans())
def test_both_parsers_read_back_what_was_written(data: object, flow: bool) -> None:  # noqa: FBT001  a strategy's value
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=40)
    slow, problems = parse(text, yaml.SafeLoader)
    assert parse(text, yaml.CSafeLoader) == (slow, problems)
    assert (plain(slow), problems) == (data, [])
