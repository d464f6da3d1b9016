from __future__ import annotations

import socket
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import Metadata
from generator.read.html import extract
from generator.read.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

LONG = "Dazu kommen noch ein paar Wörter mehr, damit der Absatz lang genug ist, um als Absatz zu gelten."
PAGE = f"""<!DOCTYPE html><html lang="de"><head><title>Gipfel in Wladiwostok | Beispielblatt</title>
<meta property="og:title" content="Gipfel in Wladiwostok">
<meta property="article:published_time" content="2023-09-12T08:30:00+02:00">
<meta name="author" content="Anna Muster; Max Beispiel">
<link rel="canonical" href="https://beispiel.example/a/1">
<script>var x = "Skript";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Start</a><a href="/b">Politik</a></nav><main><article>
<h1>Gipfel in Wladiwostok</h1>
<p class="lead">Der Vorspann
   fasst zusammen. {LONG}</p>
<p onclick="f()">Der erste Absatz hat <b>fette</b> und <a href="javascript:alert(1)">verlinkte</a> Wörter. {LONG}</p>
<!-- Kommentar -->
<h2>Was hat Kim zu bieten?</h2>
<p>Er er&shy;zählt von &lt;script&gt;alert(1)&lt;/script&gt; &amp; Rake&shy;ten.<br>Neue Zeile. {LONG}</p>
<blockquote><p>«Das ist ein Zitat», sagte Müller. {LONG}</p></blockquote>
<ul><li>Erster Punkt der Liste</li><li>Zweiter Punkt der Liste</li></ul>
<table><tr><th>Land</th><th>Zahl</th></tr><tr><td>Russland</td><td>12</td></tr></table>
<p>(sda/afp)</p>
</article></main><footer>Impressum Datenschutz</footer></body></html>
"""
TEXT = f"""Gipfel in Wladiwostok

Der Vorspann fasst zusammen. {LONG}

Der erste Absatz hat fette und verlinkte Wörter. {LONG}

Was hat Kim zu bieten?

Er erzählt von <script>alert(1)</script> & Raketen.
Neue Zeile. {LONG}

«Das ist ein Zitat», sagte Müller. {LONG}

Erster Punkt der Liste

Zweiter Punkt der Liste

Land | Zahl

Russland | 12

(sda/afp)
"""


def page(body: str, head: str = "") -> str:
    article = f"<article><h1>Titel</h1><p>{LONG}</p>{body}<p>{LONG} Ende.</p></article>"
    return f"<html><head>{head}</head><body>{article}</body></html>"


def test_a_page_becomes_headings_and_paragraphs_without_markup() -> None:
    content = extract(PAGE)
    assert content is not None
    assert content.text == TEXT


def test_what_the_page_says_about_itself() -> None:
    content = extract(PAGE)
    assert content is not None
    assert content.meta == Metadata(
        title="Gipfel in Wladiwostok",
        url="https://beispiel.example/a/1",
        authors=("Anna Muster", "Max Beispiel"),
        published="2023-09-12",
    )


def test_what_people_wrote_counts_more_than_what_the_page_says(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("---\npublished: 2023-09\nauthors: [dm]\n---\n" + PAGE, encoding="utf-8")
    document = read_source(path)
    assert (document.text, document.body) == (TEXT, 0)
    assert (document.meta.published, document.meta.authors) == ("2023-09", ("dm",))
    assert document.meta.title == "Gipfel in Wladiwostok"


def test_a_headline_that_the_extractor_leaves_out_is_put_first() -> None:
    content = extract(
        f"<html><head><title>Kim reist</title></head><body><p>{LONG}</p><p>{LONG} Ende.</p></body></html>"
    )
    assert content is not None
    assert content.text.startswith("Kim reist\n\nDazu kommen")


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="javascript:alert(1)">',
        '<meta property="og:url" content="data:text/html,x">',
        '<meta property="article:published_time" content="gestern">',
    ],
)
def test_what_is_no_address_and_no_date_is_left_out(head: str) -> None:
    content = extract(page("", head))
    assert content is not None
    assert (content.meta.url, content.meta.published) == (None, None)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>BÖSE</script>",
        "<style>BÖSE</style>",
        "<template><p>BÖSE</p></template>",
        '<img src=x onerror="BÖSE()">',
        '<a href="data:text/html,BÖSE">Wort</a>',
        '<iframe srcdoc="BÖSE"></iframe>',
        '<p title="BÖSE">Wort</p>',
        "<!-- BÖSE -->",
        "<![CDATA[BÖSE]]>",
        "<?php BÖSE ?>",
        "<svg><script>BÖSE</script></svg>",
        '<object data="BÖSE"></object>',
        '<meta http-equiv="refresh" content="0;url=BÖSE">',
    ],
)
def test_no_markup_reaches_the_text(hostile: str) -> None:
    content = extract(page(hostile))
    assert content is not None
    assert content.text.startswith("Titel\n\n")
    assert "BÖSE" not in content.text
    assert "ONERROR" not in content.text.upper()


def test_control_characters_do_not_reach_the_text() -> None:
    content = extract(page("<p>&#0000000007;&#7;\x1b[31mro\u200b\ufefft&#150;g\xadrün&#x85;&#xD800; &#60;b&#x3e;</p>"))
    assert content is not None
    assert "\n\n[31mrot–grün…\ufffd <b>\n\n" in content.text


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<![CDATA[", "<![", '<a href="', "<p>", "<ul><li>", "<!--", "&", "<table><tr><td>"]
)
def test_pages_made_to_exhaust_the_parser_end_soon(unit: str) -> None:
    content = extract(page(unit * 20_000))
    assert content is not None
    assert LONG in content.text


def test_the_extractor_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = '<link rel="canonical" href="https://beispiel.example/a"><meta property="og:image" content="https://b.example/i.png">'
    content = extract(page('<img src="https://c.example/i.png"><iframe src="https://d.example/"></iframe>', head))
    assert content is not None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/&;!-[]\"'= abpi\x00\n\u202eß#x0"), max_size=120) | st.text(max_size=120))
def test_any_text_is_a_page_or_none(text: str) -> None:
    content = extract(text)
    assert content is None or content.text.strip()
    again = extract(page(text))
    assert again == extract(page(text))
