from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.render.labels import labels
from generator.site.edition import Edition
from generator.site.page import parse
from generator.site.printable import PRINTABLE, printable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.site.page import Tree

EDITION = Edition(title="Die Fähre", words=labels("de").words)
HOST = "https://hulm.example/"


def page(title: str, article: str, navigation: str = "") -> str:
    return f"""<html lang="de"><head><link rel="canonical" href="{HOST}index.html">
      <meta name="description" content="Worum es geht"><link rel="stylesheet" href="assets/a.css"></head>
      <body data-md-color-scheme="slate"><nav class="md-nav--primary">{navigation}</nav>
      <article><p><a href="x">Start</a> › hier</p><h1 id="oben">{title}<a class="headerlink" href="#oben">¶</a></h1>
      {article}</article></body></html>"""


SITE = {
    "index.html": page(
        "Die Fähre",
        "<p>Es regnet <a href='quellen/a.html#s-1' title='Es regnet.'>3</a>. <a href='daten/x.json'>x</a></p>",
        "<a href='index.html'>Start</a><a href='akteure/index.html'>A</a><a href='quellen/index.html'>Q</a>",
    ),
    "akteure/index.html": page("Akteure", "<a href='zoe.html'>Zoe</a><div class='filterworte' hidden>weg</div>"),
    "akteure/anna.html": page(
        "Anna",
        "<h2 id='aussagen'>Aussagen</h2><p aria-labelledby='aussagen'><a href='../quellen/a.html#s-2'>4</a>"
        "<a href='../quellen/a.html#s-1'>3</a><a href='zoe.html#aussagen'>dort</a>"
        "<a href='https://fremd.example/'>fremd</a></p><svg><path marker-end='url(#pfeil)'></path>"
        "<a xlink:href='zoe.html'><marker id='pfeil'></marker></a></svg>"
        "<script>weg()</script><section class='nur-druck'>weg</section><hr><p>← Zoe</p>",
    ),
    "akteure/zoe.html": page("Zoe", "<h2 id='aussagen'>Aussagen</h2><p>Text</p>"),
    "akteure/alt.html": page("Alt", '<div class="umgezogen"><a href="anna.html">Anna</a></div>'),
    "quellen/index.html": page("Quellen", ""),
    "quellen/a.html": page(
        "Ein Bericht", "<p><span class='satz' id='s-1'>Es regnet.</span> <span class='satz' id='s-2'>Ja.</span></p>"
    ),
    "404.html": page("Weg", ""),
}


@pytest.fixture
def whole(tmp_path: Path) -> Tree:
    for path, content in SITE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return parse(printable(tmp_path, EDITION))


def test_all_pages_stand_in_the_order_of_the_navigation_and_of_the_lists(whole: Tree) -> None:
    assert whole.xpath("//main//article/@id") == [
        "index",
        "akteure.index",
        "akteure.zoe",
        "akteure.anna",
        "quellen.index",
        "quellen.a",
    ]
    assert whole.xpath("//main/nav//a/text()") == ["Akteure", "Zoe", "Anna", "Quellen", "Ein Bericht"]


def test_anchors_are_unique_and_every_link_within_it_leads_somewhere(whole: Tree) -> None:
    ids = whole.xpath("//@id")
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    inner = [str(link)[1:] for link in whole.xpath("//a/@href") if link.startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= set(ids)
    assert whole.xpath("//svg//a/@href") == ["#akteure.zoe"]
    assert whole.xpath("//path/@marker-end") == ["url(#akteure.anna.pfeil)"]
    assert whole.xpath("//p/@aria-labelledby") == ["akteure.anna.aussagen"]


def test_links_that_leave_it_are_whole_addresses(whole: Tree) -> None:
    outside = [link for link in whole.xpath("//main//a/@href") if not link.startswith("#")]
    assert outside == [f"{HOST}daten/x.json", "https://fremd.example/"]


def test_evidence_counts_through_and_ends_in_notes(whole: Tree) -> None:
    marks = whole.xpath("//article//a[starts-with(@href, '#beleg-')]")
    assert [(mark.text, mark.get("href")) for mark in marks] == [
        ("1", "#beleg-1"),
        ("2", "#beleg-2"),
        ("1", "#beleg-1"),
    ]
    assert [" ".join(note.text_content().split()) for note in whole.xpath("//li[@id]")] == [
        f"[1] Es regnet. Ein Bericht, {HOST}quellen/a.html#s-1",
        f"[2] Ja. Ein Bericht, {HOST}quellen/a.html#s-2",
    ]
    assert whole.xpath("//li[@id]/a/@href") == ["#quellen.a.s-1", "#quellen.a.s-2"]


def test_headings_go_down_by_one_in_an_index_and_by_two_in_its_pages(whole: Tree) -> None:
    headings = [(heading.tag, heading.text) for heading in whole.xpath("//h1 | //h2 | //h3 | //h4")]
    assert headings == [
        ("h1", "Die Fähre"),
        ("h2", "Inhalt"),
        ("h2", "Überblick"),
        ("h2", "Akteure"),
        ("h3", "Zoe"),
        ("h4", "Aussagen"),
        ("h3", "Anna"),
        ("h4", "Aussagen"),
        ("h2", "Quellen"),
        ("h3", "Ein Bericht"),
        ("h2", "Belege"),
    ]


def test_nothing_in_it_runs_leads_on_or_is_for_another_place(whole: Tree) -> None:
    assert not whole.xpath("//script | //form | //hr | //*[@class='headerlink'] | //*[@class='filterworte']")
    text = whole.text_content()
    assert "weg" not in text
    assert "← Zoe" not in text
    assert "› hier" not in text
    assert whole.xpath("//body/@data-md-color-scheme") == ["default"]
    assert whole.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert whole.xpath("//link[@rel='stylesheet']/@href") == ["../assets/a.css"]


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_site_offers_it_and_search_engines_do_not_get_it(built: Callable[..., Path], engine: str) -> None:
    site = built(engine)
    assert "Küstenwache von Hulm" in (site / PRINTABLE).read_text(encoding="utf-8")
    assert "druck" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "druck" not in "".join(file.read_text(encoding="utf-8") for file in (site / "search").rglob("*.json"))
