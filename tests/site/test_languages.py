from __future__ import annotations

from generator.site.edition import Edition
from generator.site.languages import mark_languages
from generator.site.page import BuiltPage, parse

EDITION = Edition(languages={"quellen/a.html": "de", "quellen/b.html": "fr"})


def page(path: str, article: str, language: str = "en") -> BuiltPage:
    return BuiltPage(path, parse(f"<html lang='{language}'><body><article>{article}</article></body></html>".encode()))


def test_a_quotation_is_in_the_language_of_the_source_that_its_mark_leads_to() -> None:
    one = page("akteure/x.html", "<blockquote>Oui <a href='../quellen/b.html#s-1'>1</a></blockquote><p>Said.</p>")
    mark_languages(one, EDITION)
    assert one.tree.xpath("//blockquote/@lang") == ["fr"]
    assert one.tree.xpath("//p/@lang") == []


def test_the_text_of_a_source_is_in_its_language() -> None:
    one = page("quellen/a.html", "<h1><span class='satz'>Titel</span></h1><div class='quelle'>Ja.</div><p>Legend</p>")
    mark_languages(one, EDITION)
    assert one.tree.xpath("//*[@lang='de']/text()") == ["Titel", "Ja."]


def test_mentions_and_titles_are_in_the_language_of_their_source() -> None:
    one = page(
        "akteure/x.html",
        "<h2 id='erwaehnungen'>Mentions</h2><p>Section</p><ul><li>Satz <a href='../quellen/a.html#s-1'>1</a></li></ul>"
        "<h2>Names</h2><ul><li>Form <a href='../quellen/a.html#s-1'>1</a></li></ul>"
        "<a href='../quellen/a.html'>Titel</a>",
    )
    mark_languages(one, EDITION)
    assert one.tree.xpath("//li/@lang") == ["de"]
    assert one.tree.xpath("//article/a/@lang") == ["de"]


def test_nothing_is_marked_where_interface_and_sources_speak_alike() -> None:
    one = page("quellen/a.html", "<div class='quelle'>Ja.</div>", "de")
    mark_languages(one, Edition(languages={"quellen/a.html": "de"}))
    assert not one.tree.xpath("//article//*[@lang]")
