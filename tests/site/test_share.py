from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.render.labels import labels
from generator.site.cards import Cards
from generator.site.edition import Edition
from generator.site.facts import read_facts
from generator.site.page import BuiltPage, parse
from generator.site.share import introduce, turn_away

if TYPE_CHECKING:
    from pathlib import Path

HOST = "https://hulm.example/dossier/"
EDITION = Edition(title="Die Fähre", words=labels("de").words)


def page(path: str, title: str, article: str = "") -> BuiltPage:
    head = f"<title>{title}</title><meta name='description' content='Worum es geht'>"
    head += f"<link rel='canonical' href='{HOST}{path}'>"
    return BuiltPage(path, parse(f"<html lang='de'><head>{head}</head><body><article>{article}".encode()))


def introduced(one: BuiltPage, folder: Path) -> dict[str, str]:
    introduce(one, EDITION, Cards(folder / "kept", folder, EDITION.title), read_facts(one))
    return {m.get("property") or m.get("name"): m.get("content") for m in one.tree.xpath("//meta")}


def test_a_shared_page_shows_its_name_its_description_and_its_picture(tmp_path: Path) -> None:
    said = introduced(page("akteure/nordland.html", "Nordland - Die Fähre"), tmp_path)
    assert said["og:title"] == said["og:image:alt"] == "Nordland"
    assert said["og:site_name"] == "Die Fähre"
    assert said["og:description"] == "Worum es geht"
    assert said["og:url"] == f"{HOST}akteure/nordland.html"
    assert said["og:image"] == f"{HOST}assets/cards/akteure/nordland.png"
    assert (said["og:type"], said["og:locale"], said["twitter:card"]) == ("article", "de_DE", "summary_large_image")
    assert (tmp_path / "assets/cards/akteure/nordland.png").is_file()


def test_the_start_page_says_the_name_of_the_dossier_once(tmp_path: Path) -> None:
    start = page("index.html", "Die Fähre - Die Fähre")
    assert introduced(start, tmp_path)["og:type"] == "website"
    assert start.tree.findtext("head/title") == "Die Fähre"


def test_a_page_that_has_moved_is_not_for_sharing(tmp_path: Path) -> None:
    moved = page("akteure/alt.html", "Alt - Die Fähre", "<div class='umgezogen'><a href='neu.html'>Neu</a></div>")
    assert "og:title" not in introduced(moved, tmp_path)


@pytest.mark.parametrize(
    ("path", "article", "indexed", "expected"),
    [
        ("akteure/a.html", "", True, []),
        ("akteure/a.html", "", False, ["noindex"]),
        ("404.html", "", True, ["noindex"]),
        ("akteure/alt.html", "<div class='umgezogen'><a href='neu.html'>Neu</a></div>", True, ["noindex"]),
    ],
)
def test_search_engines_are_asked_to_leave_out(path: str, article: str, indexed: bool, expected: list[str]) -> None:  # noqa: FBT001  a row of the table
    one = page(path, "A", article)
    turn_away(one, Edition(indexed=indexed))
    assert one.tree.xpath("//meta[@name='robots']/@content") == expected
