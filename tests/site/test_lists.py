from __future__ import annotations

import pytest

from generator.render.labels import labels
from generator.site.edition import Edition
from generator.site.lists import FACETS, names_by_identifier, offer_choices
from generator.site.page import Tree, parse

TITLES = names_by_identifier(
    {"akteure/nordland.html": "Nordland", "quellen/nordland.html": "Ein Bericht", "akteure/index.html": "Akteure"}
)
EDITION = Edition(words=labels("de").words)


def page(*items: str) -> Tree:
    rows = "".join(f"<li><span class='eintrag' {item}></span>x</li>" for item in items)
    return parse(f"<html><body><article><p>Vorweg.</p><h2>A</h2><ul>{rows}</ul></article></body></html>".encode())


def offered(tree: Tree) -> dict[str, dict[str, str]]:
    return {
        block.get("data-facet"): {value.get("data-value"): value.text for value in block.iter("dd")}
        for block in tree.xpath("//div[@class='filterworte']/dl")
    }


def test_identifiers_get_the_names_of_their_pages_and_vocabularies_their_words() -> None:
    tree = page(
        "data-speaker='nordland' data-source='nordland' data-certainty='denied'",
        "data-speaker='suedmark' data-source='b' data-certainty='asserted'",
        "",
        "",
    )
    offer_choices(tree, EDITION, TITLES)
    assert offered(tree) == {
        "speaker": {"nordland": "Nordland", "suedmark": "suedmark"},
        "certainty": {"asserted": "dargestellt", "denied": "bestritten"},
        "source": {"nordland": "Ein Bericht", "b": "b"},
    }


def test_the_choices_stand_before_the_heading_of_the_first_list_and_bring_their_words() -> None:
    tree = page("data-kind='person'", "data-kind='state'", "", "")
    offer_choices(tree, EDITION, TITLES)
    place = tree.xpath("//div[@class='filterworte']")[0]
    assert (place.getprevious().tag, place.getnext().tag) == ("p", "h2")
    assert place.get("data-shown") == "{shown} von {all}"
    assert "hidden" in place.attrib


@pytest.mark.parametrize(
    "items",
    [
        ["data-kind='person'", "data-kind='state'", "data-kind='state'"],  # three can be seen at a glance
        ["data-kind='person'"] * 11,  # nothing to choose from, and short
    ],
)
def test_a_list_that_is_easily_read_gets_no_choices(items: list[str]) -> None:
    tree = page(*items)
    offer_choices(tree, EDITION, TITLES)
    assert not tree.xpath("//div[@class='filterworte']")


def test_a_long_list_can_at_least_be_searched() -> None:
    tree = page(*["data-kind='person'"] * 12)
    offer_choices(tree, EDITION, TITLES)
    assert len(tree.xpath("//div[@class='filterworte']")) == 1
    assert offered(tree) == {}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_facet_has_a_name(language: str) -> None:
    words = labels(language).words  # type: ignore[arg-type]
    assert [facet for facet in FACETS if not words.get(f"site.facet.{facet}")] == []


def test_without_words_nothing_is_offered() -> None:
    tree = page("data-kind='person'", "data-kind='state'", "", "")
    offer_choices(tree, Edition(), TITLES)
    assert not tree.xpath("//div[@class='filterworte']")
