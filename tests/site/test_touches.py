from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site.facts import read_facts
from generator.site.page import BuiltPage, parse, serialise
from generator.site.touches import (
    defer_scripts,
    explain_missing,
    keep_drawn_links,
    label_cells,
    load_early,
    mark_outside,
    mark_section,
    name_landmarks,
    name_marks,
    write_footer,
)

if TYPE_CHECKING:
    from generator.site.page import Tree


def tree(body: str, lang: str = "de") -> Tree:
    return parse(f'<!doctype html><html lang="{lang}"><head></head><body>{body}</body></html>'.encode())


def test_search_dialog_and_sidebar_get_names_in_the_language_of_the_page() -> None:
    page = tree('<div role="dialog"></div><nav class="md-nav md-nav--primary" aria-label="Navigation"></nav>')
    name_landmarks(page)
    assert page.xpath("string(//div/@aria-label)") == "Suche"
    assert page.xpath("string(//nav/@aria-label)") == "Seitennavigation"
    english = tree('<div role="dialog"></div>', lang="en-GB")
    name_landmarks(english)
    assert english.xpath("string(//div/@aria-label)") == "Search"


def test_a_section_of_the_sidebar_is_named_by_its_words() -> None:
    page = tree('<nav data-md-level="1" aria-labelledby="symbol"><label><span></span> Akteure </label></nav>')
    name_landmarks(page)
    assert page.xpath("//nav/@*") == ["1", "Akteure"]


def test_the_page_404_speaks_the_language_of_the_site_and_leads_home() -> None:
    page = tree(
        '<a class="md-header__button md-logo" href="/dossier/">D</a><article><h1>404 - Not found</h1></article>'
    )
    explain_missing(page)
    assert page.xpath("string(//h1)") == "Diese Seite gibt es nicht"
    assert page.xpath("//article/p/a/@href") == ["/dossier/"]


def test_only_links_that_leave_the_dossier_are_called_external() -> None:
    page = tree('<article><a href="../a.html">a</a><a rel="nofollow" href="https://b.example/">b</a></article>')
    mark_outside(page)
    assert page.xpath("//a/@rel") == ["nofollow external"]


def test_a_dialog_that_has_a_name_keeps_it() -> None:
    page = tree('<div role="dialog" aria-label="Hinweis"></div>')
    name_landmarks(page)
    assert page.xpath("string(//div/@aria-label)") == "Hinweis"


def test_cells_repeat_the_name_of_their_column_and_keep_their_roles_when_stacked() -> None:
    page = tree(
        "<table><thead><tr><th>Angabe</th><th>Wert <b>heute</b></th></tr></thead>"
        "<tbody><tr><td>Art</td><td>Rakete</td></tr></tbody></table>"
    )
    label_cells(page)
    assert page.xpath("//td/@data-label") == ["Angabe", "Wert heute"]
    head = ["table", "rowgroup", "row", "columnheader", "columnheader"]
    assert page.xpath("//@role") == [*head, "rowgroup", "row", "cell", "cell"]


def test_a_table_without_head_stays_as_it_is() -> None:
    page = tree("<table><tbody><tr><td>Art</td></tr></tbody></table>")
    label_cells(page)
    assert page.xpath("//td/@data-label") == []


NAVIGATION = """
<ul><li class="md-tabs__item"><a href="../index.html">Start</a></li>
<li class="md-tabs__item"><a href="../akteure/index.html">Akteure</a></li></ul>
<nav class="md-nav md-nav--primary"><ul>
<li class="md-nav__item"><a href="../index.html">Start</a></li>
<li class="md-nav__item"><a href="../akteure/index.html">Akteure</a>
  <ul><li><a href="../experten/index.html">Experten</a></li></ul></li></ul></nav>
"""


def test_a_page_outside_the_navigation_shows_its_section() -> None:
    page = BuiltPage("experten/yang-uk.html", tree(NAVIGATION))
    mark_section(page)
    active = "//li[contains(@class, '--active')]/a/text()"
    assert page.tree.xpath(active) == ["Akteure", "Akteure"]
    assert page.tree.xpath("//a[contains(@class, '--active')]/text()") == ["Experten"]


def test_pages_that_the_engine_marked_or_that_have_no_section_are_left_alone() -> None:
    start = BuiltPage("index.html", tree(NAVIGATION))
    mark_section(start)
    marked = BuiltPage(
        "experten/index.html", tree(NAVIGATION.replace('"md-tabs__item"', '"md-tabs__item md-tabs__item--active"', 1))
    )
    before = serialise(marked.tree)
    mark_section(marked)
    assert serialise(marked.tree) == before
    assert not start.tree.xpath("//*[contains(@class, '--active')]")


def test_the_number_of_a_mark_is_called_evidence() -> None:
    page = tree(
        "<article><p><a href='q.html#s-1'>2.17</a> <a href='q.html#s-1'>Satz</a> <a href='a.html'>17</a></p></article>"
    )
    name_marks(page)
    assert page.xpath("//a[@aria-label]/@aria-label") == ["Beleg 2.17"]


FOOT = "<nav><a href='../quellen/index.html'>Q</a></nav><footer><div class='md-copyright'>©</div></footer>"


def test_the_foot_says_what_the_dossier_rests_on_and_leads_only_where_there_is_something() -> None:
    page = BuiltPage("orte/hulm.html", tree(FOOT))
    write_footer(page, "3 Quellen · Stand: Mai 1921")
    assert [" ".join(p.text_content().split()) for p in page.tree.xpath("//footer//p")] == [
        "3 Quellen · Stand: Mai 1921",
        "Quellen und Rechte",
    ]
    assert page.tree.xpath("//footer//a/@href") == ["../quellen/index.html"]


def test_a_dossier_without_that_line_keeps_the_foot_of_the_theme() -> None:
    page = BuiltPage("orte/hulm.html", tree(FOOT))
    write_footer(page, "")
    assert not page.tree.xpath("//footer//p")


def test_links_in_drawings_stay_links() -> None:
    page = tree('<svg><a href="../akteure/a.html"><text>A</text></a></svg>')
    keep_drawn_links(page)
    assert 'xlink:href="../akteure/a.html"' in serialise(page).decode()
    assert read_facts(BuiltPage("netz/index.html", parse(serialise(page)))).links == ("../akteure/a.html",)


def test_scripts_load_at_once_and_run_in_their_order() -> None:
    page = tree('<script src="a.js"></script><script async src="b.js"></script><script>c()</script>')
    defer_scripts(page)
    assert [script.get("defer") for script in page.iter("script")] == ["", None, None]


def test_the_script_of_the_theme_comes_while_the_style_sheets_do() -> None:
    page = tree('<script src="bundle.js"></script><script src="ours.js"></script>')
    load_early(page)
    assert not page.xpath("//head/link")
    for name in ("theme.css", "ours.css"):
        page.find("head").append(parse(f'<html><head><link rel="stylesheet" href="{name}">'.encode()).find("head")[0])
    load_early(page)
    assert page.xpath("//head/link/@href") == ["theme.css", "ours.css", "bundle.js"]
    assert page.xpath("//head/link[3]/@as") == ["script"]


def test_reading_and_writing_a_page_changes_nothing_that_a_reader_sees() -> None:
    source = '<p title="a&quot;b">«Söldner» &amp; &lt;b&gt;</p><script>if (1 < 2 && 3) { }</script>'
    again = serialise(tree(source)).decode()
    assert "«Söldner» &amp; &lt;b&gt;" in again
    assert "<script>if (1 < 2 && 3) { }</script>" in again
    assert serialise(parse(again.encode())).decode() == again
