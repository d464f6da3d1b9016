"""Headings of every page of this dossier as it is built: one of level 1, and no level skipped on the way down."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.site.page import read_pages
from tests.site_support import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_headings_are_in_order_on_every_page(built: Callable[..., Path]) -> None:
    wrong = {}
    for page in read_pages(built("mkdocs", docs=REPOSITORY / "docs")):
        headings = page.tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
        levels = [int(heading.tag[1]) for heading in headings]
        if levels.count(1) != 1 or levels[0] != 1 or any(b > a + 1 for a, b in pairwise(levels)):
            wrong[page.path] = levels
    assert wrong == {}
