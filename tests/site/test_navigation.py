from __future__ import annotations

from generator.render.labels import labels
from generator.site.edition import Edition
from generator.site.navigation import guide, name_sections
from generator.site.page import BuiltPage, parse

ENGLISH = Edition(words=labels("en").words)
NAVIGATION = """
<nav class="md-tabs"><ul>
  <li><a class="md-tabs__link" href="../index.html"> Start </a></li>
  <li><a class="md-tabs__link" href="index.html"><svg></svg> Akteure </a></li>
  <li><a class="md-tabs__link" href="../eigenes/index.html">Eigenes</a></li>
</ul></nav>
<nav class="md-nav--primary">
  <label class="md-nav__title"><span class="md-icon"></span> Akteure </label>
  <label class="md-nav__link"><span class="md-ellipsis">Akteure</span></label>
  <a class="md-nav__link" href="nordland.html"><span class="md-ellipsis">Akteure</span></a>
  <a class="md-nav__link" href="index.html"><span class="md-ellipsis">Akteure</span><i></i></a>
</nav>"""


def words(page: BuiltPage, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in page.tree.xpath(path)]


def test_sections_are_called_as_the_interface_calls_them() -> None:
    page = BuiltPage("akteure/index.html", parse(f"<body>{NAVIGATION}</body>".encode()))
    name_sections(page, ENGLISH)
    assert words(page, "//li/a") == ["Home", "Actors", "Eigenes"]
    assert words(page, "//label") == ["Actors", "Actors"]
    assert words(page, "//nav[2]/a") == ["Akteure", "Actors"]
    assert len(page.tree.xpath("//svg | //i | //span[@class='md-icon']")) == 3


def test_german_names_stay_as_they_are() -> None:
    page = BuiltPage("akteure/index.html", parse(f"<body>{NAVIGATION}</body>".encode()))
    name_sections(page, Edition(words=labels("de").words))
    assert words(page, "//li/a") == ["Start", "Akteure", "Eigenes"]


def test_the_page_404_offers_the_search_and_all_sections() -> None:
    content = (
        f"<body>{NAVIGATION}<input data-md-component='search-query'><article><h1>Weg</h1><p>Hm.</p></article></body>"
    )
    page = BuiltPage("404.html", parse(content.encode()))
    guide(page, Edition(words=labels("de").words))
    assert [element.tag for element in page.tree.xpath("//article/*")] == ["h1", "p", "form", "ul"]
    assert page.tree.xpath("//form/@action") == ["../index.html"]
    assert page.tree.xpath("//form//input/@name") == ["q"]
    assert page.tree.xpath("//article//li/a/text()") == ["Start", "Akteure", "Eigenes"]


def test_where_the_theme_takes_no_query_from_the_address_no_search_is_offered() -> None:
    page = BuiltPage("404.html", parse(f"<body>{NAVIGATION}<article><h1>Weg</h1></article></body>".encode()))
    guide(page, Edition(words=labels("de").words))
    assert not page.tree.xpath("//form")
    assert page.tree.xpath("//article//li")
