"""Feed readers find the feed in the head of each page."""

from __future__ import annotations

from generator.site.page import BuiltPage, parse
from generator.site.touches import offer_feed


def page(path: str) -> BuiltPage:
    return BuiltPage(path, parse(b'<!doctype html><html lang="de"><head></head><body><p>x</p></body></html>'))


def test_feed_readers_find_the_feed_from_every_page() -> None:
    for path, address in (("index.html", "daten/feed.xml"), ("akteure/kim.html", "../daten/feed.xml")):
        built = page(path)
        offer_feed(built)
        (link,) = built.tree.xpath("/html/head/link[contains(@rel, 'alternate')]")
        assert (link.get("href"), link.get("type"), link.get("title")) == (
            address,
            "application/atom+xml",
            "Was ist neu",
        )


def test_the_page_404_is_served_from_anywhere_and_names_no_relative_address() -> None:
    built = page("404.html")
    offer_feed(built)
    assert built.tree.xpath("//link") == []
