"""Let a theme's search box ask our search, in a worker or, in an offline build, in the page itself.

Both themes read from a data block in the page which script to start as a worker. Browsers start no worker and fetch
nothing from `file://`; there the page loads three scripts before the theme's, and what to search is a script too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

    from generator.site.engine import Engine
    from generator.site.page import Tree

WORKER = "assets/search.js"
IN_PAGE = ("assets/search-match.js", WORKER, "assets/search-offline.js")

_INDEXES: dict[Engine, str] = {"mkdocs": "search/search_index", "zensical": "search"}
_FILES = ("search/names", "search/texts")
_NOT_OFFLINE = frozenset({"navigation.instant"})  # it fetches pages


def use_search(tree: Tree, *, offline: bool) -> None:
    """Name our worker to the theme of a page; offline, put the scripts into the page that do without one."""
    for block in tree.xpath("//script[@id='__config']"):
        config = json.loads(block.text)
        base = config["base"].rstrip("/")
        config["search"] = f"{base}/{WORKER}"
        if offline:
            config["features"] = [name for name in config["features"] if name not in _NOT_OFFLINE]
            for path in IN_PAGE:
                etree.SubElement(tree.find("head"), "script", src=f"{base}/{path}")
        block.text = json.dumps(config, ensure_ascii=True).replace("</", "<\\/")


def write_scripts(site: Path, engine: Engine) -> None:
    """Give everything that the search fetches a second form, as a script, for reading from a folder."""
    index = _INDEXES[engine]
    _rewrite(site, index, "var __index = ", ";")  # the name that both themes expect
    for name in _FILES:
        _rewrite(site, name, f'dossierSearch.receive("{name.rpartition("/")[2]}", ', ");")


def _rewrite(site: Path, name: str, before: str, behind: str) -> None:
    """Write `name`.js, which says what `name`.json holds."""
    source = site / f"{name}.json"
    if source.is_file():
        text = source.read_text(encoding="utf-8")
        (site / f"{name}.js").write_text(before + text + behind + "\n", encoding="utf-8", newline="\n")
