from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.links import built, relative


@pytest.mark.parametrize(
    ("start", "target", "expected"),
    [
        ("akteure/a.md", "quellen/b.md#s-1", "../quellen/b.md#s-1"),
        ("akteure/a.md", "akteure/b.md", "b.md"),
        ("akteure/a.md", "akteure/a.md#x", "#x"),
        ("akteure/a.md", "akteure/a.md", "a.md"),
        ("akteure/a.md", "index.md", "../index.md"),
        ("index.md", "akteure/a.md", "akteure/a.md"),
        ("a/b/c.md", "a/d/e.md", "../d/e.md"),
    ],
)
def test_relative(start: str, target: str, expected: str) -> None:
    assert relative(start, target) == expected


def test_raw_html_links_to_built_pages() -> None:
    assert built("akteure/a.md", "quellen/b.md#s-1") == "../quellen/b.html#s-1"
    assert built("netz/index.md", "netz/index.md#x") == "#x"


PATHS = st.lists(st.sampled_from("ab"), min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@given(PATHS, PATHS)
def test_the_way_leads_there(start: str, target: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(start), relative(start, target))) == target
