"""A page that has moved leads on, by every means that a browser has."""

from __future__ import annotations

from lxml import html

from generator.site.moved import SCRIPT, lead_on
from generator.site.page import BuiltPage
from tests.conftest import REPOSITORY

HEAD = '<html><head><link rel="canonical" href="https://d.example/akteure/alt.html"></head><body><article>{}</article>'
NOTICE = '<div class="umgezogen"><p>Diese Seite ist umgezogen: <a href="../experten/neu.html">Neu</a></p></div>'


def led(content: str) -> html.HtmlElement:
    page = BuiltPage("akteure/alt.html", html.document_fromstring(HEAD.format(content)))
    lead_on(page)
    return page.tree.find("head")


def test_a_script_and_without_scripts_a_refresh_lead_on() -> None:
    head = led(NOTICE)
    assert head.xpath("./script/@src") == [f"../{SCRIPT}"]
    assert head.xpath("./script/@data-to") == ["../experten/neu.html"]
    assert head.xpath("./noscript/meta[@http-equiv='refresh']/@content") == ["0; url=../experten/neu.html"]
    assert (REPOSITORY / "docs" / SCRIPT).is_file()


def test_search_engines_are_told_the_new_address() -> None:
    assert led(NOTICE).xpath("./link/@href") == ["https://d.example/experten/neu.html"]


def test_other_pages_are_left_alone() -> None:
    head = led('<p>Text <a href="../experten/neu.html">Neu</a></p>')
    assert [child.tag for child in head] == ["link"]
    assert head.xpath("./link/@href") == ["https://d.example/akteure/alt.html"]
