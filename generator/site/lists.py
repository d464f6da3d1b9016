"""What the items of a list can be chosen by, in words: `docs/assets/filter.js` makes its choices from it.

Items carry identifiers (`data-speaker="usa"`), so that an address that somebody shares stays short and right. What an
identifier is called stands once on the page, in an element that no reader sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.site.edition import Edition
    from generator.site.page import Tree

FACETS = (
    "kind",
    "speaker",
    "actor",
    "outlet",
    "topic",
    "certainty",
    "stance",
    "type",
    "state",
    "relation",
    "status",
    "rights",
    "year",
    "source",
)
"""Every facet a list may have, in the order in which they are offered."""

_MARKS = (
    "//article//*[contains(concat(' ', @class, ' '), ' eintrag ') or contains(concat(' ', @class, ' '), ' aussage ')]"
)
_VOCABULARIES = {
    "kind": ("kinds.{}", "kind.{}"),
    "certainty": ("certainty.{}",),
    "stance": ("stance.{}",),
    "type": ("type.{}",),
    "relation": ("relation.{}.forward",),
    "status": ("status.{}",),
    "rights": ("source.{}",),
}
_FEWEST = 4
_LONG = 12
"""A list without facets is only searched if it has so many items."""
_MOST_VALUES = 400


def offer_choices(tree: Tree, edition: Edition, titles: Mapping[str, str]) -> None:
    """Put the words of the choices before the lists of a page, if it has any worth choosing from."""
    marks = tree.xpath(_MARKS)
    if len(marks) < _FEWEST or "site.filter.all" not in edition.words:
        return
    found = [_facet(name, values, edition, titles) for name, values in _values(marks).items()]
    if not found and len(marks) < _LONG:
        return
    words = {key: edition.words[f"site.filter.{key}"] for key in ("all", "shown", "search", "reset", "none", "name")}
    legend = etree.Element("div", {"class": "filterworte", "hidden": ""})
    for key, said in words.items():
        legend.set(f"data-{key}", said)
    legend.extend(found)
    _place(marks[0]).addprevious(legend)


def _values(marks: Sequence[Tree]) -> dict[str, list[str]]:
    """What occurs of each facet, where there is anything to choose; a choice among thousands is none."""
    found = {
        facet: list(dict.fromkeys(value for mark in marks for value in mark.get(f"data-{facet}", "").split()))
        for facet in FACETS
    }
    return {facet: values for facet, values in found.items() if 1 < len(values) <= _MOST_VALUES}


def _facet(facet: str, values: Iterable[str], edition: Edition, titles: Mapping[str, str]) -> Tree:
    block = etree.Element("dl", {"data-facet": facet})
    etree.SubElement(block, "dt").text = edition.words[f"site.facet.{facet}"]
    known = list(edition.words)
    if keys := _VOCABULARIES.get(facet):
        values = sorted(values, key=lambda value: [known.index(k) for key in keys if (k := key.format(value)) in known])
    for value in values:
        etree.SubElement(block, "dd", {"data-value": value}).text = _called(facet, value, edition, titles)
    return block


def _called(facet: str, value: str, edition: Edition, titles: Mapping[str, str]) -> str:
    """The words of a vocabulary, else the title of the page that bears the identifier, else the identifier."""
    for key in _VOCABULARIES.get(facet, ()):
        if said := edition.words.get(key.format(value)):
            return said
    return titles.get(f"{facet == 'source'}/{value}", value)


def names_by_identifier(titles: Mapping[str, str]) -> dict[str, str]:
    """The titles of pages by whether they are sources and by identifier: `False/kn-23` → „KN-23“."""
    return {
        f"{path.startswith('quellen/')}/{path.rpartition('/')[2].removesuffix('.html')}": title
        for path, title in titles.items()
        if not path.endswith("index.html")
    }


def _place(mark: Tree) -> Tree:
    """Where the choices go: before the part of the article that the first item belongs to, and before its headings."""
    part = mark
    while part.getparent().tag != "article":
        part = part.getparent()
    while (before := part.getprevious()) is not None and before.tag in {"h2", "h3"}:
        part = before
    return part
