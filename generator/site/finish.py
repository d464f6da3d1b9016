"""The finishing step: the same for every engine, page by page, in a small part of the engine's time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site import policy, share
from generator.site.cards import Cards
from generator.site.facts import PageFacts, read_facts
from generator.site.languages import mark_languages
from generator.site.lists import names_by_identifier, offer_choices
from generator.site.moved import lead_on
from generator.site.navigation import guide, name_sections
from generator.site.notes import add_notes
from generator.site.page import read_pages, serialise
from generator.site.printable import MOST_PAGES, offer_printable, write_printable
from generator.site.sitemap import write_sitemap
from generator.site.touches import complete, defer_scripts, describe, load_early
from generator.site.worker import use_search

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.site.edition import Edition
    from generator.site.known import Known


def finish(  # noqa: PLR0913  what is finished, with what, and for whom
    site: Path, data: Mapping[str, str], known: Known, edition: Edition, kept: Path, *, offline: bool = False
) -> tuple[PageFacts, ...]:
    """Complete every page of `site` in place; returns what the check needs to know of each.

    `data` is the JSON-LD of pages by their path in `site`, ready to stand in a script element; `known`
    is what previews and the footer say. The pictures for those who share a page are kept in the folder `kept`.
    """
    pages = []
    names = names_by_identifier({path: card.name for path, card in known.cards.items()})
    offered = len(names) <= MOST_PAGES
    cards = Cards(kept, site, edition.title)
    for page in read_pages(site):
        name_sections(page, edition)
        complete(page, known)
        lead_on(page)
        offer_choices(page.tree, edition, names)
        share.turn_away(page, edition)
        add_notes(page, known, edition)
        guide(page, edition)
        if offered:
            offer_printable(page, edition)
        mark_languages(page, edition)
        use_search(page.tree, offline=offline)
        defer_scripts(page.tree)
        if not offline:
            load_early(page.tree)
        policy.reserve(page.tree)
        pages.append(read_facts(page))
        describe(page.tree, data.get(page.path))
        share.introduce(page, edition, cards, pages[-1])
        (site / page.path).write_bytes(serialise(page.tree))
    cards.forget()
    write_sitemap(site, pages, edition)
    whole = policy_of(pages)
    for page_facts in pages:
        file = site / page_facts.path
        file.write_bytes(policy.fill(file.read_bytes(), whole))
    return (*pages, *(write_printable(site, edition) if offered else ()))


def policy_of(pages: Sequence[PageFacts]) -> str:
    """The content security policy of a site of `pages`."""
    return policy.policy(script for page in pages for script in page.scripts)
