from __future__ import annotations

from generator.render.labels import labels
from generator.site.edition import Edition
from generator.site.known import Card, Known, Sentence
from generator.site.notes import add_notes
from generator.site.page import BuiltPage, parse

EDITION = Edition(words=labels("de").words)
KNOWN = Known(
    cards={"quellen/a.html": Card("Ein Bericht", "source", "", "", draft=False)},
    sentences={"quellen/a.html#s-1": Sentence("Es regnet <stark>.", ""), "quellen/a.html#s-2": Sentence("Ja.", "")},
)
ARTICLE = """Regen <a href="../quellen/a.html#s-1">3</a>, <a href="../quellen/a.html#s-2">4</a>,
noch einmal <a href="../quellen/a.html#s-1">3</a>, <a href="x.html">anderswo</a>"""


def page(path: str, article: str) -> BuiltPage:
    head = f"<head><link rel='canonical' href='https://hulm.example/{path}'></head>"
    return BuiltPage(path, parse(f"{head}<body><article class='md-content__inner'>{article}</article>".encode()))


def test_each_sentence_is_noted_once_with_its_public_address() -> None:
    one = page("akteure/x.html", ARTICLE)
    add_notes(one, KNOWN, EDITION)
    assert [" ".join(item.text_content().split()) for item in one.tree.xpath("//li")] == [
        "[3] Es regnet <stark>. Ein Bericht, https://hulm.example/quellen/a.html#s-1",
        "[4] Ja. Ein Bericht, https://hulm.example/quellen/a.html#s-2",
    ]
    assert one.tree.xpath("string(//section/p)") == "Diese Seite im Netz: https://hulm.example/akteure/x.html"


def test_a_source_does_not_note_its_own_sentences() -> None:
    one = page("quellen/a.html", "<a href='#s-1'>3</a>")
    add_notes(one, KNOWN, EDITION)
    assert not one.tree.xpath("//li")
    assert one.tree.xpath("//section/p")


def test_a_page_without_an_address_has_none_to_print() -> None:
    one = BuiltPage("404.html", parse(b"<body><article class='md-content__inner'>Weg</article>"))
    add_notes(one, KNOWN, EDITION)
    assert not one.tree.xpath("//section")
