"""The finishing step: the same for every engine, page by page, in a small part of the engine's time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import policy
from generator.site.facts import PageFacts, read_facts
from generator.site.page import read_pages, serialise
from generator.site.touches import complete, describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def finish(site: Path, data: Mapping[str, str]) -> tuple[PageFacts, ...]:
    """Complete every page of `site` in place; returns what the check needs to know of each.

    `data` is the JSON-LD of pages by their path in `site`, ready to stand in a script element.
    """
    pages = []
    for page in read_pages(site):
        complete(page)
        policy.reserve(page.tree)
        pages.append(read_facts(page))
        describe(page.tree, data.get(page.path))
        (site / page.path).write_bytes(serialise(page.tree))
    whole = policy.policy(script for page in pages for script in page.scripts)
    for page_facts in pages:
        file = site / page_facts.path
        file.write_bytes(policy.fill(file.read_bytes(), whole))
    return tuple(pages)
