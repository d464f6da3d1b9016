from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.site.known import Card, Known, Sentence, read_known
from generator.site.page import BuiltPage, parse
from generator.site.previews import add_previews

if TYPE_CHECKING:
    from pathlib import Path

    from generator.site.page import Tree

SHIP = Card("Fähre <Möwe>", "weapon", "Waffensystem", "ein Schiff & mehr", draft=True)
REPORT = Card("Der Bericht", "source", "", "Tagblatt", draft=False)
KNOWN = Known(
    {"waffensysteme/moewe.html": SHIP, "quellen/bericht.html": REPORT},
    {"quellen/bericht.html#s-1": Sentence("Das bestreitet sie.", "Reederei: bestritten")},
)


def page(body: str, path: str = "orte/hulm.html") -> BuiltPage:
    article = f"<article class='md-content__inner md-typeset'>{body}</article>"
    return BuiltPage(path, parse(f"<!doctype html><html lang='de'><body>{article}</body></html>".encode()))


def data(tree: Tree) -> dict[str, dict[str, list[object]]]:
    return dict(json.loads(tree.xpath("string(//template)")))


def test_a_link_knows_the_kind_of_its_target_and_the_page_what_to_say_of_it() -> None:
    built = page("<p><a href='../waffensysteme/moewe.html'>Möwe</a> <a href='https://a.example/'>A</a></p>")
    add_previews(built, KNOWN)
    assert built.tree.xpath("//a/@data-kind") == ["weapon"]
    card = ["Fähre <Möwe>", "weapon", "Waffensystem", "ein Schiff & mehr", "Entwurf"]
    assert data(built.tree) == {"pages": {"../waffensysteme/moewe.html": card}, "marks": {}}


def test_a_source_says_what_it_is_in_the_language_of_the_page() -> None:
    built = page("<p><a href='../quellen/bericht.html'>B</a></p>")
    add_previews(built, KNOWN)
    assert data(built.tree)["pages"]["../quellen/bericht.html"] == ["Der Bericht", "source", "Quelle", "Tagblatt", ""]


def test_a_mark_knows_how_much_of_its_title_is_the_sentence() -> None:
    built = page("<p><a href='../quellen/bericht.html#s-1' title='Sie fährt.  Das bestreitet sie.'>1</a></p>")
    add_previews(built, KNOWN)
    assert data(built.tree)["marks"] == {
        "../quellen/bericht.html#s-1": [len("Das bestreitet sie."), "Reederei: bestritten", "Der Bericht"]
    }


def test_a_title_that_is_not_the_sentence_is_taken_whole() -> None:
    built = page("<p><a href='../quellen/bericht.html#s-1' title='Anderes'>1</a></p>")
    add_previews(built, KNOWN)
    assert data(built.tree)["marks"]["../quellen/bericht.html#s-1"][0] == len("Anderes")


def test_a_page_shows_its_own_kind_and_no_preview_of_itself() -> None:
    built = page("<p><a href='moewe.html'>Möwe</a></p>", "waffensysteme/moewe.html")
    add_previews(built, KNOWN)
    assert built.tree.xpath("//article/@data-kind") == ["weapon"]
    assert not built.tree.xpath("//template")


def test_nothing_is_added_where_nothing_is_known() -> None:
    built = page("<p><a href='x.html'>X</a></p>")
    add_previews(built, Known({}, {}))
    assert not built.tree.xpath("//@data-kind | //template")


def test_pages_are_known_by_their_head_and_sentences_by_the_built_source(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    for folder in (docs / "orte", docs / "quellen", site / "quellen"):
        folder.mkdir(parents=True)
    head = 'title: "Hulm &amp; Sund"\nkind: "place"\nsummary: "ein &lt;Hafen&gt;"\nreviewed: false\ntags:\n  - "Ort"'
    (docs / "orte" / "hulm.md").write_text(f"---\n{head}\n---\n\n# Hulm\n", "utf-8")
    (docs / "orte" / "index.md").write_text('---\ntitle: "Orte"\nkind: "place"\n---\n', "utf-8")
    (docs / "orte" / "ohne.md").write_text("# Ohne Kopf\n", "utf-8")
    (docs / "quellen" / "index.md").write_text('---\ntitle: "Quellen"\nfooter: "1 Quelle"\n---\n', "utf-8")
    (site / "quellen" / "b.html").write_text(
        "<p><span id='s-1' class='satz'>Er <i>sagte</i>\n es.</span></p>"
        "<div class='stimmen'><ul><li><a href='#s-1'>1</a> <b>Er</b>: wörtlich</li></ul></div>",
        "utf-8",
    )
    known = read_known(docs, site)
    assert dict(known.cards) == {"orte/hulm.html": Card("Hulm & Sund", "place", "Ort", "ein <Hafen>", draft=True)}
    assert dict(known.sentences) == {"quellen/b.html#s-1": Sentence("Er sagte es.", "Er: wörtlich")}
    assert known.footer == "1 Quelle"
