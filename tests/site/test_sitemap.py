from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.site.edition import Edition
from generator.site.facts import PageFacts, read_facts
from generator.site.page import BuiltPage, parse
from generator.site.sitemap import last_change, write_sitemap

if TYPE_CHECKING:
    from pathlib import Path

HOST = "https://hulm.example/dossier/"
EDITION = Edition(dates={"quellen/a.html": "2023-09", "quellen/b.html": "2024-01-05"})


def facts(path: str, article: str = "") -> PageFacts:
    page = f"<head><link rel='canonical' href='{HOST}{path}'></head><body><article>{article}</article></body>"
    return read_facts(BuiltPage(path, parse(page.encode())))


def entries(site: Path) -> dict[str, str]:
    root = etree.parse(site / "sitemap.xml").getroot()
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    return {e.findtext("s:loc", None, names): e.findtext("s:lastmod", "", names) for e in root}


def test_a_page_is_as_new_as_the_newest_source_that_it_leads_to() -> None:
    both = "<a href='../quellen/a.html#s-1'>1</a><a href='../quellen/b.html'>2</a>"
    assert last_change(facts("akteure/x.html", both), EDITION) == "2024-01-05"
    assert last_change(facts("quellen/a.html"), EDITION) == "2023-09"
    assert last_change(facts("methode/index.html"), EDITION) == ""


def test_what_has_moved_and_the_page_404_are_left_out(tmp_path: Path) -> None:
    moved = facts("akteure/alt.html", "<div class='umgezogen'><a href='neu.html'>Neu</a></div>")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"of the engine")
    write_sitemap(tmp_path, [facts("404.html"), facts("index.html"), moved, facts("quellen/a.html")], EDITION)
    assert entries(tmp_path) == {f"{HOST}index.html": "", f"{HOST}quellen/a.html": "2023-09"}
    assert not (tmp_path / "sitemap.xml.gz").exists()


def test_search_engines_are_welcome_and_told_where_the_list_is(tmp_path: Path) -> None:
    write_sitemap(tmp_path, [facts("index.html")], EDITION)
    assert (tmp_path / "robots.txt").read_text() == f"User-agent: *\nAllow: /\n\nSitemap: {HOST}sitemap.xml\n"


def test_search_engines_can_be_turned_away_and_instant_navigation_keeps_its_list(tmp_path: Path) -> None:
    write_sitemap(tmp_path, [facts("index.html")], Edition(indexed=False))
    assert (tmp_path / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert list(entries(tmp_path)) == [f"{HOST}index.html"]
